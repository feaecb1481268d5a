import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Stop } from '../../lib/say.ts';
import { fromRoot } from '../../lib/paths.ts';
import type { BenchContext } from '../measure.ts';
import type { LoadOrder, LoadResult } from './order.ts';

export interface LoadGenerator {
  /** @throws Stop when one answer in a hundred or more was none: a figure of failures measures nothing */
  run(order: LoadOrder): Promise<LoadResult>;
}

/** Starts the load generator's process; it ends with the measure. */
export function startLoadGenerator(context: BenchContext): LoadGenerator {
  const child = fork(fromRoot('scripts/bench/load/generator.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  context.after(() => void child.kill());
  return {
    run: async (order) => {
      child.send(order);
      const [result] = (await once(child, 'message')) as [LoadResult];
      if (result.failures * 100 >= result.answers)
        throw new Stop(
          `${result.failures} of ${result.answers + result.failures} requests failed, the first with:\n${result.firstFailure}`,
        );
      return result;
    },
  };
}
