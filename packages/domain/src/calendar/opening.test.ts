import { describe, expect, test } from '@jest/globals';
import { moment } from '../../tests/builders.ts';
import { openingAt, type OpeningPeriod } from './opening.ts';

const counter: readonly OpeningPeriod[] = [
  { days: 'working-days', from: '13:30', until: '17:00' },
  { days: 'working-days', from: '08:30', until: '11:30' },
];
const kiosk: readonly OpeningPeriod[] = [{ days: 'every-day', from: '00:00', until: '24:00' }];
const library: readonly OpeningPeriod[] = [{ days: 'every-day', from: '08:00', until: '22:00' }];

const closed = (why: string, on: string, inDays: number, at: string) => ({
  kind: 'closed',
  why,
  opens: { on, inDays, at },
  waitsForYear: null,
});

describe('GUIDE-7 a counter with a break at noon', () => {
  test.each([
    ['before opening', '2026-11-23 08:29', closed('before-opening', '2026-11-23', 0, '08:30')],
    ['in the morning', '2026-11-23 08:30', { kind: 'open', until: '11:30' }],
    ['in the last minute of the morning', '2026-11-23 11:29', { kind: 'open', until: '11:30' }],
    ['at noon', '2026-11-23 11:30', closed('break', '2026-11-23', 0, '13:30')],
    ['in the afternoon', '2026-11-23 13:30', { kind: 'open', until: '17:00' }],
    ['after closing', '2026-11-23 17:00', closed('after-closing', '2026-11-24', 1, '08:30')],
    ['on Friday evening', '2026-11-27 18:00', closed('after-closing', '2026-11-30', 3, '08:30')],
    ['at the weekend', '2026-11-28 10:00', closed('day-off', '2026-11-30', 2, '08:30')],
    ['in the National Day holiday', '2026-10-01 10:00', closed('day-off', '2026-10-08', 7, '08:30')],
    ['on a Saturday that is worked instead', '2026-10-10 10:00', { kind: 'open', until: '11:30' }],
    ['on the evening before one', '2026-10-09 17:30', closed('after-closing', '2026-10-10', 1, '08:30')],
  ])('%s', (_when, wall, expected) => {
    expect(openingAt(counter, moment(wall))).toEqual(expected);
  });

  test('never guesses a day of a year whose calendar is not published', () => {
    expect(openingAt(counter, moment('2026-12-31 18:00'))).toEqual({
      kind: 'closed',
      why: 'after-closing',
      opens: null,
      waitsForYear: 2027,
    });
    expect(openingAt(counter, moment('2027-01-04 10:00'))).toEqual({ kind: 'unknown', waitsForYear: 2027 });
  });
});

describe('a place that is open every day', () => {
  test('round the clock never closes, and needs no calendar', () => {
    for (const wall of ['2026-11-23 00:00', '2026-11-28 23:59', '2027-01-04 10:00'])
      expect(openingAt(kiosk, moment(wall))).toEqual({ kind: 'open', until: null });
  });

  test('opens on the next morning, a Sunday or not', () => {
    expect(openingAt(library, moment('2026-11-28 22:30'))).toEqual(closed('after-closing', '2026-11-29', 1, '08:00'));
    expect(openingAt(library, moment('2026-12-31 22:30'))).toEqual(closed('after-closing', '2027-01-01', 1, '08:00'));
  });

  test('and longer on working days is open in the spans of both, joined where they touch', () => {
    const both: readonly OpeningPeriod[] = [...library, { days: 'working-days', from: '07:00', until: '08:00' }];
    expect(openingAt(both, moment('2026-11-23 07:30'))).toEqual({ kind: 'open', until: '22:00' });
    expect(openingAt(both, moment('2026-11-28 07:30'))).toEqual(closed('before-opening', '2026-11-28', 0, '08:00'));
    expect(openingAt(both, moment('2027-01-04 10:00'))).toEqual({ kind: 'open', until: '22:00' });
    expect(openingAt(both, moment('2027-01-04 23:00'))).toEqual({ kind: 'unknown', waitsForYear: 2027 });
  });
});

test('a counter that states no times says nothing', () => {
  expect(openingAt([], moment('2026-11-23 10:00'))).toBeNull();
  expect(openingAt([{ days: 'every-day', from: '10:00', until: '10:00' }], moment('2026-11-23 10:00'))).toBeNull();
});
