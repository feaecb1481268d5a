import { expect, test } from '@jest/globals';
import { percentOf, shareOf } from './share.ts';

test('a share is rounded down, so that nearly all never reads as all', () => {
  expect([shareOf(9_999, 10_000), shareOf(1, 1), shareOf(2, 3)]).toEqual(['99.9%', '100.0%', '66.6%']);
  expect(percentOf(8_750)).toBe('87.5%');
});

test('nothing counted is no share', () => {
  expect(shareOf(0, 0)).toBeUndefined();
});
