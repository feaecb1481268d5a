/** What one run of a measure found: figures by the names of `npm run bench -- --json`. */
export type Figures = Readonly<Record<string, number>>;

export interface BenchContext {
  /** Tells the person at the terminal where the measure stands. */
  readonly progress: (what: string) => void;
  /** Run when the measure has ended, however it ended, the last one first. */
  readonly after: (cleanUp: () => Promise<void> | void) => void;
}

/** Figures that are measured together, because they need the same servers and data. */
export interface Measure {
  readonly names: readonly string[];
  /** For people: what is done, and against which yardstick. */
  readonly what: string;
  readonly run: (context: BenchContext) => Promise<Figures>;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('a median needs a value');
  return (low + high) / 2;
}

/**
 * Ours and the yardstick in turn (A B A B …), because a machine's speed drifts; the ratio of the medians.
 * @param ours and yardstick answer a rate: more is better
 */
export async function ratio(
  rounds: number,
  ours: () => Promise<number>,
  yardstick: () => Promise<number>,
): Promise<{ ratio: number; ours: number; yardstick: number }> {
  const found: { ours: number[]; yardstick: number[] } = { ours: [], yardstick: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.ours.push(await ours());
    found.yardstick.push(await yardstick());
  }
  const [a, b] = [median(found.ours), median(found.yardstick)];
  return { ratio: a / b, ours: a, yardstick: b };
}
