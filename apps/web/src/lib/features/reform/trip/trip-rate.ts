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

export interface BarPart {
  readonly bucket: KnownBucket;
  readonly cases: number;
  /** Per cent of the known cases, for drawing. */
  readonly x: number;
  readonly width: number;
}

/** The known cases as parts of one bar; empty where nothing is known. */
export function barParts(distribution: TripDistributionData): BarPart[] {
  const { known } = rateOf(distribution);
  if (known === 0) return [];
  let before = 0;
  return knownBuckets.map((bucket) => {
    const cases = distribution[bucket];
    const part = { bucket, cases, x: round((before * 100) / known), width: round((cases * 100) / known) };
    before += cases;
    return part;
  });
}

const round = (value: number) => Math.round(value * 100) / 100;
