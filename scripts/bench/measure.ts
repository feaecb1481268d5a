/** What one run of a measure found: figures by the names of `npm run bench -- --json`. */
export type Figures = Readonly<Record<string, number>>;

export interface BenchContext {
  /** Tells the person at the terminal where the measure stands. */
  readonly progress: (what: string) => void;
  /** Run when the measure has ended, however it ended, the last one first. */
  readonly after: (cleanUp: () => Promise<unknown> | void) => void;
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

/** The value that so large a part of all does not exceed: 0.95 for the slow ones. */
export function percentile(values: readonly number[], part: number): number {
  const found = [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1];
  if (found === undefined) throw new Error('a percentile needs a value');
  return found;
}
