import type { AssuranceLevel } from '@yitang/domain/vocabulary';
import { instantOf } from '../../database/index.ts';

/** One signed-in browser. */
export interface SessionRecord {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly assurance: AssuranceLevel;
  readonly activeGrantId: string | null;
  readonly address: string;
  /** The browser's own description of itself, shortened. */
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
}

export interface SessionRow {
  id: string;
  person_id: string;
  account_id: string;
  assurance: AssuranceLevel;
  active_grant_id: string | null;
  address: string;
  device: string;
  created_at: unknown;
  last_seen_at: unknown;
  ends_at: unknown;
}

export const sessionColumns =
  'id, person_id, account_id, assurance, active_grant_id, address, device, created_at, last_seen_at, ends_at';

/** What is asked of a session at every request: whose it is, in which role they act, and whether it is over. */
export type SessionFacts = Omit<SessionRecord, 'address' | 'device' | 'createdAt'>;
export type SessionFactsRow = Omit<SessionRow, 'address' | 'device' | 'created_at'>;

/** For a statement in which the sessions are `s`. */
export const sessionFactColumns =
  's.id, s.person_id, s.account_id, s.assurance, s.active_grant_id, s.last_seen_at, s.ends_at';

export const toSessionFacts = (row: SessionFactsRow): SessionFacts => ({
  id: row.id,
  personId: row.person_id,
  accountId: row.account_id,
  assurance: row.assurance,
  activeGrantId: row.active_grant_id,
  lastSeenAt: instantOf(row.last_seen_at),
  endsAt: instantOf(row.ends_at),
});

export function toSession(row: SessionRow): SessionRecord {
  const { address, device } = row;
  return { ...toSessionFacts(row), address, device, createdAt: instantOf(row.created_at) };
}
