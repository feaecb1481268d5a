import type { CivilDate } from '../vocabulary/index.ts';
import { addDays } from './civil-date.ts';
import { type Due, type WorkingCalendar, workdayFrom } from './working-calendar.ts';
import { civilDateAt, type LocalTime, localTimeAt } from './zone.ts';

/** A stretch of a working day, in minutes since midnight. */
export interface OfficeSpan {
  readonly from: number;
  readonly until: number;
}

/** When work is done: the calendar says on which days, the spans at which hours, the zone by which clock. */
export interface OfficeTime {
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  /** In order and apart; the end of the last is closing time. */
  readonly spans: readonly OfficeSpan[];
}

/** Now, and the office time by which it is judged. */
export interface Moment {
  readonly now: Date;
  readonly office: OfficeTime;
}

export const defaultSpans: readonly OfficeSpan[] = [
  { from: 8 * 60 + 30, until: 11 * 60 + 30 },
  { from: 13 * 60 + 30, until: 17 * 60 },
];

export function today({ now, office }: Moment): CivilDate {
  return civilDateAt(now, office.zone);
}

export function closingMinute(office: OfficeTime): number {
  return office.spans.at(-1)?.until ?? 24 * 60;
}

/** What comes after closing time, or on a day that is not worked, is received on the next working day. */
export function receivedOn(instant: Date, office: OfficeTime): Due {
  const local = localTimeAt(instant, office.zone);
  return workdayFrom(office.calendar, isAfterClosing(local, office) ? addDays(local.date, 1) : local.date);
}

/** Whether the last day of a limit is over: it ends when the office closes. */
export function isPast(lastDay: CivilDate, { now, office }: Moment): boolean {
  const local = localTimeAt(now, office.zone);
  return local.date > lastDay || (local.date === lastDay && isAfterClosing(local, office));
}

/**
 * Between the opening and the closing of a day that is worked, the break at noon included. A day of a year that is
 * unpublished counts as worked: it may be one.
 */
export function isOfficeOpen({ now, office }: Moment): boolean {
  const local = localTimeAt(now, office.zone);
  if (office.calendar.kindOf(local.date) === 'day-off') return false;
  return local.minutes >= (office.spans[0]?.from ?? 0) && !isAfterClosing(local, office);
}

/**
 * Minutes of office time between two instants. Counted on the wall clock, so that a zone that changes its clocks does
 * not lengthen a working day. null when a year that it touches is unpublished.
 */
export function workingMinutesBetween(start: Date, end: Date, office: OfficeTime): number | null {
  if (end <= start) return 0;
  const [from, until] = [localTimeAt(start, office.zone), localTimeAt(end, office.zone)];
  let total = 0;
  for (let day = from.date; day <= until.date; day = addDays(day, 1)) {
    const kind = office.calendar.kindOf(day);
    if (kind === 'unpublished') return null;
    if (kind === 'day-off') continue;
    const [first, last] = [day === from.date ? from.minutes : 0, day === until.date ? until.minutes : 24 * 60];
    for (const span of office.spans) total += Math.max(0, Math.min(last, span.until) - Math.max(first, span.from));
  }
  return Math.floor(total);
}

function isAfterClosing(local: LocalTime, office: OfficeTime): boolean {
  return local.minutes >= closingMinute(office);
}
