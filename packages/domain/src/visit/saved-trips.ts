import { rateOf, type TripDistribution } from './trip-buckets.ts';

/** Known cases that must stand on each side before a mean is believed. */
export const leastKnownForMean = 30;

/** Of one side: so many cases whose trips are known took so many trips together. */
export interface TripMean {
  readonly trips: number;
  readonly known: number;
}

export interface SavedTripsQuestion {
  /** Cases of a year now. */
  readonly yearlyCases: number;
  readonly before: TripMean;
  readonly after: TripMean;
  /** 到办事现场次数 of the guide before and after; null: not stated. */
  readonly declaredBefore: number | null;
  readonly declaredAfter: number | null;
}

/** Trips a year, rounded towards none; negative where more are made than before. */
export type SavedTrips =
  | { readonly basis: 'measured' | 'estimated'; readonly trips: number }
  | { readonly basis: 'unknown'; readonly trips: null };

/**
 * Yearly cases × (mean before − mean after): measured where at least 30 known cases stand on each side, otherwise 估算
 * from the declared numbers, and unknown where these are not stated either.
 */
export function savedTrips(asked: SavedTripsQuestion): SavedTrips {
  const { yearlyCases, before, after, declaredBefore, declaredAfter } = asked;
  if (before.known >= leastKnownForMean && after.known >= leastKnownForMean) {
    // One fraction over both denominators, so that nothing is rounded but the result.
    const difference = BigInt(before.trips) * BigInt(after.known) - BigInt(after.trips) * BigInt(before.known);
    return {
      basis: 'measured',
      trips: wholePart(BigInt(yearlyCases) * difference, BigInt(before.known) * BigInt(after.known)),
    };
  }
  if (declaredBefore === null || declaredAfter === null) return { basis: 'unknown', trips: null };
  return { basis: 'estimated', trips: yearlyCases * (declaredBefore - declaredAfter) };
}

export interface LimitQuestion {
  /** Cases of a year. */
  readonly yearlyCases: number;
  readonly distribution: TripDistribution;
  /** Of the known cases, all trips together. */
  readonly trips: number;
  /** 到现场次数 that no case would exceed any more. */
  readonly most: number;
}

/**
 * Trips a year that are saved where no case takes more than so many any more, from what cases really took: yearly cases ×
 * the trips beyond it / known cases, rounded towards none. null where fewer than 30 cases are known, and beyond two
 * trips, where the distribution does not tell them apart.
 */
export function savedByLimit({ yearlyCases, distribution, trips, most }: LimitQuestion): number | null {
  const { '1': one, '2': two, '3+': more } = distribution;
  const { known } = rateOf(distribution);
  if (known < leastKnownForMean || most > 2) return null;
  const beyond = [trips, trips - (one + two + more), trips - one - 2 * (two + more)][most] ?? 0;
  return wholePart(BigInt(yearlyCases) * BigInt(beyond), BigInt(known));
}

/** In whole numbers of any size: yearly cases times two counts may leave what a double holds exactly. */
function wholePart(numerator: bigint, denominator: bigint): number {
  return Number(numerator / denominator);
}
