import { insertRows, type Em } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';

/** Notes, in the transaction that changes something about a case's trips, that they are to be tallied again. */
export async function markTrips(em: Em, caseIds: readonly string[]): Promise<void> {
  const rows = [...new Set(caseIds)].map((caseId) => ({ id: newId(), case_id: caseId }));
  await insertRows(em, 'trip_marks', rows);
}
