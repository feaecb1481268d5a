import { refuseInTransaction } from '../../database/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { attemptOnce, type CommandParts } from './attempt.ts';
import { identifyCommand, type CommandIdentity } from './command-keys.ts';
import type { Tx } from './tx.ts';
import { untilDone } from './until-done.ts';

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

export function createRunCommand(parts: CommandParts): RunCommand {
  return async (caller, options, work) => {
    refuseInTransaction(`the command "${options.name}" begins`);
    const run = { parts, caller, identity: identify(caller, options) };
    return untilDone(run, () => attemptOnce(run, work));
  };
}

export function identify(caller: Caller, options: CommandOptions): CommandIdentity {
  const given = { key: options.key ?? caller.idempotencyKey, input: options.input ?? caller.input };
  return identifyCommand(options.name, caller.principal, given);
}
