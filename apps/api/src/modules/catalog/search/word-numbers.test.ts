import { expect, test } from '@jest/globals';
import { numberWords } from './word-numbers.ts';

test('each of very many words has its own number, also where hashes are shared, and no other word has one', () => {
  const words = Array.from({ length: 200_000 }, (_, number) => `w${number.toString(36)}`);
  const numberOf = numberWords(words);
  expect(words.findIndex((word, number) => numberOf(word) !== number)).toBe(-1);
  expect([numberOf(''), numberOf('证明'), numberOf('w')]).toEqual([-1, -1, -1]);
  expect(numberWords([])('w')).toBe(-1);
});
