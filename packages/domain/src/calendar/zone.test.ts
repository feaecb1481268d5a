import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { civilDateAt, endOfDay, instantAt, localTimeAt, startOfDay } from './zone.ts';

const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Asia/Urumqi', 'Pacific/Apia', 'UTC'];

describe('the zone of the university', () => {
  test('the day turns at its own midnight, not at that of UTC', () => {
    expect(civilDateAt(new Date('2026-11-22T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(civilDateAt(new Date('2026-11-22T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
  });

  test('a wall clock is read to the millisecond', () => {
    expect(localTimeAt(new Date('2026-11-23T01:30:15.500Z'), 'Asia/Shanghai')).toEqual({
      date: '2026-11-23',
      minutes: 9 * 60 + 30 + 15.5 / 60,
    });
  });

  test('a day begins and ends where the next one begins', () => {
    expect(startOfDay('2026-11-23', 'Asia/Shanghai').toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(endOfDay('2026-11-23', 'Asia/Shanghai')).toEqual(startOfDay('2026-11-24', 'Asia/Shanghai'));
  });

  test('where clocks are put back the first reading counts, where they are put forward the time after the gap', () => {
    expect(instantAt('2026-10-25', 90, 'Europe/London').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-03-29', 90, 'Europe/London').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  test('an unknown zone is an error, not a guess', () => {
    expect(() => civilDateAt(new Date(0), 'Nowhere/Land')).toThrow(RangeError);
  });

  property(
    'noon of a day lies on that day, in every zone',
    fc.record({ day: fc.integer({ min: 12_000, max: 30_000 }), zone: fc.constantFrom(...zones) }),
    ({ day, zone }) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      // Samoa skipped this one when it crossed the date line.
      if (zone === 'Pacific/Apia' && date === '2011-12-30') return;
      expect(localTimeAt(instantAt(date, 720, zone), zone)).toEqual({ date, minutes: 720 });
    },
  );
});
