import type { CivilDate } from '../vocabulary/index.ts';

/** What holds for some days of the university: from its first one until, and without, the day on which it had ended. */
export interface DatedState {
  readonly startedOn: CivilDate;
  /** null: it still holds. */
  readonly endedOn: CivilDate | null;
}

/** Whether it held at the end of the day: what ends on its first day held on none. */
export function heldOn({ startedOn, endedOn }: DatedState, day: CivilDate): boolean {
  return startedOn <= day && (endedOn === null || day < endedOn);
}
