import type { LoadOrder, LoadResult } from './load/order.ts';
import type { LoadGenerator } from './load/load-generator.ts';
import { median, type BenchContext } from './measure.ts';
import { cpuSeconds } from './process-figures.ts';

/** One of the two servers that are held against each other. */
export interface Side {
  readonly name: string;
  /** Whose CPU is counted: the server's process, and its database's where it has one of its own. */
  readonly pids: readonly number[];
  /** What is asked of it in each round. */
  readonly order: () => LoadOrder | Promise<LoadOrder>;
}

export interface SideFigures {
  readonly perSecond: number;
  /** Of the server and, where it has a process of its own, of its database. */
  readonly cpuMicroseconds: readonly number[];
  readonly p95ms: number;
}

export interface Comparison {
  /** Answers a second, ours by the yardstick's: medians of all rounds. */
  readonly throughput: number;
  /** CPU an answer, the yardstick's by ours. */
  readonly cpu: number;
  readonly ours: SideFigures;
  readonly yardstick: SideFigures;
}

interface Plan {
  readonly what: string;
  readonly rounds: number;
  readonly ours: Side;
  readonly yardstick: Side;
}

/** Ours and the yardstick in turn (A B A B …), because a machine's speed drifts; the ratio of the medians. */
export async function compare(context: BenchContext, load: LoadGenerator, plan: Plan): Promise<Comparison> {
  const found: { ours: SideFigures[]; yardstick: SideFigures[] } = { ours: [], yardstick: [] };
  for (let round = 1; round <= plan.rounds; round += 1) {
    const ours = await ask(load, plan.ours);
    const yardstick = await ask(load, plan.yardstick);
    found.ours.push(ours);
    found.yardstick.push(yardstick);
    context.progress(
      `${plan.what}, round ${round} of ${plan.rounds}: ${words(plan.ours, ours)}; ${words(plan.yardstick, yardstick)}`,
    );
  }
  const [ours, yardstick] = [middle(found.ours), middle(found.yardstick)];
  const result = {
    throughput: ours.perSecond / yardstick.perSecond,
    cpu: sum(yardstick.cpuMicroseconds) / sum(ours.cpuMicroseconds),
    ours,
    yardstick,
  };
  context.progress(`${plan.what}: ${result.throughput.toFixed(3)} of the throughput, ${result.cpu.toFixed(3)} by CPU`);
  return result;
}

/**
 * The lower of throughput and CPU: where the load generator is the slower one, throughput alone would call both equal.
 * For work of one process; where a database shares the work, only throughput compares.
 */
export const lowerRatio = ({ throughput, cpu }: Comparison): number => Math.min(throughput, cpu);

async function ask(load: LoadGenerator, side: Side): Promise<SideFigures> {
  const order = await side.order();
  const before = side.pids.map(cpuSeconds);
  const result: LoadResult = await load.run(order);
  return {
    perSecond: result.answers / result.seconds,
    cpuMicroseconds: side.pids.map((pid, index) => ((cpuSeconds(pid) - before[index]!) * 1e6) / result.answers),
    p95ms: result.p95ms,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function middle(rounds: readonly SideFigures[]): SideFigures {
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    cpuMicroseconds: rounds[0]!.cpuMicroseconds.map((_, index) =>
      median(rounds.map((round) => round.cpuMicroseconds[index]!)),
    ),
    p95ms: median(rounds.map((round) => round.p95ms)),
  };
}

const words = ({ name }: Side, { perSecond, cpuMicroseconds, p95ms }: SideFigures): string =>
  `${name} ${Math.round(perSecond).toLocaleString('en')}/s, ${cpuMicroseconds.map(Math.round).join(' + ')} µs of CPU, p95 ${p95ms.toFixed(2)} ms`;
