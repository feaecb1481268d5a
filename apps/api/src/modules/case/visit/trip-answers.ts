import type { TripCause } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { VisitAnswer } from '../visit.entity.ts';
import { markTrips } from './mark-trips.ts';

export interface TripAnswer {
  readonly caseId: string;
  readonly personId: string;
  /** null takes an earlier answer back. */
  readonly trips: number | null;
  /** Why it took more than one. */
  readonly cause: TripCause | null;
  readonly at: Date;
}

/** Part of the command that rates a case; a later answer takes the place of an earlier one. */
export async function recordTripAnswer(em: Em, { caseId, personId, trips, cause, at }: TripAnswer): Promise<void> {
  await markTrips(em, [caseId]);
  if (trips === null) return void (await em.nativeDelete(VisitAnswer, { caseId }));
  const changed = await em.nativeUpdate(VisitAnswer, { caseId }, { trips, cause, at });
  if (changed === 0) await em.insert(VisitAnswer, { caseId, personId, trips, cause, at });
}
