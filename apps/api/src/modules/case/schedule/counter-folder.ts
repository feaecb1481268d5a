import type { Deps } from '../../../platform/endpoint/index.ts';
import { foldCounters } from '../counter/fold-counters.ts';
import { FoldedElsewhere } from '../counter/folded-elsewhere.ts';
import { foldArrivals } from '../visit/fold-arrivals.ts';
import { foldTrips } from '../visit/fold-trips.ts';
import { tripRuleOf } from '../visit/trip-rule.ts';

/** With it a figure is at most two seconds old. */
const everyMilliseconds = 1_000;

export interface CounterFolder {
  stop(): Promise<void>;
}

/** Folds events into counters for as long as the process lives; what one instance misses another finds. */
export function startCounterFolder({
  orm,
  log,
  config,
  audit,
}: Pick<Deps, 'orm' | 'log' | 'config' | 'audit'>): CounterFolder {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const rule = tripRuleOf(config);
  const fold = async (): Promise<void> => {
    isBusy = true;
    try {
      while ((await foldCounters(orm.em.fork())) > 0);
      while ((await foldTrips(orm.em.fork(), rule, audit)) > 0);
      while ((await foldArrivals(orm.em.fork())) > 0);
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
