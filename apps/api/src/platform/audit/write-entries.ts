import { insertRows, type Em } from '../../database/index.ts';
import type { PersonKeys } from '../crypto/index.ts';
import type { Principal } from '../principal/index.ts';
import type { AuditInput } from './audit-input.ts';
import { chainEntries, describeEntry, type Head, type UnchainedEntry } from './entry.ts';

export interface EntryWriter {
  readonly em: Em;
  readonly principal: Principal;
  readonly now: Date;
  readonly personKeys: PersonKeys;
}

/**
 * Appends entries in the caller's transaction: one statement to find the ends of the chains (none where all chains
 * begin here) and one to append. Two writers of one chain meet on its unique key, and the later runs again whole.
 */
export async function writeEntries(writer: EntryWriter, inputs: readonly AuditInput[]): Promise<void> {
  const entries: UnchainedEntry[] = [];
  for (const input of inputs) {
    const sealed = await sealPersonal(writer, input);
    entries.push(describeEntry(writer.principal, writer.now, { ...input, kind: 'write', sealed }));
  }
  const continued = new Set(inputs.filter((input) => !input.startsChain).map((input) => input.chain.slice(0, 120)));
  const heads = await findHeads(writer.em, [...continued]);
  await insertRows(writer.em, 'audit_entries', chainEntries(entries, heads));
}

export function firstEntries(
  principal: Principal,
  now: Date,
  inputs: readonly AuditInput[],
): Record<string, unknown>[] {
  const entries = inputs.map((input) => describeEntry(principal, now, { ...input, kind: 'write' }));
  return chainEntries(entries, new Map());
}

async function sealPersonal(writer: EntryWriter, input: AuditInput): Promise<string | null> {
  if (input.personal === undefined) return null;
  const { personId, values } = input.personal;
  return `${personId}:${await writer.personKeys.seal(writer.em, personId, JSON.stringify(values))}`;
}

export async function findHeads(em: Em, chains: readonly string[]): Promise<Map<string, Head>> {
  if (chains.length === 0) return new Map();
  const marks = chains.map(() => '?').join(', ');
  const rows = await em.execute<{ chain: string; seq: number; hash: string }[]>(
    `select e.chain, e.seq, e.hash from audit_entries e join (select chain, max(seq) as seq from audit_entries where chain in (${marks}) group by chain) h on h.chain = e.chain and h.seq = e.seq`,
    [...chains],
  );
  return new Map(rows.map((row) => [row.chain, { seq: Number(row.seq), hash: row.hash }]));
}
