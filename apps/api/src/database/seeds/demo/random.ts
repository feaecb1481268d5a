/** Random choices that follow from a seed: the same seed gives the same demo university on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** An integer, both ends included. */
  readonly integer: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws RangeError for an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** An index of `cumulative` (running sums, last > 0), as likely as its own weight. */
  readonly weighted: (cumulative: readonly number[]) => number;
  /** An own stream for a part, so that a change in one part leaves the others as they are. */
  readonly fork: (label: string) => Random;
}

// Taken once: the next line of code runs millions of times.
const { floor, imul } = Math;

export function createRandom(seed: string | number): Random {
  let state = hash32(String(seed));
  // mulberry32: 32 bits of state, integer arithmetic only, so equal everywhere.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => pickFrom(items, integer),
    weighted: (cumulative) => indexOf(cumulative, next() * (cumulative.at(-1) ?? 0)),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

export function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** FNV-1a over UTF-16 code units. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function pickFrom<T>(items: readonly T[], integer: Random['integer']): T {
  if (items.length === 0) throw new RangeError('nothing to pick from');
  return items[integer(0, items.length - 1)] as T;
}

/** First index whose running sum lies above the target. */
function indexOf(cumulative: readonly number[], target: number): number {
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? Infinity) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
