import type { VisitDefinition, VisitKind } from '../vocabulary/index.ts';
import type { Visit } from './visit-merging.ts';

export { visitDefinitions, type VisitDefinition } from '../vocabulary/index.ts';

/** The wider one: from application until the result is received. */
export const defaultVisitDefinition: VisitDefinition = '2019';

export interface VisitRule {
  readonly definition: VisitDefinition;
  /** Whether a trip to a kiosk or locker counts; the texts speak of trips to departments, so by default it doesn't. */
  readonly countsKiosk?: boolean | undefined;
}

export interface RecordedVisits {
  readonly counted: number;
  /** Trips to kiosks and lockers, shown beside. */
  readonly apart: number;
  /** Visits for collecting alone; the definition of 2017 leaves them out. */
  readonly collections: number;
}

/** What the records say of one case. */
export function countVisits(visits: readonly Visit[], caseId: string, rule: VisitRule): RecordedVisits {
  const kindsOfEach = visits.map(({ kindsByCase }) => kindsByCase.get(caseId)).filter((kinds) => kinds !== undefined);
  return {
    counted: kindsOfEach.filter((kinds) => [...kinds].some((kind) => isCounted(kind, rule))).length,
    apart: kindsOfEach.filter((kinds) => [...kinds].every(isApart)).length,
    collections: kindsOfEach.filter((kinds) => [...kinds].every((kind) => kind === 'collection')).length,
  };
}

/** How many trips a case took; null: not known, which is never none. */
export interface CaseTrips {
  readonly trips: number | null;
  /** The applicant's answer and the records differ: the case is listed. */
  readonly isDisputed: boolean;
}

/**
 * The higher one of the applicant's own answer and the records. The answer speaks of the whole way; for the definition
 * of 2017 the recorded collections are taken off it.
 */
export function tripsOfCase(recorded: RecordedVisits, answer: number | null, rule: VisitRule): CaseTrips {
  const isRecorded = recorded.counted > 0;
  if (answer === null) return { trips: isRecorded ? recorded.counted : null, isDisputed: false };
  const answered = rule.definition === '2017' ? Math.max(0, answer - recorded.collections) : answer;
  // Nothing recorded is unknown, never none, and contradicts no answer (docs/adr/0032).
  return { trips: Math.max(answered, recorded.counted), isDisputed: isRecorded && answered !== recorded.counted };
}

/** 实现率 as whole numbers: `onceOrLess` of `known`; the coverage is `known` of `finished`. */
export interface MeasuredRate {
  readonly onceOrLess: number;
  readonly known: number;
  readonly finished: number;
  /** With no known case there is no rate, which is not 100 %. */
  readonly isComputable: boolean;
}

/** @param trips of each finished case, null where unknown */
export function measuredRate(trips: readonly (number | null)[]): MeasuredRate {
  const known = trips.filter((count) => count !== null);
  const onceOrLess = known.filter((count) => count <= 1).length;
  return { onceOrLess, known: known.length, finished: trips.length, isComputable: known.length > 0 };
}

function isCounted(kind: VisitKind, { definition, countsKiosk }: VisitRule): boolean {
  if (isApart(kind)) return countsKiosk === true;
  return kind !== 'collection' || definition === '2019';
}

function isApart(kind: VisitKind): boolean {
  return kind === 'kiosk' || kind === 'locker';
}
