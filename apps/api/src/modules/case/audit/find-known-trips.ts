import { defaultVisitDefinition } from '@yitang/domain/visit';
import type { Em } from '../../../database/index.ts';
import { marksFor } from '../visit/tally-cases.ts';

/** What is known of the trips of one case; no entry: nothing is. */
export interface KnownTrips {
  /** Of a decided case as it is tallied for every figure of trips; null: not known, or not decided yet. */
  readonly trips: number | null;
  /** Somebody came and found nobody there. */
  readonly foundClosed: boolean;
}

/** The trips of some cases. Two statements. */
export async function findKnownTrips(em: Em, caseIds: readonly string[]): Promise<Map<string, KnownTrips>> {
  if (caseIds.length === 0) return new Map();
  const within = `in (${marksFor(caseIds)})`;
  const tallied = await em.execute<{ caseId: string; trips: number | string | null }[]>(
    `select case_id as caseId, trips${defaultVisitDefinition} as trips from case_trips where case_id ${within}`,
    [...caseIds],
  );
  const closed = await em.execute<{ caseId: string }[]>(
    `select distinct case_id as caseId from visit_cases where case_id ${within} and reason = 'office-closed'`,
    [...caseIds],
  );
  const trips = new Map(tallied.map((row) => [row.caseId, row.trips === null ? null : Number(row.trips)]));
  const foundClosed = new Set(closed.map(({ caseId }) => caseId));
  return new Map(
    [...new Set([...trips.keys(), ...foundClosed])].map((caseId) => [
      caseId,
      { trips: trips.get(caseId) ?? null, foundClosed: foundClosed.has(caseId) },
    ]),
  );
}
