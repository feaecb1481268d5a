/** Finds words in Latin letters by their beginning, and those that differ from what was typed by one letter. */
export interface Spellings {
  /** The numbers of the words that begin so: from the first up to the second, without it. */
  beginningWith(prefix: string): readonly [from: number, to: number];
  /** Numbers of the words in which one letter is missing, too many or another; the word itself is not among them. */
  oneSlipFrom(word: string): number[];
}

/** Words of one length, in the order of their letters from one end. */
interface Row {
  readonly numbers: readonly number[];
  readonly letters: readonly string[];
}

/**
 * A slip sits in the first or in the second half of a word, so the other half is right: it is enough to look at the words
 * of nearly the same length that begin with the one or end with the other. `latin` is in order.
 */
export function createSpellings(latin: readonly string[]): Spellings {
  const forwards = rowsByLength(latin);
  const backwards = rowsByLength(latin.map(reversed));
  return {
    beginningWith: (prefix) => [placeOf(latin, prefix), placeOf(latin, `${prefix}{`)],
    oneSlipFrom(word) {
      const found: number[] = [];
      for (let length = Math.max(2, word.length - 1); length <= word.length + 1; length += 1) {
        const half = length >> 1;
        const begun = word.slice(0, half);
        visit(forwards.get(length), begun, (number) => {
          if (isOneSlip(latin[number]!, word)) found.push(number);
        });
        visit(backwards.get(length), reversed(word.slice(half - length)), (number) => {
          if (!latin[number]!.startsWith(begun) && isOneSlip(latin[number]!, word)) found.push(number);
        });
      }
      return found;
    },
  };
}

const reversed = (word: string): string => {
  let turned = '';
  for (let at = word.length - 1; at >= 0; at -= 1) turned += word[at]!;
  return turned;
};

function rowsByLength(words: readonly string[]): Map<number, Row> {
  const byLength = Map.groupBy(words.keys(), (number) => words[number]!.length);
  const rows = new Map<number, Row>();
  for (const [length, unordered] of byLength) {
    const numbers = unordered.sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
    rows.set(length, { numbers, letters: numbers.map((number) => words[number]!) });
  }
  return rows;
}

function visit(row: Row | undefined, prefix: string, each: (number: number) => void): void {
  if (row === undefined) return;
  const { letters, numbers } = row;
  for (let at = placeOf(letters, prefix); at < letters.length && letters[at]!.startsWith(prefix); at += 1)
    each(numbers[at]!);
}

/** Where words with this beginning stand, or would stand, among ordered ones: `{` comes after `z`. */
function placeOf(ordered: readonly string[], wanted: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
