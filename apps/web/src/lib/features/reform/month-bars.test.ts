import { expect, test } from '@jest/globals';
import { placeMonths } from './month-bars.ts';

const sheet = { width: 500, height: 200, left: 50, right: 0, top: 20, bottom: 30 };

test('each month has a bar, the year stands where it begins', () => {
  const months = ['2025-11', '2025-12', '2026-01'].map((month, index) => ({ month, volume: index * 10 }));
  const { bars, floor } = placeMonths(months, sheet);
  expect(bars.map(({ label, year }) => [label, year])).toEqual([
    ['11月', '2025'],
    ['12月', undefined],
    ['1月', '2026'],
  ]);
  expect(bars[0]?.height).toBe(0);
  expect(bars[2]!.y + bars[2]!.height).toBe(floor);
});

test('months without any case are no fault', () => {
  expect(placeMonths([], sheet).bars).toEqual([]);
  expect(placeMonths([{ month: '2026-01', volume: 0 }], sheet).bars[0]?.height).toBe(0);
});
