import { setTimeout as wait } from 'node:timers/promises';
import { refuseInTransaction } from '../../database/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { attemptOnce, AttemptFailed, type CommandParts } from './attempt.ts';
import { identifyCommand } from './command-keys.ts';
import { settle } from './settle.ts';
import type { Tx } from './tx.ts';

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

const mostAttempts = 8;
const patienceMilliseconds = 15_000;

export function createRunCommand(parts: CommandParts): RunCommand {
  return async <T>(caller: Caller, options: CommandOptions, work: (tx: Tx) => Promise<T>): Promise<T> => {
    refuseInTransaction(`the command "${options.name}" begins`);
    const given = { key: options.key ?? caller.idempotencyKey, input: options.input ?? caller.input };
    const identity = identifyCommand(options.name, caller.principal, given);
    const run = { parts, caller, identity };
    const deadline = performance.now() + patienceMilliseconds;
    for (let attempt = 1; ; attempt++) {
      try {
        const { answer, audited } = await attemptOnce(run, work);
        if (caller.trace !== undefined) caller.trace.auditRows += audited;
        return answer;
      } catch (error) {
        if (!(error instanceof AttemptFailed)) throw error;
        const stored = await settle(run, error, attempt >= mostAttempts || performance.now() > deadline);
        if (stored !== undefined) {
          if (caller.trace !== undefined) caller.trace.isReplay = true;
          return stored.answer as T;
        }
        const { phase, cause } = error;
        parts.log.debug({ command: options.name, attempt, phase, err: cause }, 'the transaction runs again');
        await wait(Math.random() * Math.min(200, 5 * 2 ** attempt));
      }
    }
  };
}
