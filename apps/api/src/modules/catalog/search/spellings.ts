import { hashOf } from './word-hash.ts';

/** Finds words in Latin letters by their beginning, and those that differ from what was typed by one letter. */
export interface Spellings {
  /** The numbers of the words that begin so: from the first up to the second, without it. */
  beginningWith(prefix: string): readonly [from: number, to: number];
  /** Numbers of the words in which one letter is missing, too many or another; the word itself is not among them. */
  oneSlipFrom(word: string): number[];
}

/**
 * A slip sits in the first or in the second half of a word, so the other half is right: it is enough to look at the words
 * of nearly the same length that begin with the one or end with the other. `latin` is in order.
 */
export function createSpellings(latin: readonly string[]): Spellings {
  const firstHalves = bucketsOf(latin, firstHalfOf);
  const lastHalves = bucketsOf(latin, lastHalfOf);
  const beginnings = beginningsOf(latin);
  const letterSets = Uint32Array.from(latin, lettersOf);
  return {
    beginningWith: (prefix) => {
      const range = beginnings.around(prefix);
      return [placeOf(latin, prefix, range), placeOf(latin, `${prefix}{`, range)];
    },
    oneSlipFrom(word) {
      const found: number[] = [];
      const letters = lettersOf(word);
      for (let length = Math.max(2, word.length - 1); length <= word.length + 1; length += 1) {
        const half = length >> 1;
        const begun = word.slice(0, half);
        // Others share a bucket by chance, so the beginning is compared; it also keeps a word from being found twice.
        const look = (number: number, isBegunSo: boolean): void => {
          if (!mayBeOneSlip(letters ^ letterSets[number]!)) return;
          const other = latin[number]!;
          if (other.length !== length || other.startsWith(begun) !== isBegunSo) return;
          if (isOneSlip(other, word)) found.push(number);
        };
        firstHalves.visit(hashOf(begun, length), (number) => look(number, true));
        lastHalves.visit(hashOf(word.slice(half - length), length), (number) => look(number, false));
      }
      return found;
    },
  };
}

const firstHalfOf = (word: string): number => hashOf(word.slice(0, word.length >> 1), word.length);
const lastHalfOf = (word: string): number => hashOf(word.slice(word.length >> 1), word.length);

interface Buckets {
  visit(hash: number, each: (number: number) => void): void;
}

/** Numbers of words by hash, in two arrays: maps of strings would take ten times the memory. */
function bucketsOf(words: readonly string[], hashOfWord: (word: string) => number): Buckets {
  const size = 2 ** Math.ceil(Math.log2(words.length + 2));
  const starts = new Uint32Array(size + 1);
  for (const word of words) starts[(hashOfWord(word) & (size - 1)) + 1]! += 1;
  for (let bucket = 0; bucket < size; bucket += 1) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const numbers = new Uint32Array(words.length);
  for (const [number, word] of words.entries()) numbers[next[hashOfWord(word) & (size - 1)]!++] = number;
  return {
    visit: (hash, each) => {
      const bucket = hash & (size - 1);
      for (let at = starts[bucket]!; at < starts[bucket + 1]!; at += 1) each(numbers[at]!);
    },
  };
}

const letters = 26;
const codeOf = (word: string, at: number): number => Math.min(letters, Math.max(0, word.charCodeAt(at) - 97));

/** Where the words with the same two letters at their beginning stand: most of a search for a place is done with it. */
function beginningsOf(latin: readonly string[]) {
  const starts = new Uint32Array(letters * letters + 1).fill(latin.length);
  for (let number = latin.length - 1; number >= 0; number -= 1) {
    const word = latin[number]!;
    // A word of one letter stands before all that go on.
    starts[codeOf(word, 0) * letters + (word.length === 1 ? 0 : codeOf(word, 1))] = number;
  }
  for (let pair = starts.length - 2; pair >= 0; pair -= 1) starts[pair] = Math.min(starts[pair]!, starts[pair + 1]!);
  return {
    around: (prefix: string): [from: number, to: number] => {
      if (!/^[a-z]{2}/.test(prefix)) return [0, latin.length];
      const pair = codeOf(prefix, 0) * letters + codeOf(prefix, 1);
      return [starts[pair]!, starts[pair + 1]!];
    },
  };
}

/** Where words with this beginning stand, or would stand, among ordered ones: `{` comes after `z`. */
function placeOf(ordered: readonly string[], wanted: string, range: readonly [number, number]): number {
  let [low, high] = range;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The letters that a word has, a bit for each. */
function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

/** One slip takes a letter away and brings one at the most: asked first, because a word itself lies far away in memory. */
function mayBeOneSlip(different: number): boolean {
  const withoutOne = different & (different - 1);
  return (withoutOne & (withoutOne - 1)) === 0;
}

/** Whether two words that are not the same become so by one letter put in, left out or changed. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short.charCodeAt(same) === long.charCodeAt(same)) same += 1;
  if (same === long.length) return false;
  let left = short.length - 1;
  let right = long.length - 1;
  while (left >= same && short.charCodeAt(left) === long.charCodeAt(right)) {
    left -= 1;
    right -= 1;
  }
  return right <= same && left <= same;
}
