import type { KeyObject } from 'node:crypto';
import { instantOf, type Em } from '../../database/index.ts';
import { findAnchorFault, type AnchorRow } from './anchor.ts';
import { genesis, hashEntry, type Entry, type Head } from './entry.ts';

export interface AuditReport {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly chains: number;
  readonly anchors: number;
  /** A sentence that names the first row that is not as it was written. */
  readonly firstFault: string | null;
}

interface EntryRow {
  id: string;
  chain: string;
  seq: number;
  previous_hash: string;
  hash: string;
  at: unknown;
  kind: Entry['kind'];
  actor: string;
  role: string;
  action: string;
  target: string;
  outcome: Entry['outcome'];
  address: string;
  request_id: string;
  before: string | null;
  after: string | null;
  sealed: string | null;
}

const pageSize = 1_000;

/**
 * Recomputes every chain and every anchor. A changed, removed, added or reordered entry breaks its chain; a chain that
 * was cut at its end or removed whole contradicts the first anchor that covers it. What was written after the last
 * anchor can be cut unseen: that window is a day.
 */
export async function verifyAudit(
  em: Em,
  publicKeys: readonly KeyObject[],
  onProgress?: (entries: number) => void,
): Promise<AuditReport> {
  const counts = { entries: 0, chains: 0, anchors: 0 };
  const report = (firstFault: string | null): AuditReport => ({ isIntact: firstFault === null, ...counts, firstFault });
  let chain = '';
  let head: Head = { seq: 0, hash: genesis };
  for await (const row of allEntries(em)) {
    if (row.chain !== chain) {
      chain = row.chain;
      head = { seq: 0, hash: genesis };
      counts.chains += 1;
    }
    const fault = findEntryFault(row, head);
    if (fault !== undefined) return report(`chain ${row.chain} entry ${head.seq + 1}: ${fault}`);
    head = { seq: head.seq + 1, hash: row.hash };
    counts.entries += 1;
    if (counts.entries % 10_000 === 0) onProgress?.(counts.entries);
  }
  let previousDigest = genesis;
  for (const anchor of await em.execute<AnchorRow[]>('select * from audit_anchors order by day')) {
    const fault = await findAnchorFault(em, anchor, { previousDigest, keys: publicKeys });
    if (fault !== undefined) return report(fault);
    previousDigest = anchor.digest;
    counts.anchors += 1;
  }
  return report(null);
}

function findEntryFault(row: EntryRow, head: Head): string | undefined {
  if (Number(row.seq) !== head.seq + 1) return `missing (${row.id} is number ${row.seq})`;
  if (row.previous_hash !== head.hash) return `${row.id} does not follow the entry before it`;
  return hashEntry(toEntry(row)) === row.hash ? undefined : `${row.id} was changed`;
}

function toEntry(row: EntryRow): Entry {
  const { previous_hash: previousHash, request_id: requestId, ...same } = row;
  return { ...same, seq: Number(row.seq), at: instantOf(row.at), previousHash, requestId };
}

async function* allEntries(em: Em): AsyncGenerator<EntryRow> {
  let chain = '';
  let seq = 0;
  for (;;) {
    const rows = await em.execute<EntryRow[]>(
      `select * from audit_entries where chain >= ? and (chain > ? or seq > ?) order by chain, seq limit ${pageSize}`,
      [chain, chain, seq],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    chain = last.chain;
    seq = Number(last.seq);
  }
}
