import { setTimeout as rest } from 'node:timers/promises';
import type { Submission } from '../../load/submissions.ts';
import { isDone, submit, type Acknowledged } from './submit.ts';

export interface Traffic {
  /** Answers so far, by draft; undefined where none came. */
  readonly given: ReadonlyMap<string, Acknowledged | undefined>;
  /** Sends nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** So many people at a time who submit one after the other, at a walk. */
export function startTraffic(origin: string, drafts: readonly Submission[], atOnce: number): Traffic {
  const given = new Map<string, Acknowledged | undefined>();
  const stock = [...drafts];
  let isOver = false;
  const person = async (): Promise<void> => {
    for (let draft = stock.shift(); draft !== undefined && !isOver; draft = stock.shift()) {
      given.set(draft.draftId, await submit(origin, draft));
      await rest(300);
    }
  };
  const people = Promise.all(Array.from({ length: atOnce }, person));
  return {
    given,
    stop: async () => {
      isOver = true;
      await people;
    },
  };
}

/** Who is told to come back, or not told anything, comes back with the same key; answers what was done in the end. */
export async function submitPatiently(origin: string, draft: Submission): Promise<Acknowledged> {
  const end = performance.now() + 30_000;
  for (;;) {
    const answer = await submit(origin, draft);
    if (isDone(answer)) return answer!;
    const isPassing = answer === undefined || answer.status === 503;
    if (!isPassing || performance.now() > end) throw new Error(`a submission answers ${JSON.stringify(answer)}`);
    await rest(200);
  }
}
