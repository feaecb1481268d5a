import { expect, test } from '@jest/globals';
import { namesIn, pointsOf } from './points.ts';

test('points have two figures', () => {
  expect([pointsOf(8_750), pointsOf(10_000), pointsOf(0)]).toEqual(['87.50', '100.00', '0.00']);
});

test('keys of targets may be parted as people part them', () => {
  expect(namesIn('2018-a、2018-b，2019-a, 2019-b ')).toEqual(['2018-a', '2018-b', '2019-a', '2019-b']);
  expect(namesIn(' ')).toEqual([]);
});
