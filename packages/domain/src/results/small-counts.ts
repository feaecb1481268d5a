import { rateOf, type TripBucket, type TripDistribution } from '../visit/index.ts';

/** Fewer cases than this could point to a person; of nobody at all (0) anybody may know. */
export const fewestCasesShown = 5;
/** A matter's own share is public from so many known cases on, in whole per cent: month by month it tells of nobody. */
export const fewestCasesOfMatter = 30;

/** A distribution as everybody may see it; `null`: too few to be told. */
export interface PublicTrips {
  readonly finished: number | null;
  readonly known: number | null;
  readonly onceOrLess: number | null;
  readonly spread: Readonly<Record<TripBucket, number | null>>;
  readonly isHidden: boolean;
}

/**
 * Hides small numbers of people in such a way that none comes out by subtraction: a count is shown with its sum only where
 * what is left over is 0 or enough as well. Cases of which nothing is known point to nobody and are hidden only with their
 * sum.
 */
export function hideSmallCounts(distribution: TripDistribution, fewest = fewestCasesShown): PublicTrips {
  const isSmall = (count: number): boolean => count > 0 && count < fewest;
  const { onceOrLess, known, finished } = rateOf(distribution);
  if (isSmall(known)) return { ...nothing, finished: isSmall(finished) ? null : finished };
  const areSidesShown = !isSmall(onceOrLess) && !isSmall(known - onceOrLess);
  const pair = (a: number, b: number): readonly [number | null, number | null] =>
    areSidesShown && !isSmall(a) && !isSmall(b) ? [a, b] : [null, null];
  const [none, one] = pair(distribution['0'], distribution['1']);
  const [two, more] = pair(distribution['2'], distribution['3+']);
  const spread = { '0': none, '1': one, '2': two, '3+': more, unknown: distribution.unknown };
  return {
    finished,
    known,
    onceOrLess: areSidesShown ? onceOrLess : null,
    spread,
    isHidden: Object.values(spread).includes(null),
  };
}

const nothing: PublicTrips = {
  finished: null,
  known: null,
  onceOrLess: null,
  spread: { '0': null, '1': null, '2': null, '3+': null, unknown: null },
  isHidden: true,
};

/** Whole per cent of one matter's known cases with at most one trip, rounded down; null: too few to be told. */
export function publicShare(distribution: TripDistribution, fewest = fewestCasesOfMatter): number | null {
  const { onceOrLess, known } = rateOf(distribution);
  return known < fewest ? null : Math.floor((onceOrLess * 100) / known);
}
