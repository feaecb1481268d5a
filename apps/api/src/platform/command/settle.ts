import { setTimeout as wait } from 'node:timers/promises';
import { problem } from '../problem/index.ts';
import type { CommandParts, CommandRun } from './attempt.ts';
import type { AttemptFailed } from './attempt-failed.ts';
import { findStoredAnswer, type CommandIdentity } from './command-keys.ts';
import { isAmbiguousCommit, isConnectionLoss, isRetryable, isUniqueViolation } from './database-errors.ts';

const patienceMilliseconds = 15_000;

/**
 * Decides what a failed attempt means: returns the stored answer when the command was done after all, undefined when it
 * is to run again, and throws when it failed for good.
 */
export async function settle(
  { parts, identity }: CommandRun,
  { phase, cause }: AttemptFailed,
  isLast: boolean,
): Promise<{ answer: unknown } | undefined> {
  const isTaken = isUniqueViolation(cause);
  const mayBeDone = phase === 'key' ? isTaken : phase === 'commit' && isAmbiguousCommit(cause);
  const isPassing = mayBeDone || isRetryable(cause);
  const mayRunAgain = isPassing || (phase === 'audit' && isTaken);
  // A refusal of a repeat ("this draft was submitted already") is no answer to somebody who asks a second time.
  if (mayBeDone || (identity.isGiven && !mayRunAgain)) {
    const stored = await findWithPatience(parts, identity);
    if (stored !== undefined) return stored;
  }
  if (mayRunAgain && !isLast) return undefined;
  if (isPassing) throw problem('service.unavailable', { cause, retryAfter: isConnectionLoss(cause) ? 5 : 1 });
  throw cause;
}

/** Looks the key up; while the database is away, keeps trying for as long as a failover takes. */
async function findWithPatience(
  parts: CommandParts,
  identity: CommandIdentity,
): Promise<{ answer: unknown } | undefined> {
  const deadline = performance.now() + patienceMilliseconds;
  for (;;) {
    try {
      return await findStoredAnswer(parts.orm.em.fork(), identity, parts.crypto);
    } catch (error) {
      if (!isRetryable(error)) throw error;
      if (performance.now() > deadline) throw problem('service.unavailable', { cause: error, retryAfter: 5 });
      await wait(100 + Math.random() * 200);
    }
  }
}
