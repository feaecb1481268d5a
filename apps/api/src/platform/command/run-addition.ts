import { mostInPiece, refuseInTransaction } from '../../database/index.ts';
import type { AuditInput } from '../audit/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { gather } from '../gather/index.ts';
import type { Added, Addition, Insert, Taking } from './addition.ts';
import { requireAnswer, type CommandParts, type CommandRun, type Done } from './attempt.ts';
import { AttemptFailed } from './attempt-failed.ts';
import { commandKeyInsert, identifyCommand, type CommandOptions } from './command-keys.ts';
import { insertOfJobs } from './job-rows.ts';
import type { NewJob } from './tx.ts';
import { untilDone } from './until-done.ts';
import { writeTogether } from './write-together.ts';

/**
 * Runs a command that only adds rows of its own; what it adds is written in one transaction with its audit entry, its jobs
 * and its key, and with what other such commands add at the same moment: all of it is there or nothing is. `plan` runs
 * again whole when the database asks for that. Where it answers undefined nothing is written.
 * The answer must survive JSON unchanged: a repeat with the same key gets it from the table.
 * @throws ProblemError `service.unavailable` when the database stays away.
 */
export type RunAddition = <T extends object>(
  caller: Caller,
  options: CommandOptions,
  plan: (addition: Addition) => Promise<T | undefined>,
) => Promise<T | undefined>;

/**
 * Commands in one transaction, and transactions: while the database writes one, the next one is made ready. One that waits
 * for a lock (of a server that died, say) holds up nobody for longer than this.
 */
const most = { items: mostInPiece, writes: 2, patience: 250 };

export function createRunAddition(parts: CommandParts): RunAddition {
  const write = gather((additions: readonly Added[]) => writeTogether(parts.orm, additions), most);
  return async (caller, options, plan) => {
    refuseInTransaction(`the command "${options.name}" begins`);
    const run = { parts, caller, identity: identifyCommand(caller, options) };
    return untilDone(run, async ({ isAlone }) => {
      const planned = await planOnce(run, plan);
      if (planned === undefined) return { answer: undefined, audited: 0 };
      const { added, done } = planned;
      await (isAlone ? writeTogether(parts.orm, [added]) : write(added));
      if (added.frame.some(({ table }) => table === 'jobs')) parts.wakeJobs();
      return done;
    });
  };
}

async function planOnce<T extends object>(
  { parts, caller, identity }: CommandRun,
  plan: (addition: Addition) => Promise<T | undefined>,
): Promise<{ added: Added; done: Done<T> } | undefined> {
  const { principal } = caller;
  const now = parts.clock.now();
  const takings: Taking[] = [];
  const inserts: Insert[] = [];
  const entries: AuditInput[] = [];
  const jobs: NewJob[] = [];
  try {
    const answer = await plan({
      em: parts.orm.em.fork(),
      now,
      principal,
      insert: (table, rows) => void inserts.push({ table, skipsPresent: false, rows }),
      take: (taking) => void takings.push(taking),
      audit: (entry) => void entries.push(entry),
      enqueue: (job) => void jobs.push(job),
    });
    if (answer === undefined) return undefined;
    requireAnswer({ parts, identity }, { answer, audited: entries.length });
    const audited = { table: 'audit_entries', skipsPresent: false, rows: parts.audit.begin(principal, entries) };
    const key = commandKeyInsert(identity, { answer, at: now, crypto: parts.crypto });
    const frame = [insertOfJobs(jobs, now), audited, key];
    return {
      added: { inserts: inserts.filter(isNeeded), takings, frame: frame.filter(isNeeded) },
      done: { answer, audited: entries.length },
    };
  } catch (error) {
    throw new AttemptFailed('work', error);
  }
}

const isNeeded = ({ rows }: Insert): boolean => rows.length > 0;
