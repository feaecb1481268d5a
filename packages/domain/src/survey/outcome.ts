import {
  tripCauses,
  ratingLevels,
  type ContactOutcome,
  type TripCause,
  type RatingLevel,
} from '../vocabulary/index.ts';
import { refuseSurvey, type SurveyRefusal, type SurveyRefused } from './survey-lifecycle.ts';

/** What was noted of one call. Levels are those of GB/T 39046 A.8: 1 非常满意 … 5 非常不满意. */
export interface OutcomeNote {
  readonly outcome: ContactOutcome;
  readonly trips: number | null;
  readonly level: number | null;
  readonly causes: readonly TripCause[];
}

export interface SurveyAnswer {
  readonly outcome: ContactOutcome;
  readonly trips: number | null;
  readonly level: RatingLevel | null;
  readonly causes: readonly TripCause[];
}

/** As for ratings: more is a slip of the pen. */
const mostTrips = 20;

export interface OutcomeBefore {
  /** What is noted already; null: nothing, undefined: the case was not drawn. */
  readonly known: ContactOutcome | null | undefined;
  /** Why what stands is changed. */
  readonly reason: string | null;
}

/**
 * Notes the outcome of a call. Who answered says how many trips it took and how satisfied they are, and why where it
 * took more than one; of all others nothing is claimed. What stands is changed only with a reason; somebody who was not
 * reached may be called again without one.
 */
export function decideOutcome(
  note: OutcomeNote,
  { known, reason }: OutcomeBefore,
): { readonly ok: true; readonly answer: SurveyAnswer } | SurveyRefused {
  const refusals: SurveyRefusal[] = [];
  if (known === undefined) refusals.push({ code: 'outcome.not-drawn' });
  if (known !== undefined && known !== null && known !== 'unreached' && reason === null) {
    refusals.push({ code: 'outcome.twice' });
  }
  refusals.push(...(note.outcome === 'answered' ? faultsOfAnswer(note) : faultsOfSilence(note)));
  if (refusals.length > 0) return refuseSurvey(refusals);
  const level = ratingLevels.find((one) => one === note.level) ?? null;
  const causes = tripCauses.filter((cause) => note.causes.includes(cause));
  return { ok: true, answer: { outcome: note.outcome, trips: note.trips, level, causes } };
}

function faultsOfAnswer({ trips, level, causes }: OutcomeNote): SurveyRefusal[] {
  const refusals: SurveyRefusal[] = [];
  const isPossible = trips !== null && Number.isInteger(trips) && trips >= 0 && trips <= mostTrips;
  if (trips === null) refusals.push({ code: 'outcome.trips-missing' });
  else if (!isPossible) refusals.push({ code: 'outcome.trips-impossible' });
  if (level === null) refusals.push({ code: 'outcome.level-missing' });
  else if (!ratingLevels.some((one) => one === level)) refusals.push({ code: 'outcome.level-unknown' });
  if (isPossible && trips > 1 && causes.length === 0) refusals.push({ code: 'outcome.cause-missing' });
  if (isPossible && trips <= 1 && causes.length > 0) refusals.push({ code: 'outcome.cause-without-trips' });
  return refusals;
}

const faultsOfSilence = ({ trips, level, causes }: OutcomeNote): SurveyRefusal[] =>
  trips === null && level === null && causes.length === 0 ? [] : [{ code: 'outcome.answers-without-contact' }];
