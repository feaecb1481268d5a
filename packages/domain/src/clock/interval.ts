import type { IntervalKind } from '../vocabulary/index.ts';

/** Who holds a case: the code of a post, or the applicant. */
export const applicantHolder = 'applicant';

/** A stretch of a case's time. Append-only: only `endedAt` is ever written later, once. */
export interface Interval {
  readonly kind: IntervalKind;
  readonly holder: string;
  readonly startedAt: Date;
  /** null while it lasts. */
  readonly endedAt: Date | null;
  /** Whether the promised clock runs. */
  readonly isRunning: boolean;
  /** Why it stands, in words, where it does. */
  readonly ground: string | null;
}

/** What a decision does to the intervals of a case. */
export interface IntervalChanges {
  /** The end of all that are still open; null leaves them. */
  readonly closesAt: Date | null;
  readonly opens: readonly Interval[];
}

export function applyIntervalChanges(intervals: readonly Interval[], changes: IntervalChanges): readonly Interval[] {
  const { closesAt, opens } = changes;
  const kept = intervals.map((interval) =>
    interval.endedAt || !closesAt ? interval : { ...interval, endedAt: closesAt },
  );
  return [...kept, ...opens];
}

/** The stretches in order and apart; those that touch or overlap become one. */
export function mergedStretches(
  intervals: readonly Interval[],
  now: Date,
): readonly { readonly start: Date; readonly end: Date }[] {
  const sorted = intervals
    .map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt ?? now }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
  const merged: { start: Date; end: Date }[] = [];
  for (const stretch of sorted) {
    const last = merged.at(-1);
    if (!last || last.end < stretch.start) merged.push(stretch);
    else if (last.end < stretch.end) last.end = stretch.end;
  }
  return merged;
}
