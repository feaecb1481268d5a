import { setTimeout as wait } from 'node:timers/promises';
import type { CommandRun, Done } from './attempt.ts';
import { AttemptFailed } from './attempt-failed.ts';
import { settle } from './settle.ts';

const mostAttempts = 8;
const patienceMilliseconds = 15_000;

/** Attempts a command until it is done, was done before under its key, or has failed for good. */
export async function untilDone<T>(
  run: CommandRun,
  attemptOnce: (how: { readonly isAlone: boolean }) => Promise<Done<T>>,
): Promise<T> {
  const deadline = performance.now() + patienceMilliseconds;
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer, audited } = await attemptOnce({ isAlone: attempt > 1 });
      if (run.caller.trace !== undefined) run.caller.trace.auditRows += audited;
      return answer;
    } catch (error) {
      if (!(error instanceof AttemptFailed)) throw error;
      if (error.isShared) continue;
      const stored = await settle(run, error, attempt >= mostAttempts || performance.now() > deadline);
      if (stored !== undefined) {
        if (run.caller.trace !== undefined) run.caller.trace.isReplay = true;
        return stored.answer as T;
      }
      const { phase, cause } = error;
      run.parts.log.debug({ command: run.identity.command, attempt, phase, err: cause }, 'the transaction runs again');
      await wait(Math.random() * Math.min(200, 5 * 2 ** attempt));
    }
  }
}
