import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import {
  addDays,
  addMonths,
  civilDateOfEpochDay,
  daysBetween,
  daysInMonth,
  epochDayOf,
  isCivilDate,
  weekdayOf,
} from './civil-date.ts';

const epochDay = fc.integer({ min: -200_000, max: 400_000 });

describe('civil dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (date) => {
    expect(isCivilDate(date)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '2026-01-01T00',
    '0000-01-01',
    '',
  ])('%s does not', (date) => {
    expect(isCivilDate(date)).toBe(false);
  });

  test('arithmetic on what is no date throws', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  test('the end of a month stays the end of a month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  test('weekdays count from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  property('agree with the calendar of the runtime', epochDay, (day) => {
    const date = civilDateOfEpochDay(day);
    const reference = new Date(day * 86_400_000);
    expect(date).toBe(reference.toISOString().slice(0, 10));
    expect(epochDayOf(date)).toBe(day);
    expect(weekdayOf(date) % 7).toBe(reference.getUTCDay());
  });

  property(
    'adding days and counting them are inverse',
    fc.tuple(epochDay, fc.integer({ min: -5_000, max: 5_000 })),
    ([day, days]) => {
      const start = civilDateOfEpochDay(day);
      expect(daysBetween(start, addDays(start, days))).toBe(days);
    },
  );

  property('later dates sort later as text', fc.tuple(epochDay, epochDay), ([a, b]) => {
    expect(civilDateOfEpochDay(a) < civilDateOfEpochDay(b)).toBe(a < b);
  });

  test('a year has 365 or 366 days', () => {
    const days = (year: number): number =>
      Array.from({ length: 12 }, (_, m) => daysInMonth(year, m + 1)).reduce((a, b) => a + b);
    expect([2023, 2024, 1900, 2000].map(days)).toEqual([365, 366, 365, 366]);
  });
});
