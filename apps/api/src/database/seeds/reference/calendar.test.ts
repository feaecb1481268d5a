import { describe, expect, test } from '@jest/globals';
import { addWorkdays, makeWorkingCalendar, weekdayOf } from '@yitang/domain/calendar';
import { findCalendarYear, listCalendarYears, referenceCalendarYears } from './calendar.ts';

describe('the working calendar that an installation brings along', () => {
  test('holds the years 2024 to 2026', () => {
    expect(listCalendarYears().map(({ year }) => year)).toEqual([2024, 2025, 2026]);
    expect(referenceCalendarYears).toHaveLength(3);
  });

  test('a year without a published arrangement is absent, not guessed', () => {
    expect(findCalendarYear(2099)).toBeUndefined();
    expect(listCalendarYears([2026, 2099]).map(({ year }) => year)).toEqual([2026]);
  });

  test('days off are weekdays, extra working days lie in a weekend', () => {
    for (const year of listCalendarYears()) {
      expect(year.daysOff.every((day) => weekdayOf(day) <= 5)).toBe(true);
      expect(year.extraWorkdays.every((day) => weekdayOf(day) > 5)).toBe(true);
      expect(year.daysOff.length).toBeGreaterThan(10);
    }
  });

  test('the long weekends of 2026 are right: National Day with its swapped Saturday', () => {
    const calendar = makeWorkingCalendar(listCalendarYears());
    expect(calendar.kindOf('2026-10-01')).toBe('day-off');
    expect(calendar.kindOf('2026-10-07')).toBe('day-off');
    expect(calendar.kindOf('2026-10-10')).toBe('workday');
    expect(calendar.kindOf('2026-02-14')).toBe('workday');
    expect(calendar.kindOf('2026-11-23')).toBe('workday');
  });

  test('a limit that runs into 2027 waits for that year instead of counting New Year’s Day as worked', () => {
    const calendar = makeWorkingCalendar(listCalendarYears());
    expect(addWorkdays(calendar, '2026-12-28', 10)).toEqual({ on: null, waitsForYear: 2027 });
  });
});
