import type { CivilDate } from '../vocabulary/index.ts';
import { addDays, weekdayOf, yearOf } from './civil-date.ts';

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
  /** The versions in use, to be pinned by a case. */
  readonly versions: CalendarPins;
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
  const versions = Object.fromEntries([...chosen.values()].map(({ year, version }) => [year, version]));
  return { kindOf, versions };
}

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
  let count = 0;
  for (let day = from; day < until;) {
    day = addDays(day, 1);
    const kind = calendar.kindOf(day);
    if (kind === 'unpublished') return null;
    if (kind === 'workday') count += 1;
  }
  return count;
}

function waitsFor(day: CivilDate): Due {
  return { on: null, waitsForYear: yearOf(day) };
}
