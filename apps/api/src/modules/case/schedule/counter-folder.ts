import type { Deps } from '../../../platform/endpoint/index.ts';
import { FoldedElsewhere, foldCounters } from '../counter/fold-counters.ts';

/** With it a figure is at most two seconds old. */
const everyMilliseconds = 1_000;

export interface CounterFolder {
  stop(): Promise<void>;
}

/** Folds events into counters for as long as the process lives; what one instance misses another finds. */
export function startCounterFolder({ orm, log }: Pick<Deps, 'orm' | 'log'>): CounterFolder {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const fold = async (): Promise<void> => {
    isBusy = true;
    try {
      while ((await foldCounters(orm.em.fork())) > 0);
    } catch (error) {
      if (!(error instanceof FoldedElsewhere)) log.warn({ err: error }, 'events could not be folded; trying again');
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => {
    if (!isBusy) running = fold();
  }, everyMilliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
