import {
  addWorkdays,
  type Due,
  isPast,
  type Moment,
  noDue,
  receivedOn,
  today,
  workdaysBetween,
  workingMinutesBetween,
} from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import { type Interval, mergedStretches } from './interval.ts';
import { isPause, pausedWorkdays } from './paused-days.ts';

/** What the clock of a case is derived from. Nothing is counted down, so two calls with it agree in ten years. */
export interface ClockRecord {
  /** null before acceptance. */
  readonly acceptedOn: CivilDate | null;
  /** Working days. */
  readonly promisedDays: number;
  /** Working days from receipt to the decision whether to accept. */
  readonly acceptanceDays: number;
  /** Working days by which an approved extension lengthens the promise, summed. */
  readonly extensionDays: number;
  readonly intervals: readonly Interval[];
}

/**
 * green: more than half of the days are left · yellow: half or less · orange: a fifth or less, or one day · red: over.
 * paused: the clock stands · waiting: 待校历公布.
 */
export const lights = ['green', 'yellow', 'orange', 'red', 'paused', 'waiting'] as const;
export type Light = (typeof lights)[number];

export interface CaseClock {
  readonly due: Due;
  readonly light: Light;
  readonly isPaused: boolean;
  /** Working days that are left; 0 on the last, negative when over; null when unknown. */
  readonly daysLeft: number | null;
  readonly pausedDays: number;
  /** Working minutes that each holder has had the case; null where a year is unpublished. */
  readonly minutesByHolder: Readonly<Record<string, number | null>>;
}

/**
 * The last day of the promise: so many working days after acceptance, plus extensions, plus the days on which the clock
 * stood. Before acceptance it is the date that acceptance on the day of receipt gives; while the applicant owes
 * corrections then, there is none.
 */
export function dueDateOf(record: ClockRecord, moment: Moment): Due {
  const { calendar } = moment.office;
  const limit = record.promisedDays + record.extensionDays;
  if (record.acceptedOn !== null) {
    const paused = pausedWorkdays(record.intervals, record.acceptedOn, moment);
    return addWorkdays(calendar, record.acceptedOn, limit + paused);
  }
  if (isStanding(record.intervals)) return noDue;
  const received = receiptOf(record, moment);
  return received.on === null ? received : addWorkdays(calendar, received.on, limit);
}

/** The day by which acceptance must be decided; after it a case is accepted by silence. */
export function acceptanceDueOf(record: ClockRecord, moment: Moment): Due {
  const received = receiptOf(record, moment);
  return received.on === null ? received : addWorkdays(moment.office.calendar, received.on, record.acceptanceDays);
}

/** The day of receipt: that on which the papers, corrected if need be, came in last. */
export function receiptOf(record: ClockRecord, moment: Moment): Due {
  const intake = record.intervals.findLast(({ kind }) => kind === 'intake');
  return intake ? receivedOn(intake.startedAt, moment.office) : noDue;
}

/** The clock of a case that is under way; of one that has ended, ask with the instant of its end. */
export function caseClock(record: ClockRecord, moment: Moment): CaseClock {
  const due = dueDateOf(record, moment);
  const isPaused = isStanding(record.intervals);
  const daysLeft = due.on === null ? null : workdaysBetween(moment.office.calendar, today(moment), due.on);
  const limit = record.promisedDays + record.extensionDays;
  return {
    due,
    isPaused,
    daysLeft,
    light: isPaused ? 'paused' : lightOf({ due, daysLeft, limit }, moment),
    pausedDays: record.acceptedOn === null ? 0 : pausedWorkdays(record.intervals, record.acceptedOn, moment),
    minutesByHolder: workingMinutesByHolder(record.intervals, moment),
  };
}

/** Light of any limit of so many working days; the acceptance decision and a stage have theirs by the same rule. */
export function lightOf(limit: { due: Due; daysLeft: number | null; limit: number }, moment: Moment): Light {
  const { due, daysLeft } = limit;
  if (due.on === null) return 'waiting';
  if (isPast(due.on, moment)) return 'red';
  if (daysLeft === null) return 'waiting';
  if (daysLeft <= 1 || 5 * daysLeft <= limit.limit) return 'orange';
  return 2 * daysLeft <= limit.limit ? 'yellow' : 'green';
}

/** Stretches of one holder that overlap (parallel tasks) are merged first: nobody waits twice at the same time. */
export function workingMinutesByHolder(
  intervals: readonly Interval[],
  { now, office }: Moment,
): Readonly<Record<string, number | null>> {
  const holders = [...new Set(intervals.map(({ holder }) => holder))];
  return Object.fromEntries(holders.map((holder) => [holder, minutesOf(holder)]));

  function minutesOf(holder: string): number | null {
    let total = 0;
    for (const { start, end } of mergedStretches(
      intervals.filter((interval) => interval.holder === holder),
      now,
    )) {
      const minutes = workingMinutesBetween(start, end, office);
      if (minutes === null) return null;
      total += minutes;
    }
    return total;
  }
}

function isStanding(intervals: readonly Interval[]): boolean {
  return intervals.some((interval) => interval.endedAt === null && isPause(interval));
}
