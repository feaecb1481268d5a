import type { TripDistributionData, TripRateData } from '@yitang/contract';
import { percent } from '../percent.ts';

/** 实现率 in words, rounded down; undefined without a known case, which is neither 0 nor 100 %. */
export function rateText({ onceOrLess, known, isComputable }: TripRateData): string | undefined {
  return isComputable ? shareText(onceOrLess, known) : undefined;
}

/** Rounded down; undefined of nothing. */
export function shareText(part: number, of: number): string | undefined {
  return of === 0 ? undefined : percent(Math.floor((part * 10_000) / of));
}

export function rateOf(distribution: TripDistributionData): TripRateData {
  const onceOrLess = distribution['0'] + distribution['1'];
  const known = onceOrLess + distribution['2'] + distribution['3+'];
  return { onceOrLess, known, finished: known + distribution.unknown, isComputable: known > 0 };
}

export const knownBuckets = ['0', '1', '2', '3+'] as const;
export type KnownBucket = (typeof knownBuckets)[number];

/** Also those of which nobody knows: where a bar stands beside a share of all, they take their room in it. */
export const allBuckets = [...knownBuckets, 'unknown'] as const;
export type TripBucket = (typeof allBuckets)[number];

export interface BarPart {
  readonly bucket: TripBucket;
  readonly cases: number;
  /** Per cent of all that the bar shows, for drawing. */
  readonly x: number;
  readonly width: number;
}

/** The known cases, or those of the given buckets, as parts of one bar; empty where there are none. */
export function barParts(distribution: TripDistributionData, buckets: readonly TripBucket[] = knownBuckets): BarPart[] {
  const whole = buckets.reduce((sum, bucket) => sum + distribution[bucket], 0);
  if (whole === 0) return [];
  let before = 0;
  return buckets.map((bucket) => {
    const cases = distribution[bucket];
    const part = { bucket, cases, x: round((before * 100) / whole), width: round((cases * 100) / whole) };
    before += cases;
    return part;
  });
}

const round = (value: number) => Math.round(value * 100) / 100;
