import { affectedRows, databaseMilliseconds, familyOfEm, insertUnlessPresent, type Em } from '../../database/index.ts';
import { newId } from '../ids/index.ts';

/** A job that this process holds until its lease ends. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempt: number;
  readonly leaseToken: string;
}

interface ClaimedRow {
  id: string;
  kind: string;
  payload: unknown;
  attempts: number;
}

/** The instant so many seconds from now by the database's clock, as a value of a datetime column. */
function leaseEnd(em: Em, seconds: number): string {
  const family = familyOfEm(em);
  return family === 'sqlite'
    ? `${databaseMilliseconds(family)} + ${seconds * 1000}`
    : `utc_timestamp(3) + interval ${seconds} second`;
}

const databaseNow = (em: Em): string =>
  familyOfEm(em) === 'sqlite' ? databaseMilliseconds('sqlite') : 'utc_timestamp(3)';

/**
 * Takes up to `limit` jobs that are due, or whose holder let its lease run out: a look, a conditional UPDATE that only
 * one instance wins for each row, and a look at what was won.
 */
export async function claimJobs(
  em: Em,
  claim: { kinds: readonly string[]; limit: number; leaseSeconds: number; now: Date },
): Promise<ClaimedJob[]> {
  if (claim.kinds.length === 0) return [];
  const free = `(state = 'open' and available_at <= ? or state = 'leased' and lease_until < ${databaseNow(em)})`;
  const ofKinds = `kind in (${claim.kinds.map(() => '?').join(', ')})`;
  const due = await em.execute<{ id: string }[]>(
    `select id from jobs where ${free} and ${ofKinds} order by available_at limit ${claim.limit}`,
    [claim.now, ...claim.kinds],
  );
  if (due.length === 0) return [];
  const token = newId();
  const won = await affectedRows(
    em,
    `update jobs set state = 'leased', attempts = attempts + 1, lease_token = ?, lease_until = ${leaseEnd(em, claim.leaseSeconds)}
     where id in (${due.map(() => '?').join(', ')}) and ${free}`,
    [token, ...due.map((job) => job.id), claim.now],
  );
  if (won === 0) return [];
  const rows = await em.execute<ClaimedRow[]>(
    'select id, kind, payload, attempts from jobs where lease_token = ? order by available_at',
    [token],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    payload: parse(row.payload),
    attempt: Number(row.attempts),
    leaseToken: token,
  }));
}

const parse = (payload: unknown): unknown => (typeof payload === 'string' ? (JSON.parse(payload) as unknown) : payload);

/** False when the lease was lost: somebody else holds the job now. */
export async function renewLease(em: Em, job: ClaimedJob, leaseSeconds: number): Promise<boolean> {
  const sql = `update jobs set lease_until = ${leaseEnd(em, leaseSeconds)} where id = ? and lease_token = ? and state = 'leased'`;
  return (await affectedRows(em, sql, [job.id, job.leaseToken])) === 1;
}

export async function finishJob(em: Em, job: ClaimedJob, now: Date): Promise<void> {
  await affectedRows(
    em,
    "update jobs set state = 'done', ended_at = ?, lease_token = null, last_error = null where id = ? and lease_token = ?",
    [now, job.id, job.leaseToken],
  );
}

/** Open again at `retryAt`, or dead where that is null. */
export async function failJob(
  em: Em,
  job: ClaimedJob,
  failure: { error: string; retryAt: Date | null; now: Date },
): Promise<void> {
  const { error, retryAt, now } = failure;
  const [state, availableAt, endedAt] = retryAt === null ? ['dead', now, now] : ['open', retryAt, null];
  await affectedRows(
    em,
    'update jobs set state = ?, available_at = ?, ended_at = ?, last_error = ?, lease_token = null where id = ? and lease_token = ?',
    [state, availableAt, endedAt, error.slice(0, 500), job.id, job.leaseToken],
  );
}

/** Adds a job unless one with its key is there; false when it was. */
export async function addJobOnce(
  em: Em,
  job: { kind: string; payload: unknown; dedupeKey: string; availableAt: Date },
): Promise<boolean> {
  const added = await affectedRows(
    em,
    `${insertUnlessPresent(familyOfEm(em))} into jobs (id, kind, payload, state, available_at, attempts, dedupe_key, created_at) values (?, ?, ?, 'open', ?, 0, ?, ?)`,
    [newId(), job.kind, JSON.stringify(job.payload), job.availableAt, job.dedupeKey, job.availableAt],
  );
  return added === 1;
}

/** Forgets what was done before an instant, a thousand rows a statement; dead letters stay. */
export async function removeDoneJobs(em: Em, before: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await em.execute<{ id: string }[]>(
      "select id from jobs where state = 'done' and available_at < ? and ended_at < ? limit 1000",
      [before, before],
    );
    if (rows.length === 0) return removed;
    removed += await affectedRows(
      em,
      `delete from jobs where id in (${rows.map(() => '?').join(', ')})`,
      rows.map((row) => row.id),
    );
  }
}
