import type { CivilDate } from '../vocabulary/index.ts';

/** A time in which a matter is not handled (暂停办理), in civil days of the university. */
export interface MatterPause {
  /** First day. */
  readonly startedOn: CivilDate;
  /** First day on which it was open again; null: it still is paused. */
  readonly endedOn: CivilDate | null;
  /** First day on which it should be open again. Only a person ends a pause, so this binds nobody. */
  readonly expectedUntil: CivilDate | null;
}

/**
 * The pause that a matter stands in at the end of a day, as M(T) counts it: a matter that is opened again on the day of its
 * pause was open that day. Of a day to come, a pause that runs lasts until it is expected to end; an expectation that has
 * passed says nothing.
 */
export function findPauseOn<Pause extends MatterPause>(
  pauses: readonly Pause[],
  day: CivilDate,
  today: CivilDate = day,
): Pause | undefined {
  return pauses.find(({ startedOn, endedOn, expectedUntil }) => {
    const isForeseen = endedOn === null && day > today && expectedUntil !== null && expectedUntil > today;
    const end = isForeseen ? expectedUntil : endedOn;
    return startedOn <= day && (end === null || day < end);
  });
}
