import { beginShared, commitShared, inTransactionScope, insertRows, type Em, type Orm } from '../../database/index.ts';
import type { Audit, AuditInput } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { FieldCrypto } from '../crypto/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../logger/index.ts';
import { insertCommandKey, type CommandIdentity } from './command-keys.ts';
import type { NewJob, Tx } from './tx.ts';

export interface CommandParts {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly crypto: FieldCrypto;
  readonly audit: Audit;
  readonly log: Log;
  /** Called after a commit that left jobs behind. */
  readonly wakeJobs: () => void;
  /** Tests and development: an answer that JSON would change is a fault. */
  readonly checksAnswers: boolean;
}

/** One command of one caller, with what it needs. */
export interface CommandRun {
  readonly parts: CommandParts;
  readonly caller: Caller;
  readonly identity: CommandIdentity;
}

/** How far an attempt came: what its failure means depends on it. */
export type Phase = 'begin' | 'work' | 'jobs' | 'audit' | 'key' | 'commit';

export class AttemptFailed extends Error {
  readonly phase: Phase;
  constructor(phase: Phase, cause: unknown) {
    super(`failed in ${phase}`, { cause });
    this.phase = phase;
  }
}

/**
 * One transaction: the work, its jobs, its audit entries and its key.
 * @throws AttemptFailed after a rollback.
 */
export async function attemptOnce<T>(
  { parts, caller, identity }: CommandRun,
  work: (tx: Tx) => Promise<T>,
): Promise<{ answer: T; audited: number }> {
  const em = parts.orm.em.fork();
  const now = parts.clock.now();
  const entries: AuditInput[] = [];
  const jobs: NewJob[] = [];
  const audit = (entry: AuditInput): void => void entries.push(entry);
  const enqueue = (job: NewJob): void => void jobs.push(job);
  let phase: Phase = 'begin';
  try {
    await beginShared(em);
    phase = 'work';
    const answer = await inTransactionScope(identity.command, async () => {
      const result = await work({ em, now, principal: caller.principal, audit, enqueue });
      if (holdsEntities(em)) await em.flush();
      return result;
    });
    if (entries.length === 0) throw new Error(`the command "${identity.command}" wrote no audit entry`);
    if (parts.checksAnswers) requireJson(identity.command, answer);
    phase = 'jobs';
    await insertJobs(em, jobs, now);
    phase = 'audit';
    await parts.audit.write(em, caller.principal, entries);
    phase = 'key';
    await insertCommandKey(em, identity, { answer, at: now, crypto: parts.crypto });
    phase = 'commit';
    await commitShared(em);
    if (jobs.length > 0) parts.wakeJobs();
    return { answer, audited: entries.length };
  } catch (error) {
    await rollBack(em);
    throw new AttemptFailed(phase, error);
  }
}

/** Hot commands write with plain statements, and a flush goes through a lot of machinery to find that out. */
function holdsEntities(em: Em): boolean {
  const work = em.getUnitOfWork();
  return work.getIdentityMap().keys().length > 0 || work.getPersistStack().size > 0 || work.getRemoveStack().size > 0;
}

/** What the rollback says does not matter: the connection goes back to the pool or is dropped by it. */
async function rollBack(em: Em): Promise<void> {
  if (em.isInTransaction()) await em.rollback().catch(() => undefined);
}

async function insertJobs(em: Em, jobs: readonly NewJob[], now: Date): Promise<void> {
  const skipsPresent = jobs.some((job) => job.dedupeKey !== undefined);
  const rows = jobs.map((job) => ({
    id: newId(now.getTime()),
    kind: job.kind,
    payload: JSON.stringify(job.payload ?? null),
    state: 'open',
    available_at: job.availableAt ?? now,
    attempts: 0,
    dedupe_key: job.dedupeKey ?? null,
    created_at: now,
  }));
  await insertRows(em, { table: 'jobs', skipsPresent }, rows);
}

function requireJson(command: string, answer: unknown): void {
  const seen = JSON.stringify(answer) as string | undefined;
  const again = seen === undefined ? undefined : JSON.stringify(JSON.parse(seen));
  const dateless = JSON.stringify(answer, function (this: Record<string, unknown>, name: string, value: unknown) {
    return this[name] instanceof Date ? { date: true } : value;
  });
  if (seen !== again || dateless !== seen) {
    throw new Error(`the answer of the command "${command}" does not survive JSON: give instants as ISO text`);
  }
}
