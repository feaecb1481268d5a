import { instantOf, type Em } from '../../../database/index.ts';
import { eventHash, firstLink, sha256, type EventRow } from './event-chain.ts';

export interface BrokenEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly fault: 'missing' | 'link' | 'hash' | 'details';
}

type StoredRow = Omit<EventRow, 'at' | 'seq'> & { at: unknown; seq: number | string };

const pageSize = 2_000;

/**
 * Walks the chains of all cases and names the first event of each that is not as it was written (R-AUD-3). Streams in
 * pages, so that it can run beside the office.
 */
export async function* findBrokenEvents(em: Em): AsyncGenerator<BrokenEvent> {
  let previous: { caseId: string; seq: number; hash: string; isBroken: boolean } | undefined;
  for (;;) {
    const rows = await readPage(em, previous);
    for (const row of rows) {
      const isSame = previous?.caseId === row.case_id;
      const head: { seq: number; hash: string } = isSame && previous !== undefined ? previous : firstLink;
      const fault = isSame && previous?.isBroken === true ? undefined : faultOf(row, head);
      if (fault !== undefined) yield { caseId: row.case_id, seq: row.seq, fault };
      const isBroken: boolean = fault !== undefined || (isSame && previous?.isBroken === true);
      previous = { caseId: row.case_id, seq: row.seq, hash: row.hash, isBroken };
    }
    if (rows.length < pageSize) return;
  }
}

/** undefined when every story is whole. */
export async function findFirstBrokenEvent(em: Em): Promise<BrokenEvent | undefined> {
  for await (const broken of findBrokenEvents(em)) return broken;
  return undefined;
}

async function readPage(em: Em, after: { caseId: string; seq: number } | undefined): Promise<EventRow[]> {
  const rows = await em.execute<StoredRow[]>(
    `select * from case_events where case_id > ? or (case_id = ? and seq > ?) order by case_id, seq limit ${pageSize}`,
    [after?.caseId ?? '', after?.caseId ?? '', after?.seq ?? 0],
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at), seq: Number(row.seq) }));
}

function faultOf(row: EventRow, head: { seq: number; hash: string }): BrokenEvent['fault'] | undefined {
  if (row.seq !== head.seq + 1) return 'missing';
  if (row.previous_hash !== head.hash) return 'link';
  if (row.hash !== eventHash(row)) return 'hash';
  return row.details_hash === sha256(row.details) ? undefined : 'details';
}
