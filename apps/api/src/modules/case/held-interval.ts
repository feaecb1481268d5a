import type { Interval } from '@yitang/domain/clock';
import type { IntervalKind } from '@yitang/domain/vocabulary';

/** An interval that lasts, as it is kept with the case: its end makes it a row of `case_intervals`. */
export interface HeldInterval {
  readonly kind: IntervalKind;
  readonly holder: string;
  /** Index of the stage in the route. */
  readonly stage: number;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly isRunning: boolean;
  readonly ground: string | null;
}

/** An interval and the stage in which it was spent. */
export interface StagedInterval extends Interval {
  readonly stage: number;
}

export function stagedInterval({ kind, holder, stage, since, isRunning, ground }: HeldInterval): StagedInterval {
  return { kind, holder, stage, startedAt: new Date(since), endedAt: null, isRunning, ground };
}

export function heldInterval({ kind, holder, startedAt, isRunning, ground }: Interval, stage: number): HeldInterval {
  return { kind, holder, stage, since: startedAt.getTime(), isRunning, ground };
}
