import { refuseSurvey, type SurveyRefused } from './survey-lifecycle.ts';

export interface StratumSize {
  readonly key: string;
  /** Cases of the frame that lie in it. */
  readonly population: number;
}

export interface SampleSize {
  readonly size: number;
  readonly minimum: number;
}

export type Allocation =
  { readonly ok: true; readonly drawn: ReadonlyMap<string, number>; readonly total: number } | SurveyRefused;

/**
 * How many cases of each stratum are drawn: first the minimum of each (all of a smaller one), then one by one to the
 * stratum with the largest population / (2 × drawn + 1), which is Sainte-Laguë's way of sharing in proportion; ties go
 * to the smaller key. Whole numbers only, so that the same strata give the same shares on every machine. A size beyond
 * the frame draws all of it.
 * Refused: an empty frame, and a size that does not reach the minimum of every stratum (`subject`: what would).
 */
export function allocateSample(strata: readonly StratumSize[], { size, minimum }: SampleSize): Allocation {
  const filled = strata.filter(({ population }) => population > 0);
  if (filled.length === 0) return refuseSurvey([{ code: 'survey.frame-empty' }]);
  const shares = filled
    .map(({ key, population }) => ({ key, population, drawn: Math.min(population, minimum) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const least = sum(shares.map(({ drawn }) => drawn));
  if (size < least) return refuseSurvey([{ code: 'survey.size-below-minimum', subject: String(least) }]);
  const wanted = Math.min(size, sum(shares.map(({ population }) => population)));
  for (let left = wanted - least; left > 0; left -= 1) {
    let best: Share | undefined;
    for (const share of shares) {
      if (share.drawn < share.population && (best === undefined || isAhead(share, best))) best = share;
    }
    if (best === undefined) break;
    best.drawn += 1;
  }
  return { ok: true, drawn: new Map(shares.map(({ key, drawn }) => [key, drawn])), total: wanted };
}

interface Share extends StratumSize {
  drawn: number;
}

const isAhead = (one: Share, other: Share): boolean =>
  one.population * (2 * other.drawn + 1) > other.population * (2 * one.drawn + 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
