import { createHash } from 'node:crypto';
import { familyOfEm, refuseInTransaction, type Em, type Orm } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Config } from '../config/index.ts';
import { principalKey, type Principal } from '../principal/index.ts';
import { problem } from '../problem/index.ts';
import { createCountsPerWindow } from './counts-per-window.ts';
import { networkOf } from './network-of.ts';

/** Whoever asks too often is told when to come back: problem `request.too-many` with Retry-After. */
export interface RateLimits {
  /** Every request: by person where one is known, else by address. In memory, so it costs nothing and resets on restart. */
  passRequest(principal: Principal, kind: 'read' | 'write'): void;
  /** Counts a read in front of the server, where nobody is known yet, to its address; false when its limit is reached. */
  mayReadUnknown(address: string): boolean;
  /**
   * Sign-in, codes, lookups that could be guessed: counted in the database over all instances, and refused when it
   * can't be counted. `subject` is what is guessed at, besides the address.
   */
  passSensitive(action: string, who: { address: string; subject?: string }): Promise<void>;
}

// Many people share one address of a campus or a dormitory.
const peoplePerAddress = 20;
const windowSeconds = 60;

export function createRateLimits(parts: { orm: Orm; clock: Clock; config: Pick<Config, 'limits'> }): RateLimits {
  const { orm, clock, config } = parts;
  const perMinute = { read: config.limits.readsPerMinute, write: config.limits.writesPerMinute };
  const counts = {
    read: createCountsPerWindow(clock, windowSeconds),
    write: createCountsPerWindow(clock, windowSeconds),
  };
  const isWithin = (kind: 'read' | 'write', who: string, people = 1): boolean =>
    counts[kind].add(who) <= perMinute[kind] * people;
  const mayPassUnknown = (kind: 'read' | 'write', address: string): boolean =>
    isWithin(kind, networkOf(address), peoplePerAddress);

  return {
    passRequest: (principal, kind) => {
      // Not both: thousands of students behind the one address of their campus must be able to apply in one minute.
      const who = principalKey(principal);
      const mayPass = who === 'anonymous' ? mayPassUnknown(kind, principal.address) : isWithin(kind, who);
      if (!mayPass) throw problem('request.too-many', { retryAfter: counts[kind].secondsLeft() });
    },
    mayReadUnknown: (address) => mayPassUnknown('read', address),
    passSensitive: async (action, { address, subject }) => {
      refuseInTransaction('an attempt is counted');
      const most = config.limits.sensitivePerMinute;
      const counted: [string, number][] = [[`${action}:${digest(networkOf(address))}`, most * peoplePerAddress]];
      if (subject !== undefined) counted.push([`${action}:${digest(subject)}`, most]);
      for (const [key, limit] of counted) {
        const count = await countInDatabase(orm.em.fork(), key, clock.now());
        if (count > limit) throw problem('request.too-many', { retryAfter: windowSeconds });
      }
    },
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 32);

/** One more in the window that is open, or the first of a new one; returns how many there are, in one statement. */
async function countInDatabase(em: Em, key: string, now: Date): Promise<number> {
  const start = new Date(Math.floor(now.getTime() / (windowSeconds * 1000)) * windowSeconds * 1000);
  const parameters = [key.slice(0, 120), start];
  if (familyOfEm(em) === 'sqlite') {
    const [row] = await em.execute<{ count: number }[]>(countInSqlite, parameters);
    return Number(row?.count);
  }
  const { insertId } = await em.execute<{ insertId?: number }>(countInMysql, parameters, 'run');
  return insertId ?? 1;
}

const countInSqlite = `insert into rate_counts (id, window_start, count) values (?, ?, 1) on conflict (id) do update set
  count = case when window_start = excluded.window_start then count + 1 else 1 end, window_start = excluded.window_start returning count`;
// MySQL assigns from left to right: the count must be decided before the window moves. last_insert_id(…) hands it back.
const countInMysql = `insert into rate_counts (id, window_start, count) values (?, ?, 1) on duplicate key update
  count = last_insert_id(if(window_start = values(window_start), count + 1, 1)), window_start = values(window_start)`;
