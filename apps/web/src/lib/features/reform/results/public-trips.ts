import type { TripDistributionData } from '@yitang/contract';
import { allBuckets, type TripBucket } from '../trip/trip-rate.ts';

/** A distribution that can be drawn; undefined where a part of it is not told. */
export function fullSpread(spread: Readonly<Record<TripBucket, number | null>>): TripDistributionData | undefined {
  return allBuckets.some((bucket) => spread[bucket] === null) ? undefined : (spread as TripDistributionData);
}
