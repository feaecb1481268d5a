import { countVisits, tripsOfCase, type Visit, type VisitRule } from '@yitang/domain/visit';
import type { VisitKind } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';

/** What is known of the trips of one case; no entry: nothing is. */
export interface KnownTrips {
  readonly trips: number | null;
  /** Somebody came and found nobody there. */
  readonly foundClosed: boolean;
}

interface VisitRow {
  readonly caseId: string;
  readonly visitId: string;
  readonly kind: VisitKind;
  readonly reason: string | null;
}

/** The trips of some cases, by the rule of the visits: the higher one of records and answer. Two statements. */
export async function findCaseTrips(
  em: Em,
  caseIds: readonly string[],
  rule: VisitRule,
): Promise<Map<string, KnownTrips>> {
  if (caseIds.length === 0) return new Map();
  const marks = caseIds.map(() => '?').join(', ');
  const rows = await em.execute<VisitRow[]>(
    `select case_id as caseId, visit_id as visitId, kind, reason from visit_cases where case_id in (${marks})`,
    [...caseIds],
  );
  const answers = await em.execute<{ caseId: string; trips: number }[]>(
    `select case_id as caseId, trips from visit_answers where case_id in (${marks})`,
    [...caseIds],
  );
  const answered = new Map(answers.map(({ caseId, trips }) => [caseId, Number(trips)]));
  const recorded = Map.groupBy(rows, ({ caseId }) => caseId);
  const known = new Set([...answered.keys(), ...recorded.keys()]);
  return new Map(
    [...known].map((caseId) => {
      const visits = recorded.get(caseId) ?? [];
      const { trips } = tripsOfCase(countVisits(visitsOf(visits), caseId, rule), answered.get(caseId) ?? null, rule);
      return [caseId, { trips, foundClosed: visits.some(({ reason }) => reason === 'office-closed') }];
    }),
  );
}

const never = new Date(0);

/** Arrivals are merged already; whose they were and when does not matter here. */
function visitsOf(rows: readonly VisitRow[]): Visit[] {
  return [...Map.groupBy(rows, ({ visitId }) => visitId).values()].map((kinds) => ({
    personId: '',
    placeId: '',
    startedAt: never,
    lastSeenAt: never,
    arrivals: [],
    kindsByCase: new Map(kinds.slice(0, 1).map(({ caseId }) => [caseId, new Set(kinds.map(({ kind }) => kind))])),
  }));
}
