import { expect, test } from '@jest/globals';
import { mean, placeDays, share } from './share.ts';

test('shares and means are rounded down, and of nothing there is none', () => {
  expect([share(1, 3), share(0, 0), mean(5, 4), mean(0, 0)]).toEqual(['33.3%', '—', '1.2', '—']);
});

test('each day has a bar, those over the promise are marked, and no case is lost in a long tail', () => {
  const { bars, limitX } = placeDays(
    [
      { days: 1, cases: 2 },
      { days: 4, cases: 1 },
      { days: 90, cases: 3 },
    ],
    3,
    { width: 400, height: 100 },
  );
  expect(bars).toHaveLength(40);
  expect(bars.reduce((sum, { cases }) => sum + cases, 0)).toBe(6);
  expect(bars.filter(({ isOver, cases }) => isOver && cases > 0).map(({ days }) => days)).toEqual([4, 39]);
  expect(limitX).toBe(40);
});
