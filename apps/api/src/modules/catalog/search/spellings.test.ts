import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { createSpellings } from './spellings.ts';

/** Three letters, so that words are often near each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'm', 'z'), minLength: 1, maxLength: 8 });
const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort();

/** Levenshtein's distance as it is written in books. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
}

describe('SRCH-3 what was meant is found among the words of the catalog', () => {
  property(
    'every word with one slip, once, and no other',
    fc.tuple(
      fc.array(word, { maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('a', 'm', 'z'), minLength: 3, maxLength: 8 }),
    ),
    ([words, typed]) => {
      const latin = sorted(words);
      const found = createSpellings(latin)
        .oneSlipFrom(typed)
        .map((number) => latin[number]!);
      // Words of one letter have no half that could be right.
      expect(found.sort()).toEqual(latin.filter((one) => one.length > 1 && distance(one, typed) === 1));
    },
  );

  property(
    'exactly the words that begin as typed',
    fc.tuple(fc.array(word, { maxLength: 40 }), word),
    ([words, typed]) => {
      const latin = sorted(words);
      expect(latin.slice(...createSpellings(latin).beginningWith(typed))).toEqual(
        latin.filter((one) => one.startsWith(typed)),
      );
    },
  );

  test('a word whose half shares a place with another by chance is found once', () => {
    expect(createSpellings(['zzma']).oneSlipFrom('mzma')).toEqual([0]);
  });

  test('a catalog without a word in Latin letters finds nothing', () => {
    const none = createSpellings([]);
    expect(none.oneSlipFrom('zaidu')).toEqual([]);
    expect(none.beginningWith('z')).toEqual([0, 0]);
  });
});
