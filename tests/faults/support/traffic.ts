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

/** Tries again and again; answers the milliseconds until it was done. */
export async function untilSubmitted(origin: string, draft: Submission): Promise<number> {
  const begin = performance.now();
  while (!isDone(await submit(origin, draft))) await rest(200);
  return performance.now() - begin;
}
