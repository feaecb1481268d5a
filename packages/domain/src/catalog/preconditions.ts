import {
  type AffiliationKind,
  type AssuranceLevel,
  assuranceLevels,
  type CivilDate,
  type LocalText,
} from '../vocabulary/index.ts';
import { type Effective, isInForce } from './effective-version.ts';
import type { Precondition, PreconditionRule, StudentStatus } from './guide.ts';

/** What a person is to the university, and from when till when. */
export interface AffiliationFact extends Effective {
  readonly kind: AffiliationKind;
  /** Of students only. */
  readonly studentStatus?: StudentStatus | null | undefined;
}

/** All that preconditions look up. null: the system that knows it did not answer. */
export interface PreconditionFacts {
  readonly affiliations: readonly AffiliationFact[];
  readonly assurance: AssuranceLevel;
  /** A case of this person in this matter that is still open. */
  readonly hasOpenCase: boolean | null;
  /** Fees that are owed. */
  readonly hasArrears: boolean | null;
  /** The student whose standing invitation names this matter. */
  readonly invitedBy: string | null;
  readonly today: CivilDate;
}

export const preconditionStates = ['met', 'unmet', 'unknown'] as const;
/** `unknown` is not met: what could not be looked up is never taken for granted. */
export type PreconditionState = (typeof preconditionStates)[number];

export interface PreconditionResult {
  readonly key: string;
  readonly label: LocalText;
  readonly state: PreconditionState;
  readonly remedy?: LocalText | undefined;
  readonly remedyLink?: string | undefined;
}

/** Each precondition with what was found, in the order of the guide. */
export function evaluatePreconditions(
  preconditions: readonly Precondition[],
  facts: PreconditionFacts,
): readonly PreconditionResult[] {
  return preconditions.map(({ rule, basis: _, ...told }) => ({ ...told, state: stateOf(rule, facts) }));
}

function stateOf(rule: PreconditionRule, facts: PreconditionFacts): PreconditionState {
  const current = facts.affiliations.filter((affiliation) => isInForce(affiliation, facts.today));
  switch (rule.kind) {
    case 'affiliation':
      return met(current.some(({ kind }) => rule.oneOf.includes(kind)));
    case 'student-status':
      return met(facts.affiliations.some((student) => hasStatus(student, rule.oneOf, facts.today)));
    case 'assurance':
      return met(assuranceLevels.indexOf(facts.assurance) >= assuranceLevels.indexOf(rule.atLeast));
    case 'no-arrears':
      return none(facts.hasArrears);
    case 'no-open-case':
      return none(facts.hasOpenCase);
    case 'invited':
      return met(facts.invitedBy !== null);
    case 'window':
      return met(rule.ranges.some((range) => isInForce(range, facts.today)));
  }
}

/** Graduated and withdrawn are statuses of an affiliation that has ended; the others hold while it lasts. */
function hasStatus(student: AffiliationFact, oneOf: readonly StudentStatus[], today: CivilDate): boolean {
  const { studentStatus: status, from } = student;
  if (!status || !oneOf.includes(status)) return false;
  const hasEnded = status === 'graduated' || status === 'withdrawn';
  return hasEnded ? from <= today : isInForce(student, today);
}

function met(isMet: boolean): PreconditionState {
  return isMet ? 'met' : 'unmet';
}

function none(has: boolean | null): PreconditionState {
  return has === null ? 'unknown' : met(!has);
}
