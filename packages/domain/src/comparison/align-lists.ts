import { identityOf, leavesOf, nameOf, type Leaves } from './leaves.ts';

/** An entry of a list with what it says. */
export interface Listed {
  readonly at: number;
  readonly leaves: Leaves;
}

/** One entry before and after; one of them is missing where it was added or removed. */
export interface Pair {
  readonly before: Listed | undefined;
  readonly after: Listed | undefined;
  /** It stands in another place among those that stayed. */
  readonly isMoved: boolean;
}

/** Less in common than this, and it is another entry. */
const leastLikeness = 0.35;

/**
 * Which entry became which: by key where entries have one, otherwise what is unchanged first, and of the rest what is most
 * alike. Entries in their later order, each removed one after its neighbour.
 */
export function alignLists(before: readonly unknown[], after: readonly unknown[]): readonly Pair[] {
  const [olds, news] = [before.map(listed), after.map(listed)];
  const partners = new Map<number, number>();
  const isKeyed = [...before, ...after].every((entry) => identityOf(entry) !== undefined);
  pairEqual(partners, before.map(isKeyed ? keyOf : exactly), after.map(isKeyed ? keyOf : exactly));
  if (!isKeyed) pairAlike(partners, olds, news);
  const steady = longestRise([...partners].sort(([a], [b]) => a - b).map(([, to]) => to));
  const froms = new Map([...partners].map(([from, to]) => [to, from]));
  const stayed = news.map((entry): Pair => {
    const from = froms.get(entry.at);
    return {
      before: from === undefined ? undefined : olds[from],
      after: entry,
      isMoved: from !== undefined && !steady.has(entry.at),
    };
  });
  return olds
    .filter(({ at }) => !partners.has(at))
    .reduceRight<readonly Pair[]>((pairs, gone) => inserted(pairs, gone), stayed);
}

const listed = (entry: unknown, at: number): Listed => ({ at, leaves: leavesOf(entry) });
const keyOf = (entry: unknown): string => identityOf(entry) ?? '';
const exactly = (entry: unknown): string => JSON.stringify(entry);

function inserted(pairs: readonly Pair[], gone: Listed): readonly Pair[] {
  const neighbour = pairs.findIndex(({ before }) => before !== undefined && before.at === gone.at - 1);
  const place = gone.at === 0 ? 0 : neighbour < 0 ? Math.min(gone.at, pairs.length) : neighbour + 1;
  return [...pairs.slice(0, place), { before: gone, after: undefined, isMoved: false }, ...pairs.slice(place)];
}

function pairEqual(partners: Map<number, number>, olds: readonly string[], news: readonly string[]): void {
  const free = new Map<string, number[]>();
  news.forEach((text, at) => free.set(text, [...(free.get(text) ?? []), at]));
  olds.forEach((text, at) => {
    const to = free.get(text)?.shift();
    if (to !== undefined) partners.set(at, to);
  });
}

function pairAlike(partners: Map<number, number>, olds: readonly Listed[], news: readonly Listed[]): void {
  const taken = new Set(partners.values());
  const [freeOlds, freeNews] = [olds.filter(({ at }) => !partners.has(at)), news.filter(({ at }) => !taken.has(at))];
  const newPairs = new Map(freeNews.map((entry) => [entry, bigramsOf(entry)]));
  const scores = freeOlds.flatMap((old) => {
    const bigrams = bigramsOf(old);
    return freeNews.map((next) => ({
      from: old.at,
      to: next.at,
      // The place decides between equals only.
      score: likeness(bigrams, newPairs.get(next) ?? new Set()) - Math.abs(old.at - next.at) * 0.001,
    }));
  });
  for (const { from, to, score } of scores.sort((a, b) => b.score - a.score)) {
    if (score >= leastLikeness && !partners.has(from) && !taken.has(to)) {
      partners.set(from, to);
      taken.add(to);
    }
  }
}

/** Pairs of neighbouring characters of what it is called, or, without a name, of all that it says; bounded. */
function bigramsOf({ leaves }: Listed): ReadonlySet<string> {
  const text = (nameOf(leaves) || [...leaves.values()].join(' ')).slice(0, 200);
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** The longest run of numbers that rise: what stayed in its order, so that only what really moved is told. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    const place = tails.findIndex((tail) => tail >= number);
    before.set(number, tails[(place < 0 ? tails.length : place) - 1]);
    tails[place < 0 ? tails.length : place] = number;
  }
  const rise = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = before.get(at)) rise.add(at);
  return rise;
}
