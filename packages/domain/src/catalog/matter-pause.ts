import type { CivilDate } from '../vocabulary/index.ts';
import { heldOn, type DatedState } from './dated-state.ts';

/** The days on which a matter is not handled (暂停办理). */
export interface MatterPause extends DatedState {
  /** First day on which it should be open again. Only a person ends a pause, so this binds nobody. */
  readonly expectedUntil: CivilDate | null;
}

/**
 * The pause that a matter stands in on a day, as M(T) counts it. Of a day to come, a pause that runs lasts until it is
 * expected to end; an expectation that has passed says nothing.
 */
export function findPauseOn<Pause extends MatterPause>(
  pauses: readonly Pause[],
  day: CivilDate,
  today: CivilDate = day,
): Pause | undefined {
  return pauses.find(({ startedOn, endedOn, expectedUntil }) => {
    const isForeseen = day > today && expectedUntil !== null && expectedUntil > today;
    return heldOn({ startedOn, endedOn: endedOn ?? (isForeseen ? expectedUntil : null) }, day);
  });
}
