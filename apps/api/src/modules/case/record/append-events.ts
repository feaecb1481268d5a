import { insertRows, type Em } from '../../../database/index.ts';
import { chainEvents, firstLink, type ChainHead, type EventEntry, type EventRow } from './event-chain.ts';

/** Appends to the story of a case. Two writers at once meet on the unique place, and the later runs again. */
export async function appendEvents(
  em: Em,
  caseId: string,
  entries: readonly EventEntry[],
): Promise<readonly EventRow[]> {
  if (entries.length === 0) return [];
  const rows = chainEvents(caseId, entries, await findHead(em, caseId));
  await insertRows(
    em,
    'case_events',
    rows.map((row) => ({ ...row })),
  );
  return rows;
}

async function findHead(em: Em, caseId: string): Promise<ChainHead> {
  const [head] = await em.execute<{ seq: number; hash: string }[]>(
    'select seq, hash from case_events where case_id = ? order by seq desc limit 1',
    [caseId],
  );
  return head === undefined ? firstLink : { seq: Number(head.seq), hash: head.hash };
}
