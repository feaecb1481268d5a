import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../apps/api/src/platform/ids/index.ts';

const hours = 12;

export interface SignedIn {
  /** For the Cookie header, over plain http. */
  readonly cookie: string;
  /** A row of `sessions`, by column. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** A session as signing in leaves it, without going through the CAS. */
export function signedIn(
  person: { personId: string; accountId: string; activeGrantId?: string | null },
  now: Date,
): SignedIn {
  const token = randomBytes(32).toString('base64url');
  const { personId, accountId, activeGrantId = null } = person;
  return {
    cookie: `yt_session=${token}`,
    row: {
      id: newId(),
      token_hash: createHash('sha256').update(token).digest('hex'),
      person_id: personId,
      account_id: accountId,
      assurance: 'campus',
      active_grant_id: activeGrantId,
      address: '127.0.0.1',
      device: 'load',
      created_at: now,
      last_seen_at: now,
      ends_at: new Date(now.getTime() + hours * 3_600_000),
    },
  };
}
