import type { ReformOverviewData } from '@yitang/contract';

export const buckets = ['0', '1', '2', '3+', 'unknown'] as const;
export type Bucket = (typeof buckets)[number];
type Spread = ReformOverviewData['declared'];

export interface SpreadPart {
  readonly bucket: Bucket;
  readonly count: number;
  /** Of a bar of `width`, so that the parts fill it. */
  readonly x: number;
  readonly width: number;
}

/** The parts of a bar, fewest trips first and what is unknown last; empty ones take no room. */
export function placeSpread(spread: Spread, width: number): readonly SpreadPart[] {
  const whole = buckets.reduce((sum, bucket) => sum + spread[bucket], 0);
  let before = 0;
  return buckets.flatMap((bucket) => {
    const count = spread[bucket];
    if (count === 0) return [];
    const x = (before / whole) * width;
    before += count;
    return [{ bucket, count, x, width: (before / whole) * width - x }];
  });
}

export const sumOf = (spread: Spread): number => buckets.reduce((sum, bucket) => sum + spread[bucket], 0);

/** Declared as one trip or none. */
export const onceOf = (spread: Spread): number => spread['0'] + spread['1'];
