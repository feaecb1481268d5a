import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { addDays, daysBetween } from '../calendar/index.ts';
import { completeMonthsUntil } from './counting-period.ts';
import { inheritVolumes } from './succession.ts';

describe('the counting period', () => {
  test('is the complete months that end on or before the day', () => {
    expect(completeMonthsUntil('2018-12-31', 12)).toMatchObject({ from: '2018-01-01', until: '2018-12-31' });
    expect(completeMonthsUntil('2018-12-30', 12)).toMatchObject({ from: '2017-12-01', until: '2018-11-30' });
    expect(completeMonthsUntil('2024-02-29', 1)).toEqual({
      from: '2024-02-01',
      until: '2024-02-29',
      months: ['2024-02'],
    });
    expect(completeMonthsUntil('2026-01-15', 2).months).toEqual(['2025-11', '2025-12']);
  });

  test('has at least one month', () => {
    expect(() => completeMonthsUntil('2026-01-15', 0)).toThrow(RangeError);
  });

  property(
    'of twelve months is always a whole year',
    fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days)),
    (asOf) => {
      const { from, until, months } = completeMonthsUntil(asOf, 12);
      expect([365, 366]).toContain(daysBetween(from, until) + 1);
      expect(new Set(months).size).toBe(12);
      expect(until <= asOf).toBe(true);
      expect(daysBetween(until, asOf)).toBeLessThan(31);
    },
  );
});

describe('cases of matters that are no more', () => {
  test('go to the successor, in several steps too; without one they leave the total and are told', () => {
    const counted = [
      { code: 'new', volume: 1 },
      { code: 'older', volume: 10 },
      { code: 'oldest', volume: 100 },
      { code: 'gone', volume: 7 },
    ];
    const succeededBy = new Map([
      ['oldest', 'older'],
      ['older', 'new'],
    ]);
    expect(inheritVolumes(['new', 'idle'], counted, succeededBy)).toEqual({
      volumes: [
        { code: 'new', volume: 111 },
        { code: 'idle', volume: 0 },
      ],
      retired: [{ code: 'gone', volume: 7 }],
    });
  });

  test('a circle of successors ends nowhere', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(inheritVolumes([], [{ code: 'a', volume: 3 }], circle)).toEqual({
      volumes: [],
      retired: [{ code: 'a', volume: 3 }],
    });
  });
});
