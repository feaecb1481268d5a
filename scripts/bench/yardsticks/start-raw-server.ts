import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../lib/paths.ts';
import type { BenchContext } from '../measure.ts';
import type { RawInboxOrder } from './raw-inbox.ts';
import type { RawOrder } from './raw-server.ts';

/** Starts a yardstick that has a database behind it in a process of its own; it ends with the measure. */
export async function startRawServer(
  context: BenchContext,
  yardstick: 'mysql' | 'sqlite' | 'inbox',
  order: RawOrder | RawInboxOrder,
): Promise<{ pid: number; port: number }> {
  const child = fork(fromRoot(`scripts/bench/yardsticks/raw-${yardstick}.ts`), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  context.after(() => void child.kill());
  child.send(order);
  const [port] = (await once(child, 'message')) as [number];
  return { pid: child.pid!, port };
}
