import { setTimeout as wait } from 'node:timers/promises';
import { inTransactionScope, insertRows, refuseInTransaction, type Em, type Orm } from '../../database/index.ts';
import type { Audit, AuditInput } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { FieldCrypto } from '../crypto/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { newId } from '../ids/index.ts';
import type { Log } from '../logger/index.ts';
import { problem } from '../problem/index.ts';
import { findStoredAnswer, identifyCommand, insertCommandKey, type CommandIdentity } from './command-keys.ts';
import { isAmbiguousCommit, isConnectionLoss, isRetryable, isUniqueViolation } from './database-errors.ts';
import type { NewJob, Tx } from './tx.ts';

export interface CommandOptions {
  /** `case.submit`: part of the key, so that one header may serve two commands of one request. */
  readonly name: string;
  /** Default: the request's Idempotency-Key header. */
  readonly key?: string | undefined;
  /** Default: the request's parsed input. */
  readonly input?: unknown;
}

/**
 * Runs `work` in one transaction with its audit entry, its jobs and its key: all of it is there or nothing is.
 * Runs it again whole, with a new entity manager, when the database asks for that; so `work` touches nothing but `tx`.
 * The answer must survive JSON unchanged: a repeat with the same key gets it from the table.
 * @throws ProblemError `service.unavailable` when the database stays away.
 */
export type RunCommand = <T>(caller: Caller, options: CommandOptions, work: (tx: Tx) => Promise<T>) => Promise<T>;

interface Parts {
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

const mostAttempts = 8;
const patienceMilliseconds = 15_000;

type Phase = 'begin' | 'work' | 'jobs' | 'audit' | 'key' | 'commit';

class AttemptFailed extends Error {
  readonly phase: Phase;
  constructor(phase: Phase, cause: unknown) {
    super(`failed in ${phase}`, { cause });
    this.phase = phase;
  }
}

export function createRunCommand(parts: Parts): RunCommand {
  return async <T>(caller: Caller, options: CommandOptions, work: (tx: Tx) => Promise<T>): Promise<T> => {
    refuseInTransaction(`the command "${options.name}" begins`);
    const given = { key: options.key ?? caller.idempotencyKey, input: options.input ?? caller.input };
    const identity = identifyCommand(options.name, caller.principal, given);
    const deadline = performance.now() + patienceMilliseconds;
    for (let attempt = 1; ; attempt++) {
      try {
        const { answer, audited } = await attemptOnce(parts, caller, identity, work);
        if (caller.trace !== undefined) caller.trace.auditRows += audited;
        return answer;
      } catch (error) {
        if (!(error instanceof AttemptFailed)) throw error;
        const isLast = attempt >= mostAttempts || performance.now() > deadline;
        const stored = await settle(parts, identity, error, isLast);
        if (stored !== undefined) {
          if (caller.trace !== undefined) caller.trace.isReplay = true;
          return stored.answer as T;
        }
        parts.log.debug(
          { command: options.name, attempt, phase: error.phase, err: error.cause },
          'the transaction runs again',
        );
        await wait(Math.random() * Math.min(200, 5 * 2 ** attempt));
      }
    }
  };
}

async function attemptOnce<T>(
  parts: Parts,
  caller: Caller,
  identity: CommandIdentity,
  work: (tx: Tx) => Promise<T>,
): Promise<{ answer: T; audited: number }> {
  const em = parts.orm.em.fork() as Em;
  const now = parts.clock.now();
  const entries: AuditInput[] = [];
  const jobs: NewJob[] = [];
  const tx: Tx = {
    em,
    now,
    principal: caller.principal,
    audit: (entry) => void entries.push(entry),
    enqueue: (job) => void jobs.push(job),
  };
  let phase: Phase = 'begin';
  try {
    await em.begin();
    phase = 'work';
    const answer = await inTransactionScope(identity.command, async () => {
      const result = await work(tx);
      await em.flush();
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
    await em.commit();
    if (jobs.length > 0) parts.wakeJobs();
    return { answer, audited: entries.length };
  } catch (error) {
    await rollBack(em);
    throw new AttemptFailed(phase, error);
  }
}

/**
 * Decides what a failed attempt means: returns the stored answer when the command was done after all, undefined when it
 * is to run again, and throws when it failed for good.
 */
async function settle(
  parts: Parts,
  identity: CommandIdentity,
  failed: AttemptFailed,
  isLast: boolean,
): Promise<{ answer: unknown } | undefined> {
  const { phase, cause } = failed;
  const mayBeDone = (phase === 'key' && isUniqueViolation(cause)) || (phase === 'commit' && isAmbiguousCommit(cause));
  const mayRunAgain = mayBeDone || isRetryable(cause) || (phase === 'audit' && isUniqueViolation(cause));
  // A refusal of a repeat ("this draft was submitted already") is no answer to somebody who asks a second time.
  if (mayBeDone || (identity.isGiven && !mayRunAgain)) {
    const stored = await findWithPatience(parts, identity);
    if (stored !== undefined) return stored;
  }
  if (mayRunAgain && !isLast) return undefined;
  if (isRetryable(cause) || mayBeDone)
    throw problem('service.unavailable', { cause, retryAfter: isConnectionLoss(cause) ? 5 : 1 });
  throw cause;
}

/** Looks the key up; while the database is away, keeps trying for as long as a failover takes. */
async function findWithPatience(parts: Parts, identity: CommandIdentity): Promise<{ answer: unknown } | undefined> {
  const deadline = performance.now() + patienceMilliseconds;
  for (;;) {
    try {
      return await findStoredAnswer(parts.orm.em.fork() as Em, identity, parts.crypto);
    } catch (error) {
      if (!isRetryable(error)) throw error;
      if (performance.now() > deadline) throw problem('service.unavailable', { cause: error, retryAfter: 5 });
      await wait(100 + Math.random() * 200);
    }
  }
}

/** What the rollback says does not matter: the connection goes back to the pool or is dropped by it. */
async function rollBack(em: Em): Promise<void> {
  if (em.isInTransaction()) await em.rollback().catch(() => undefined);
}

async function insertJobs(em: Em, jobs: readonly NewJob[], now: Date): Promise<void> {
  const skipsPresent = jobs.some((job) => job.dedupeKey !== undefined);
  await insertRows(
    em,
    'jobs',
    jobs.map((job) => jobRow(job, now)),
    { skipsPresent },
  );
}

function jobRow(job: NewJob, now: Date): Record<string, unknown> {
  return {
    id: newId(now.getTime()),
    kind: job.kind,
    payload: JSON.stringify(job.payload ?? null),
    state: 'open',
    available_at: job.availableAt ?? now,
    attempts: 0,
    dedupe_key: job.dedupeKey ?? null,
    created_at: now,
  };
}

function requireJson(command: string, answer: unknown): void {
  const seen = JSON.stringify(answer);
  const again = seen === undefined ? undefined : JSON.stringify(JSON.parse(seen));
  const hasDate = JSON.stringify(answer, function (this: Record<string, unknown>, name: string, value: unknown) {
    return this[name] instanceof Date ? { date: true } : value;
  });
  if (seen !== again || hasDate !== seen)
    throw new Error(`the answer of the command "${command}" does not survive JSON: give instants as ISO text`);
}
