import { expect, test } from '@jest/globals';
import { dayInWords } from './day-in-words.ts';

test('a day is written as people read it in either language', () => {
  expect(dayInWords('2026-03-09')).toEqual({ zh: '2026年3月9日', en: '9 March 2026' });
});
