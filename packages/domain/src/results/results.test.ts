import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { freezingDay, isFrozenLate, lastDayOf, missedMonths, monthsToFreeze } from './frozen-months.ts';
import { fewestCasesShown, hideSmallCounts, publicShare } from './small-counts.ts';

const spread = (zero: number, one: number, two: number, more: number, unknown = 0) => ({
  ...{ '0': zero, '1': one, '2': two, '3+': more, unknown },
});

describe('small numbers of people are not told', () => {
  test('where all counts are large enough, or 0, everything is shown', () => {
    expect(hideSmallCounts(spread(40, 50, 10, 0, 3))).toEqual({
      ...{ finished: 103, known: 100, onceOrLess: 90, isHidden: false },
      spread: { '0': 40, '1': 50, '2': 10, '3+': 0, unknown: 3 },
    });
  });

  test('a small part is hidden with its neighbour, and the share stays', () => {
    const shown = hideSmallCounts(spread(40, 50, 10, 2));
    expect(shown.spread).toEqual({ '0': 40, '1': 50, '2': null, '3+': null, unknown: 0 });
    expect([shown.onceOrLess, shown.isHidden]).toEqual([90, true]);
  });

  test('where so few went twice, the share would tell; where so few are known, even their number', () => {
    expect(hideSmallCounts(spread(40, 50, 2, 0))).toMatchObject({ known: 92, onceOrLess: null, isHidden: true });
    expect(hideSmallCounts(spread(1, 2, 0, 0, 100))).toMatchObject({ finished: 103, known: null, onceOrLess: null });
    expect(hideSmallCounts(spread(0, 0, 0, 0))).toMatchObject({ known: 0, isHidden: false });
  });

  const count = fc.nat(12);
  property('nothing that is shown leads to a hidden count', fc.tuple(count, count, count, count, count), (counts) => {
    const whole = spread(...counts);
    const shown = hideSmallCounts(whole);
    const sums = [
      { all: shown.known, parts: ['0', '1', '2', '3+'] as const },
      { all: shown.onceOrLess, parts: ['0', '1'] as const },
      {
        all: shown.known === null || shown.onceOrLess === null ? null : shown.known - shown.onceOrLess,
        parts: ['2', '3+'] as const,
      },
    ];
    for (const { all, parts } of sums) {
      const hidden = parts.filter((bucket) => shown.spread[bucket] === null);
      if (all === null || hidden.length === 0) continue;
      const rest = hidden.reduce((sum, bucket) => sum + whole[bucket], 0);
      expect(rest).toBeGreaterThanOrEqual(fewestCasesShown);
      expect(hidden.length).toBeGreaterThan(1);
    }
    for (const value of Object.entries(shown.spread))
      if (value[0] !== 'unknown' && value[1] !== null)
        expect(value[1] === 0 || value[1] >= fewestCasesShown).toBe(true);
  });

  test('of one matter only whole per cent of enough cases are told, rounded down', () => {
    expect(publicShare(spread(20, 9, 0, 0, 400))).toBeNull();
    expect(publicShare(spread(20, 9, 1, 0))).toBe(96);
  });
});

describe('which months are frozen', () => {
  const firstDay = '2025-03-10';

  test('on the first of a month the one before, of its last day', () => {
    expect(monthsToFreeze({ today: '2026-03-01', firstDay, frozen: ['2026-01'] })).toEqual(['2026-02']);
    expect([lastDayOf('2024-02'), freezingDay('2025-12')]).toEqual(['2024-02-29', '2026-01-01']);
    expect([isFrozenLate('2026-02', '2026-03-01'), isFrozenLate('2026-02', '2026-03-02')]).toEqual([false, true]);
  });

  test('a site that never froze begins with the last month; one that was away makes up for what it missed', () => {
    expect(monthsToFreeze({ today: '2026-03-17', firstDay, frozen: [] })).toEqual(['2026-02']);
    expect(monthsToFreeze({ today: '2026-03-17', firstDay, frozen: ['2025-11', '2026-01'] })).toEqual([
      '2025-12',
      '2026-02',
    ]);
  });

  test('a month is missed when its own day has passed, not on that day', () => {
    const missedOn = (today: string) => missedMonths({ today, firstDay, frozen: ['2025-11', '2026-01'] });
    expect(missedOn('2026-03-01')).toEqual(['2025-12']);
    expect(missedOn('2026-03-02')).toEqual(['2025-12', '2026-02']);
  });

  test('what is frozen is not frozen again; a month before the first catalog has no figures', () => {
    expect(monthsToFreeze({ today: '2026-03-17', firstDay, frozen: ['2026-02'] })).toEqual([]);
    expect(monthsToFreeze({ today: '2025-03-20', firstDay, frozen: [] })).toEqual([]);
    expect(monthsToFreeze({ today: '2025-04-01', firstDay, frozen: [] })).toEqual(['2025-03']);
    expect(monthsToFreeze({ today: '2025-04-01', firstDay: undefined, frozen: [] })).toEqual([]);
  });
});
