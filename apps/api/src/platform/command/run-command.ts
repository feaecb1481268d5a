import { refuseInTransaction } from '../../database/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { attemptOnce, type CommandParts } from './attempt.ts';
import { identifyCommand, type CommandOptions } from './command-keys.ts';
import type { Tx } from './tx.ts';
import { untilDone } from './until-done.ts';

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
    const run = { parts, caller, identity: identifyCommand(caller, options) };
    return untilDone(run, () => attemptOnce(run, work));
  };
}
