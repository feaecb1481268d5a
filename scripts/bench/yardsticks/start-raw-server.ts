import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../lib/paths.ts';
import type { BenchContext } from '../measure.ts';
import type { RawOrder } from './raw-server.ts';

/** Starts the yardstick of an engine in a process of its own; it ends with the measure. */
export async function startRawServer(
  context: BenchContext,
  engine: 'mysql' | 'sqlite',
  order: RawOrder,
): Promise<{ pid: number; port: number }> {
  const child = fork(fromRoot(`scripts/bench/yardsticks/raw-${engine}.ts`), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  context.after(() => void child.kill());
  child.send(order);
  const [port] = (await once(child, 'message')) as [number];
  return { pid: child.pid!, port };
}
