import { rateOf, type TripDistribution } from './trip-buckets.ts';

/** A promise is broken where at least this many cases are known and more than this share of them took a second trip. */
export const defaultPromiseRule: PromiseRule = { leastKnown: 30, mostBroken: { part: 1, of: 5 } };

export interface PromiseRule {
  readonly leastKnown: number;
  /** Share of known cases with two trips or more that is still taken for kept. */
  readonly mostBroken: { readonly part: number; readonly of: number };
}

export interface PromisedMatter {
  readonly code: string;
  /** 到办事现场次数 of the guide in force. */
  readonly declared: number | null;
  readonly distribution: TripDistribution;
  /** Cases with more trips than the guide that they were submitted under declared. */
  readonly over: number;
}

/**
 * Matters that promise 最多跑一次 and measurably don't keep it, worst first: by the people affected, then by the share of
 * second trips, then by code. Exact fractions; a matter with too few known cases is neither kept nor broken.
 */
export function brokenPromises<M extends PromisedMatter>(
  matters: readonly M[],
  rule: PromiseRule = defaultPromiseRule,
): M[] {
  return matters.filter((matter) => isBroken(matter, rule)).sort(worstFirst);
}

export function isBroken({ declared, distribution }: PromisedMatter, rule: PromiseRule = defaultPromiseRule): boolean {
  const { known, onceOrLess } = rateOf(distribution);
  if (declared === null || declared > 1 || known < rule.leastKnown || known === 0) return false;
  return (known - onceOrLess) * rule.mostBroken.of > rule.mostBroken.part * known;
}

function worstFirst(a: PromisedMatter, b: PromisedMatter): number {
  const share = ({ distribution }: PromisedMatter) => {
    const { known, onceOrLess } = rateOf(distribution);
    return { more: known - onceOrLess, known };
  };
  const [x, y] = [share(a), share(b)];
  return b.over - a.over || y.more * x.known - x.more * y.known || (a.code < b.code ? -1 : 1);
}
