import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { isProblem } from '../../../platform/problem/index.ts';

/** There is no reason to act after all: nothing is written. */
export class NothingToDo extends Error {}

interface LoneCommand {
  readonly action: string;
  readonly caseId: string;
  /** Under which it is done once, whoever tries and however often. */
  readonly key: string;
}

/** A case in a transaction of its own: one that fails or that somebody is just handling keeps no other from its turn. */
export async function runAlone(
  { deps, caller }: JobRun,
  { action, caseId, key }: LoneCommand,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  try {
    await deps.runCommand({ principal: caller.principal, idempotencyKey: key }, { name: action }, work);
    return true;
  } catch (error) {
    if (error instanceof NothingToDo || isProblem(error, 'record.changed')) return false;
    deps.log.error({ err: error, caseId, action }, 'a case that is due could not be acted on');
    return false;
  }
}
