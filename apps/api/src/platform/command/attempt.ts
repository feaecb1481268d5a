import { beginShared, commitShared, inTransactionScope, insertRows, type Em, type Orm } from '../../database/index.ts';
import type { Audit, AuditInput } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { FieldCrypto } from '../crypto/index.ts';
import type { Caller } from '../endpoint/call.ts';
import type { Log } from '../logger/index.ts';
import { AttemptFailed, rollBack, type Phase } from './attempt-failed.ts';
import { commandKeyInsert, type CommandIdentity } from './command-keys.ts';
import { insertOfJobs } from './job-rows.ts';
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

/** A command that was done, with the number of its audit entries. */
export interface Done<T> {
  readonly answer: T;
  readonly audited: number;
}

/**
 * One transaction: the work, its jobs, its audit entries and its key.
 * @throws AttemptFailed after a rollback.
 */
export async function attemptOnce<T>(
  { parts, caller, identity }: CommandRun,
  work: (tx: Tx) => Promise<T>,
): Promise<Done<T>> {
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
    const done = { answer, audited: entries.length };
    requireAnswer({ parts, identity }, done);
    phase = 'jobs';
    const inserted = insertOfJobs(jobs, now);
    await insertRows(em, inserted, inserted.rows);
    phase = 'audit';
    await parts.audit.write(em, caller.principal, entries);
    phase = 'key';
    const key = commandKeyInsert(identity, { answer, at: now, crypto: parts.crypto });
    await insertRows(em, key, key.rows);
    phase = 'commit';
    await commitShared(em);
    if (jobs.length > 0) parts.wakeJobs();
    return done;
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

/** @throws Error for a command that nobody could answer for, or whose repeat would get another answer. */
export function requireAnswer(
  { parts, identity }: Pick<CommandRun, 'parts' | 'identity'>,
  { answer, audited }: Done<unknown>,
): void {
  if (audited === 0) throw new Error(`the command "${identity.command}" wrote no audit entry`);
  if (parts.checksAnswers) requireJson(identity.command, answer);
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
