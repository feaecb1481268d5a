import { addDays, closingMinute, localTimeAt, type Moment, type OfficeTime } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import type { Interval } from './interval.ts';

/**
 * Working days after acceptance on which the clock stood: a day counts when a pause covers its closing time, once
 * however many pauses do. An unpublished day counts as none; the due date waits for its year anyway.
 */
export function pausedWorkdays(intervals: readonly Interval[], acceptedOn: CivilDate, { now, office }: Moment): number {
  const days = new Set<CivilDate>();
  for (const interval of intervals) {
    if (!isPause(interval)) continue;
    for (const day of closingsWithin(interval.startedAt, interval.endedAt ?? now, office)) {
      if (day > acceptedOn && office.calendar.kindOf(day) === 'workday') days.add(day);
    }
  }
  return days.size;
}

export function isPause({ kind, isRunning }: Interval): boolean {
  return !isRunning && (kind === 'correction' || kind === 'suspension');
}

/** The days whose closing time lies in [start, end). */
function closingsWithin(start: Date, end: Date, office: OfficeTime): readonly CivilDate[] {
  if (end <= start) return [];
  const closing = closingMinute(office);
  const [from, until] = [localTimeAt(start, office.zone), localTimeAt(end, office.zone)];
  const first = from.minutes <= closing ? from.date : addDays(from.date, 1);
  const last = until.minutes > closing ? until.date : addDays(until.date, -1);
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
