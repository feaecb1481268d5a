import type { ReformResultsData } from '@yitang/contract';
import { fewestCasesOfMatter, fewestCasesShown, hideSmallCounts } from '@yitang/domain/results';
import type { TargetMatter } from '@yitang/domain/target';
import { addDistributions, bucketOf, tripBuckets, visitDefinitions } from '@yitang/domain/visit';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { ByDefinition, TripFigures } from '../../case/index.ts';
import type { Counted } from './figure-lists.ts';

export interface TripSides {
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  readonly measured: ByDefinition<TripFigures>;
}

/** What guides declare, matter by matter, and beside it what people made; small numbers of people are hidden. */
export function resultTrips(
  matters: readonly TargetMatter[],
  { firstMonth, lastMonth, measured }: TripSides,
): Counted<ReformResultsData['trips']> {
  const byBucket = Map.groupBy(matters, ({ visits }) => bucketOf(visits));
  const sizes = tripBuckets.map((bucket) => [bucket, byBucket.get(bucket)?.length ?? 0]);
  return {
    value: {
      ...{ firstMonth, lastMonth, fewest: fewestCasesShown, fewestOfMatter: fewestCasesOfMatter },
      declared: Object.fromEntries(sizes) as ReformResultsData['trips']['declared'],
      // The wider wording first, which is the one that counts.
      measured: visitDefinitions.toReversed().map((definition) => {
        const { spread, ...shown } = hideSmallCounts(
          addDistributions(measured[definition].map((one) => one.distribution)),
        );
        return { definition, ...shown, spread: { ...spread } };
      }),
    },
    lists: new Map([...byBucket].map(([bucket, own]) => [`declared.${bucket}`, own.map(({ code }) => code)])),
    others: [],
  };
}
