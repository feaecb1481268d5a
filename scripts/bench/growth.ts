import { compare } from './compare.ts';
import type { LoadGenerator } from './load/load-generator.ts';
import type { LoadOrder } from './load/order.ts';
import { requestText } from './load/request-text.ts';
import type { BenchContext } from './measure.ts';
import type { Universities, University } from './university-sites.ts';

/** Many short rounds: what is slow for a second on a shared machine is a few of them, and not their median. */
export const rounds = 15;
export const inbox = '/api/office/inbox?limit=20';
const seconds = 1;

export interface Bench {
  readonly context: BenchContext;
  readonly load: LoadGenerator;
  readonly of: Universities;
}

export interface Visitor {
  /** Of the session; left out: of nobody. */
  readonly cookie?: string;
  /** Requests under way at once. */
  readonly connections?: number;
}

export const orderOf = (port: number, path: string, { cookie = '', connections = 16 }: Visitor = {}): LoadOrder => ({
  port,
  connections,
  seconds,
  requests: [requestText(path, { headers: { cookie } })],
});

/** How many times longer the first takes than the second: medians of rounds in turn. */
export async function growth(
  { context, load, of }: Bench,
  {
    what,
    sides,
  }: { what: string; sides: readonly [name: string, university: University, path: string, cookie: string][] },
): Promise<number> {
  const [ours, yardstick] = sides.map(([name, { site }, path, cookie]) => ({
    name,
    pids: [site.pid, of.databasePid],
    order: () => orderOf(site.port, path, { cookie }),
  }));
  const { throughput } = await compare(context, load, { what, rounds, ours: ours!, yardstick: yardstick! });
  return 1 / throughput;
}
