import { expect, test } from '@jest/globals';
import { onceOf, placeSpread, sumOf } from './spread.ts';

const spread = { '0': 1, '1': 2, '2': 0, '3+': 1, unknown: 4 };

test('the parts of a bar lie beside each other and fill it; what nobody made takes no room', () => {
  expect(placeSpread(spread, 800)).toEqual([
    { bucket: '0', count: 1, x: 0, width: 100 },
    { bucket: '1', count: 2, x: 100, width: 200 },
    { bucket: '3+', count: 1, x: 300, width: 100 },
    { bucket: 'unknown', count: 4, x: 400, width: 400 },
  ]);
  expect([sumOf(spread), onceOf(spread)]).toEqual([8, 3]);
});

test('of nothing there is no bar', () => {
  expect(placeSpread({ '0': 0, '1': 0, '2': 0, '3+': 0, unknown: 0 }, 800)).toEqual([]);
});
