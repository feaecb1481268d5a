import type { CivilDate } from '../vocabulary/index.ts';
import { addDays, civilDateOfEpochDay, epochDayOf, weekdayOf, yearOf } from './civil-date.ts';

/** One year of the university's working calendar as it was imported. A correction is a new version, never an edit. */
export interface CalendarYear {
  readonly year: number;
  readonly version: number;
  readonly isPublished: boolean;
  /** Weekdays on which nobody works (法定节假日, 校定放假). */
  readonly daysOff: readonly CivilDate[];
  /** Days of a weekend that are worked instead (调休上班). */
  readonly extraWorkdays: readonly CivilDate[];
}

/** Which version of each year a case was accepted under. */
export type CalendarPins = Readonly<Record<number, number>>;

export type DayKind = 'workday' | 'day-off' | 'unpublished';

export interface WorkingCalendar {
  readonly kindOf: (date: CivilDate) => DayKind;
  /** Of a year that is published: how many of its first 0, 1, 2, … days are worked. */
  readonly workedOf: (year: number) => WorkedDays | null;
  /** The versions in use, to be pinned by a case. */
  readonly versions: CalendarPins;
}

export interface WorkedDays {
  /** 1 January, in days since 1970-01-01. */
  readonly begins: number;
  readonly counts: readonly number[];
}

/**
 * A date that is derived from the calendar. It is never guessed: `waitsForYear` names the year that must be published
 * first (待校历公布). Both null: there is no such date (yet).
 */
export interface Due {
  readonly on: CivilDate | null;
  readonly waitsForYear: number | null;
}

export const noDue: Due = { on: null, waitsForYear: null };

export function dueOn(on: CivilDate): Due {
  return { on, waitsForYear: null };
}

/** Of several versions of a year the pinned one holds, otherwise the newest that is published. */
export function makeWorkingCalendar(years: readonly CalendarYear[], pins: CalendarPins = {}): WorkingCalendar {
  const chosen = new Map<number, CalendarYear>();
  for (const candidate of years) {
    if (!candidate.isPublished) continue;
    const pinned = pins[candidate.year];
    if (pinned !== undefined && pinned !== candidate.version) continue;
    if ((chosen.get(candidate.year)?.version ?? -1) < candidate.version) chosen.set(candidate.year, candidate);
  }
  const daysOff = new Set([...chosen.values()].flatMap((year) => year.daysOff));
  const extra = new Set([...chosen.values()].flatMap((year) => year.extraWorkdays));
  const kindOf = (date: CivilDate): DayKind => {
    if (!chosen.has(yearOf(date))) return 'unpublished';
    if (extra.has(date)) return 'workday';
    return daysOff.has(date) || weekdayOf(date) > 5 ? 'day-off' : 'workday';
  };
  const counted = new Map<number, WorkedDays>();
  const workedOf = (year: number): WorkedDays | null => {
    if (!chosen.has(year)) return null;
    const worked = counted.get(year) ?? countWorked(year, kindOf);
    counted.set(year, worked);
    return worked;
  };
  const versions = Object.fromEntries([...chosen.values()].map(({ year, version }) => [year, version]));
  return { kindOf, workedOf, versions };
}

function countWorked(year: number, kindOf: WorkingCalendar['kindOf']): WorkedDays {
  const [begins, next] = [firstDayOf(year), firstDayOf(year + 1)];
  const counts = [0];
  for (let day = begins; day < next; day += 1)
    counts.push((counts.at(-1) ?? 0) + (kindOf(civilDateOfEpochDay(day)) === 'workday' ? 1 : 0));
  return { begins, counts };
}

const firstDayOf = (year: number): number => epochDayOf(`${String(year).padStart(4, '0')}-01-01`);

/** The day itself when it is worked, otherwise the next that is. */
export function workdayFrom(calendar: WorkingCalendar, date: CivilDate): Due {
  for (let day = date; ; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day);
    if (kind === 'unpublished') return waitsFor(day);
    if (kind === 'workday') return dueOn(day);
  }
}

/** The n-th working day after `start`, which is not counted itself; with 0 the start, moved off a day that is not worked. */
export function addWorkdays(calendar: WorkingCalendar, start: CivilDate, count: number): Due {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  if (count === 0) return workdayFrom(calendar, start);
  let day = start;
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1);
    const kind = calendar.kindOf(day);
    if (kind === 'unpublished') return waitsFor(day);
    if (kind === 'workday') counted += 1;
  }
  return dueOn(day);
}

/** Working days after `from` up to and with `until`; negative the other way round; null over an unpublished year. */
export function workdaysBetween(calendar: WorkingCalendar, from: CivilDate, until: CivilDate): number | null {
  if (until < from) {
    const back = workdaysBetween(calendar, until, from);
    return back === null ? null : 0 - back;
  }
  if (until === from) return 0;
  // Years are counted once, so that a case that is overdue for years costs what one of yesterday does.
  const [first, beyond] = [epochDayOf(from) + 1, epochDayOf(until) + 1];
  let count = 0;
  for (let year = yearOf(civilDateOfEpochDay(first)); year <= yearOf(until); year += 1) {
    const worked = calendar.workedOf(year);
    if (worked === null) return null;
    const { begins, counts } = worked;
    const workedUntil = (day: number) => counts[Math.min(Math.max(day - begins, 0), counts.length - 1)] ?? 0;
    count += workedUntil(beyond) - workedUntil(first);
  }
  return count;
}

function waitsFor(day: CivilDate): Due {
  return { on: null, waitsForYear: yearOf(day) };
}
