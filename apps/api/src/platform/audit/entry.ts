import { hash } from 'node:crypto';
import { activeRole, principalKey, type Principal } from '../principal/index.ts';
import { maskNumbers } from '../logger/index.ts';
import { newId } from '../ids/index.ts';

export const genesis = '0'.repeat(64);
const longestJson = 16_000;

/** A row of `audit_entries`, in the form that is hashed and stored. */
export interface Entry {
  readonly id: string;
  readonly chain: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly at: Date;
  readonly kind: 'write' | 'read';
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: 'done' | 'refused';
  readonly address: string;
  readonly requestId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly sealed: string | null;
}

export type UnchainedEntry = Omit<Entry, 'seq' | 'previousHash'>;
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface EntryFacts {
  readonly kind: Entry['kind'];
  readonly chain: string;
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome: Entry['outcome'];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly sealed?: string | null;
}

export function describeEntry(principal: Principal, at: Date, facts: EntryFacts): UnchainedEntry {
  return {
    id: newId(at.getTime()),
    chain: facts.chain.slice(0, 120),
    at,
    kind: facts.kind,
    actor: principalKey(principal).slice(0, 80),
    role: activeRole(principal) ?? '',
    action: facts.action.slice(0, 80),
    target: `${facts.target.type}:${facts.target.id}`.slice(0, 120),
    outcome: facts.outcome,
    address: principal.address.slice(0, 64),
    requestId: principal.requestId.slice(0, 64),
    before: jsonText(facts.before),
    after: jsonText(facts.after),
    sealed: facts.sealed ?? null,
  };
}

/** Numbers of identity cards and phones are masked even where a caller forgot to. */
function jsonText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = maskNumbers(JSON.stringify(value));
  if (text.length <= longestJson) return text;
  return JSON.stringify({ tooLong: text.length, sha256: hash('sha256', text) });
}

/** Every column in a fixed order, the hash of the entry before among them. */
export function hashEntry(entry: Entry): string {
  const fields = [
    entry.id,
    entry.chain,
    entry.seq,
    entry.previousHash,
    entry.at.toISOString(),
    entry.kind,
    entry.actor,
    entry.role,
    entry.action,
    entry.target,
    entry.outcome,
    entry.address,
    entry.requestId,
    entry.before,
    entry.after,
    entry.sealed,
  ];
  return hash('sha256', JSON.stringify(fields));
}

/** Puts entries behind the heads of their chains; returns the rows to insert and the new heads. */
export function chainEntries(entries: readonly UnchainedEntry[], heads: Map<string, Head>): Record<string, unknown>[] {
  return entries.map((unchained) => {
    const head = heads.get(unchained.chain) ?? { seq: 0, hash: genesis };
    const entry: Entry = { ...unchained, seq: head.seq + 1, previousHash: head.hash };
    const hash = hashEntry(entry);
    heads.set(entry.chain, { seq: entry.seq, hash });
    return toRow(entry, hash);
  });
}

function toRow(entry: Entry, hash: string): Record<string, unknown> {
  const { previousHash, requestId, ...same } = entry;
  return { ...same, previous_hash: previousHash, request_id: requestId, hash };
}
