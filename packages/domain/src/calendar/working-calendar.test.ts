import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { at, calendarYears, moment, office } from '../../tests/builders.ts';
import { addDays } from './civil-date.ts';
import { isOfficeOpen, isPast, receivedOn, workingMinutesBetween } from './office-time.ts';
import { addWorkdays, makeWorkingCalendar, workdayFrom, workdaysBetween } from './working-calendar.ts';

const { calendar } = office;
const dayOf2026 = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days));

describe('working days', () => {
  test('the day of the event is not counted, weekends and holidays are not worked', () => {
    expect(addWorkdays(calendar, '2026-11-20', 1).on).toBe('2026-11-23');
    expect(addWorkdays(calendar, '2026-09-30', 1).on).toBe('2026-10-08');
  });

  test('a Saturday that is worked instead counts', () => {
    expect(addWorkdays(calendar, '2026-10-08', 2).on).toBe('2026-10-10');
    expect(addWorkdays(calendar, '2026-09-19', 1).on).toBe('2026-09-20');
  });

  test('no days: the day itself, moved when it is not worked', () => {
    expect(addWorkdays(calendar, '2026-11-23', 0).on).toBe('2026-11-23');
    expect(addWorkdays(calendar, '2026-10-01', 0).on).toBe('2026-10-08');
  });

  test('an unpublished year is named, never guessed', () => {
    expect(addWorkdays(calendar, '2026-12-31', 1)).toEqual({ on: null, waitsForYear: 2027 });
    expect(workdayFrom(calendar, '2027-01-04')).toEqual({ on: null, waitsForYear: 2027 });
    expect(workdaysBetween(calendar, '2026-12-30', '2027-01-02')).toBeNull();
    expect(addWorkdays(calendar, '2026-12-30', 1).on).toBe('2026-12-31');
  });

  test('a pinned version of a year holds after a correction is imported', () => {
    const corrected = { year: 2026, version: 2, isPublished: true, daysOff: ['2026-11-24'], extraWorkdays: [] };
    const years = [...calendarYears, corrected];
    expect(addWorkdays(makeWorkingCalendar(years), '2026-11-23', 1).on).toBe('2026-11-25');
    expect(addWorkdays(makeWorkingCalendar(years, { 2026: 1 }), '2026-11-23', 1).on).toBe('2026-11-24');
    expect(makeWorkingCalendar(years).versions).toEqual({ 2025: 1, 2026: 2 });
  });

  test('a pinned version that is not there is unpublished, not replaced', () => {
    expect(makeWorkingCalendar(calendarYears, { 2026: 7 }).kindOf('2026-11-23')).toBe('unpublished');
  });

  test('part of a day is no number of days', () => {
    expect(() => addWorkdays(calendar, '2026-11-23', 1.5)).toThrow(RangeError);
    expect(() => addWorkdays(calendar, '2026-11-23', -1)).toThrow(RangeError);
  });

  property('more days end later', fc.tuple(dayOf2026, fc.nat(20), fc.nat(20)), ([day, fewer, more]) => {
    const [short, long] = [addWorkdays(calendar, day, fewer), addWorkdays(calendar, day, fewer + more)];
    if (short.on !== null && long.on !== null) expect(long.on >= short.on).toBe(true);
    if (short.on === null) expect(long.on).toBeNull();
  });

  property(
    'working days between two days are those that are met on the way, over a new year and backwards too',
    fc.tuple(fc.integer({ min: -40, max: 820 }), fc.integer({ min: -40, max: 820 })),
    ([one, other]) => {
      const [from, until] = [one, other].map((days) => addDays('2025-01-01', days)) as [string, string];
      expect(workdaysBetween(calendar, from, until)).toBe(metOnTheWay(from, until));
    },
  );

  property(
    'counting back what was added gives the number',
    fc.tuple(dayOf2026, fc.integer({ min: 1, max: 20 })),
    ([day, count]) => {
      const { on } = addWorkdays(calendar, day, count);
      if (on !== null) expect(workdaysBetween(calendar, day, on)).toBe(count);
    },
  );

  property('a later start never ends earlier', fc.tuple(dayOf2026, fc.nat(10), fc.nat(15)), ([day, shift, count]) => {
    const [first, second] = [
      addWorkdays(calendar, day, count).on,
      addWorkdays(calendar, addDays(day, shift), count).on,
    ];
    if (first !== null && second !== null) expect(second >= first).toBe(true);
  });
});

describe('office hours', () => {
  test('what comes after closing is received on the next working day', () => {
    expect(receivedOn(at('2026-11-23 16:59'), office).on).toBe('2026-11-23');
    expect(receivedOn(at('2026-11-23 17:00'), office).on).toBe('2026-11-24');
    expect(receivedOn(at('2026-11-28 09:00'), office).on).toBe('2026-11-30');
  });

  test('a last day is over when the office closes', () => {
    expect(isPast('2026-11-23', moment('2026-11-23 16:59'))).toBe(false);
    expect(isPast('2026-11-23', moment('2026-11-23 17:00'))).toBe(true);
    expect(isPast('2026-11-24', moment('2026-11-23 20:00'))).toBe(false);
  });

  test('the office is open from its first hour to its last on days that are worked, noon included', () => {
    const isOpen = (wall: string) => isOfficeOpen(moment(wall));
    expect(['08:29', '08:30', '12:15', '16:59', '17:00'].map((time) => isOpen(`2026-11-23 ${time}`))).toEqual([
      ...[false, true, true, true, false],
    ]);
    expect(isOpen('2026-11-28 10:00')).toBe(false);
  });

  test('only office time is counted: not lunch, not the evening, not the weekend', () => {
    expect(workingMinutesBetween(at('2026-11-23 08:30'), at('2026-11-23 17:00'), office)).toBe(390);
    expect(workingMinutesBetween(at('2026-11-23 11:00'), at('2026-11-23 14:00'), office)).toBe(60);
    expect(workingMinutesBetween(at('2026-11-20 16:00'), at('2026-11-23 09:30'), office)).toBe(120);
    expect(workingMinutesBetween(at('2026-11-24 10:00'), at('2026-11-23 10:00'), office)).toBe(0);
    expect(workingMinutesBetween(at('2026-12-31 16:00'), at('2027-01-04 10:00'), office)).toBeNull();
  });

  property('time splits without loss', fc.tuple(fc.nat(40_000), fc.nat(40_000), fc.nat(40_000)), (minutes) => {
    const [a = 0, b = 0, c = 0] = [...minutes].sort((x, y) => x - y);
    const instant = (offset: number): Date => new Date(at('2026-03-02 00:00').getTime() + offset * 60_000);
    const whole = workingMinutesBetween(instant(a), instant(c), office) ?? NaN;
    const parts = [
      workingMinutesBetween(instant(a), instant(b), office),
      workingMinutesBetween(instant(b), instant(c), office),
    ];
    expect((parts[0] ?? NaN) + (parts[1] ?? NaN)).toBe(whole);
  });
});

/** Day by day, as a person with the calendar on the wall would. */
function metOnTheWay(from: string, until: string): number | null {
  const [earlier, later] = from < until ? [from, until] : [until, from];
  let count = 0;
  for (let day = earlier; day < later;) {
    day = addDays(day, 1);
    const kind = calendar.kindOf(day);
    if (kind === 'unpublished') return null;
    if (kind === 'workday') count += 1;
  }
  return from <= until ? count : 0 - count;
}
