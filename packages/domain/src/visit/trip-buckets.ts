import type { TripCause } from '../vocabulary/index.ts';
import type { CaseTally } from './case-tally.ts';
import { visitDefinitions, type MeasuredRate, type VisitDefinition } from './visit-count.ts';

export const tripBuckets = ['unknown', '0', '1', '2', '3+'] as const;
export type TripBucket = (typeof tripBuckets)[number];

/**
 * What is counted of a case, each by matter, month and declared number: its bucket and (where known) its trips by each
 * definition, whether it took more than was declared, whether it is disputed, its causes.
 */
export type TripMeasure =
  | `${VisitDefinition}.${TripBucket}`
  | `${VisitDefinition}.sum`
  | `${VisitDefinition}.over`
  | 'disputed'
  | 'kiosk'
  | `cause.${TripCause | 'unstated'}`;

export interface TripChange {
  readonly measure: TripMeasure;
  readonly sum: number;
}

export function bucketOf(trips: number | null): TripBucket {
  if (trips === null) return 'unknown';
  if (trips >= 3) return '3+';
  return trips === 2 ? '2' : trips === 1 ? '1' : '0';
}

/** All that one case adds. What it no longer adds is the same, taken off: so a case moves between buckets exactly once. */
export function measuresOf(tally: CaseTally): TripChange[] {
  const changes: TripChange[] = visitDefinitions.flatMap((definition) => ofDefinition(tally, definition));
  if (tally.isDisputed) changes.push({ measure: 'disputed', sum: 1 });
  if (tally.usedKiosk) changes.push({ measure: 'kiosk', sum: 1 });
  for (const cause of tally.causes) changes.push({ measure: `cause.${cause}`, sum: 1 });
  if (tally.causes.length === 0 && (tally.trips['2019'] ?? 0) > 1) changes.push({ measure: 'cause.unstated', sum: 1 });
  return changes;
}

function ofDefinition({ trips, declared }: CaseTally, definition: VisitDefinition): TripChange[] {
  const count = trips[definition];
  const changes: TripChange[] = [{ measure: `${definition}.${bucketOf(count)}`, sum: 1 }];
  if (count === null) return changes;
  if (count > 0) changes.push({ measure: `${definition}.sum`, sum: count });
  if (declared !== null && count > declared) changes.push({ measure: `${definition}.over`, sum: 1 });
  return changes;
}

/** How the decided cases of a matter, a month, a department … lie over the buckets. */
export type TripDistribution = Readonly<Record<TripBucket, number>>;

export const noTrips: TripDistribution = { unknown: 0, '0': 0, '1': 0, '2': 0, '3+': 0 };

export function addDistributions(parts: readonly TripDistribution[]): TripDistribution {
  const sum = { ...noTrips } as Record<TripBucket, number>;
  for (const part of parts) for (const bucket of tripBuckets) sum[bucket] += part[bucket];
  return sum;
}

/** 实现率 of a distribution; without a known case it is not computable, which is neither 0 nor 100 %. */
export function rateOf(distribution: TripDistribution): MeasuredRate {
  const onceOrLess = distribution['0'] + distribution['1'];
  const known = onceOrLess + distribution['2'] + distribution['3+'];
  return { onceOrLess, known, finished: known + distribution.unknown, isComputable: known > 0 };
}
