/** Per ten thousand. The estimate and the lower bound are rounded down, the upper bound up: never flattering. */
export interface ShareInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Answers of one stratum: how many said yes, and how many cases of the frame they stand for. */
export interface StratumAnswers {
  readonly population: number;
  readonly valid: number;
  readonly yes: number;
}

/** 97.5 % of the standard normal distribution lies below it. */
const z = 1.959963984540054;
const scale = 10_000;
/** What floating point may be off; no share of real counts comes this near to a boundary without lying on it. */
const grain = 1e-9;

/**
 * Share of yes with its 95 % interval, weighted by strata; null where nobody answered: not computable is not 100 %.
 *
 * With N the population, r the valid answers and y those with yes of stratum h, each answer weighs w = N/r, so that
 * every stratum counts as much as it has cases, however many of them answered: p = Σ N·(y/r) / Σ N over the strata with
 * an answer. The interval is Wilson's, (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96, where n is the
 * effective number of answers by Kish, n = (Σ w)² / Σ w² = (Σ N)² / Σ N²/r: unequal weights tell less than their
 * number. With one stratum it is the plain interval of Wilson. What stratification gains and the finite frame are left
 * out, so the interval is rather too wide.
 */
export function weightedInterval(strata: readonly StratumAnswers[]): ShareInterval | null {
  const answering = strata.filter(({ valid }) => valid > 0);
  if (answering.length === 0) return null;
  const total = sum(answering.map(({ population }) => population));
  const p = sum(answering.map(({ population, valid, yes }) => population * (yes / valid))) / total;
  const n = total ** 2 / sum(answering.map(({ population, valid }) => population ** 2 / valid));
  const middle = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const whole = 1 + z ** 2 / n;
  return { estimate: down(p), low: down((middle - half) / whole), high: up((middle + half) / whole) };
}

const down = (share: number): number => Math.max(0, Math.floor(share * scale + grain));
const up = (share: number): number => Math.min(scale, Math.ceil(share * scale - grain));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
