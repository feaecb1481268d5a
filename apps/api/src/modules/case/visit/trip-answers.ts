import type { Em } from '../../../database/index.ts';
import { VisitAnswer } from '../visit.entity.ts';

export interface TripAnswer {
  readonly caseId: string;
  readonly personId: string;
  /** null takes an earlier answer back. */
  readonly trips: number | null;
  readonly at: Date;
}

/** Part of the command that rates a case; a later answer takes the place of an earlier one. */
export async function recordTripAnswer(em: Em, { caseId, personId, trips, at }: TripAnswer): Promise<void> {
  if (trips === null) return void (await em.nativeDelete(VisitAnswer, { caseId }));
  const changed = await em.nativeUpdate(VisitAnswer, { caseId }, { trips, at });
  if (changed === 0) await em.insert(VisitAnswer, { caseId, personId, trips, at });
}
