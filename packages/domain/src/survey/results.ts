import { tripCauses, type ContactOutcome, type TripCause } from '../vocabulary/index.ts';
import { weightedInterval, type ShareInterval } from './interval.ts';
import type { SurveyAnswer } from './outcome.ts';
import { fewestAnswersShown } from './survey-plan.ts';

export interface SurveyStratum {
  readonly key: string;
  readonly population: number;
  readonly drawn: number;
}

/** What one drawn case became; of one that nobody called yet there is none. */
export interface StratumAnswer extends SurveyAnswer {
  readonly stratum: string;
}

/** A rate as counted, `yes` of `valid`, and what it says of the whole frame; `interval` null: not computable. */
export interface SurveyRate {
  readonly yes: number;
  readonly valid: number;
  readonly interval: ShareInterval | null;
}

export interface SurveyResults {
  /** Cases of the frame, drawn ones, and those with an outcome. */
  readonly population: number;
  readonly drawn: number;
  readonly contacted: number;
  readonly outcomes: Readonly<Record<ContactOutcome, number>>;
  /** 实现率: answered with at most one trip, of all who answered. */
  readonly once: SurveyRate;
  /** 满意率: levels 1 to 3, of all who answered. */
  readonly satisfied: SurveyRate;
  /** Cases of the frame in strata where nobody answered: the rates say nothing of them. */
  readonly uncovered: number;
  /** Each answer may name several. */
  readonly causes: Readonly<Record<TripCause, number>>;
  /** So few answers that the rates would tell who said what. */
  readonly isHidden: boolean;
}

/**
 * Figures of a survey or of a part of its strata. Refusals, wrong numbers and people not reached stay out of the rates
 * and in the response rate, `outcomes.answered` of `drawn`. How the rates are weighted: `weightedInterval`.
 */
export function summariseSurvey(
  strata: readonly SurveyStratum[],
  answers: readonly StratumAnswer[],
  fewest = fewestAnswersShown,
): SurveyResults {
  const outcomes = { answered: 0, refused: 0, invalid: 0, unreached: 0 };
  const causes = Object.fromEntries(tripCauses.map((cause) => [cause, 0])) as Record<TripCause, number>;
  const valid = new Map<string, SurveyAnswer[]>();
  for (const answer of answers) {
    outcomes[answer.outcome] += 1;
    for (const cause of answer.causes) causes[cause] += 1;
    if (answer.outcome === 'answered') valid.set(answer.stratum, [...(valid.get(answer.stratum) ?? []), answer]);
  }
  const rate = (isYes: (answer: SurveyAnswer) => boolean): SurveyRate => {
    const counted = strata.map(({ key, population }) => {
      const given = valid.get(key) ?? [];
      return { population, valid: given.length, yes: given.filter(isYes).length };
    });
    return {
      yes: sum(counted.map(({ yes }) => yes)),
      valid: sum(counted.map((one) => one.valid)),
      interval: weightedInterval(counted),
    };
  };
  return {
    population: sum(strata.map(({ population }) => population)),
    drawn: sum(strata.map(({ drawn }) => drawn)),
    contacted: answers.length,
    outcomes,
    once: rate(({ trips }) => trips !== null && trips <= 1),
    satisfied: rate(({ level }) => level !== null && level <= 3),
    uncovered: sum(strata.filter(({ key }) => !valid.has(key)).map(({ population }) => population)),
    causes,
    isHidden: outcomes.answered < fewest,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
