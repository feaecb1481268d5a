import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { at, moment, office } from '../../tests/builders.ts';
import { addDays } from '../calendar/index.ts';
import { caseClock, type ClockRecord, dueDateOf, lightOf, workingMinutesByHolder } from './case-clock.ts';
import type { Interval } from './interval.ts';
import { pausedWorkdays } from './paused-days.ts';

function interval(from: string, until: string | null, changes: Partial<Interval> = {}): Interval {
  return {
    kind: 'stage',
    holder: 'desk',
    startedAt: at(from),
    endedAt: until ? at(until) : null,
    isRunning: true,
    ground: null,
    ...changes,
  };
}
const pause = (from: string, until: string | null): Interval =>
  interval(from, until, { kind: 'suspension', isRunning: false, ground: '公示' });

function record(changes: Partial<ClockRecord> = {}): ClockRecord {
  return { acceptedOn: '2026-11-23', promisedDays: 5, acceptanceDays: 5, extensionDays: 0, intervals: [], ...changes };
}
const dueAt = (changes: Partial<ClockRecord>, now = '2026-12-31'): string | null =>
  dueDateOf(record(changes), moment(now)).on;

describe('the due date of a case', () => {
  test('is so many working days after acceptance', () => {
    expect(dueAt({})).toBe('2026-11-30');
    expect(dueAt({ acceptedOn: '2026-09-30', promisedDays: 3 })).toBe('2026-10-10');
  });

  test('an approved extension adds its days', () => {
    expect(dueAt({ extensionDays: 2 })).toBe('2026-12-02');
  });

  test('a pause counts a day when it covers its closing time (PROG-2)', () => {
    expect(dueAt({ intervals: [pause('2026-11-24 09:00', '2026-11-24 16:00')] })).toBe('2026-11-30');
    expect(dueAt({ intervals: [pause('2026-11-24 16:59', '2026-11-24 17:01')] })).toBe('2026-12-01');
    expect(dueAt({ intervals: [pause('2026-11-24 17:01', '2026-11-25 16:00')] })).toBe('2026-11-30');
  });

  test('two pauses over one closing time are one day', () => {
    const twice = [pause('2026-11-24 09:00', '2026-11-25 09:00'), pause('2026-11-24 12:00', '2026-11-25 12:00')];
    expect(dueAt({ intervals: twice })).toBe('2026-12-01');
  });

  test('a pause over a weekend or a holiday gives no day for it', () => {
    expect(dueAt({ intervals: [pause('2026-11-27 18:00', '2026-11-30 09:00')] })).toBe('2026-11-30');
  });

  test('a pause on the day of acceptance gives nothing: that day is not counted anyway', () => {
    expect(dueAt({ intervals: [pause('2026-11-23 11:00', '2026-11-23 18:00')] })).toBe('2026-11-30');
  });

  test('a correction before acceptance takes nothing from the promise', () => {
    const correction = interval('2026-11-16 10:00', '2026-11-20 10:00', { kind: 'correction', isRunning: false });
    expect(dueAt({ intervals: [correction] })).toBe('2026-11-30');
  });

  test('waits for an unpublished year, and is complete when the year is imported', () => {
    const clock = caseClock(record({ acceptedOn: '2026-12-30' }), moment('2026-12-30'));
    expect(clock).toMatchObject({ due: { on: null, waitsForYear: 2027 }, light: 'waiting', daysLeft: null });
  });

  const stretches = fc.array(
    fc.tuple(fc.nat(60 * 24 * 60), fc.nat(20 * 24 * 60)).map(([start, length]): Interval => {
      const startedAt = new Date(at('2026-03-02').getTime() + start * 60_000);
      return {
        kind: 'suspension',
        holder: 'desk',
        startedAt,
        endedAt: new Date(startedAt.getTime() + length * 60_000),
        isRunning: false,
        ground: 'x',
      };
    }),
    { maxLength: 6 },
  );
  const base = { acceptedOn: '2026-03-02', promisedDays: 5 };

  property('the same data give the same answer, in whatever order the intervals come', stretches, (intervals) => {
    const now = moment('2026-08-01');
    const once = caseClock(record({ ...base, intervals }), now);
    expect(caseClock(record({ ...base, intervals: [...intervals].reverse() }), now)).toEqual(once);
    expect(caseClock(record({ ...base, intervals: structuredClone(intervals) }), now)).toEqual(once);
  });

  property(
    'one more pause never brings the date forward, and the same pause twice changes nothing',
    stretches,
    (intervals) => {
      const due = dueAt({ ...base, intervals }, '2026-08-01') ?? '';
      expect((dueAt({ ...base, intervals: intervals.slice(1) }, '2026-08-01') ?? '') <= due).toBe(true);
      expect(dueAt({ ...base, intervals: [...intervals, ...intervals] }, '2026-08-01')).toBe(due);
    },
  );

  property(
    'splitting a pause where it goes on changes nothing (merging)',
    fc.tuple(stretches, fc.nat(1_000)),
    ([intervals, per]) => {
      const split = intervals.flatMap((each) => {
        const [start, end] = [each.startedAt.getTime(), each.endedAt?.getTime() ?? 0];
        const middle = new Date(start + Math.floor(((end - start) * per) / 1_000));
        return [
          { ...each, endedAt: middle },
          { ...each, startedAt: middle },
        ];
      });
      const now = moment('2026-08-01');
      expect(pausedWorkdays(split, '2026-03-02', now)).toBe(pausedWorkdays(intervals, '2026-03-02', now));
      expect(workingMinutesByHolder(split, now)).toEqual(workingMinutesByHolder(intervals, now));
    },
  );

  property('agrees with counting every day by hand', fc.tuple(stretches, fc.nat(30)), ([intervals, promisedDays]) => {
    let left = promisedDays;
    let day = base.acceptedOn;
    const isWorked = (date: string): boolean => office.calendar.kindOf(date) === 'workday';
    const isPaused = (date: string): boolean => {
      const closing = at(`${date} 17:00`).getTime();
      return intervals.some(
        ({ startedAt, endedAt }) => startedAt.getTime() <= closing && closing < (endedAt?.getTime() ?? 0),
      );
    };
    while (left > 0) {
      day = addDays(day, 1);
      if (isWorked(day) && !isPaused(day)) left -= 1;
    }
    // Days that were paused after the promise had ended still move the formula's date; compare where there are none.
    const isOver = intervals.every(({ endedAt }) => (endedAt?.getTime() ?? 0) <= at(`${day} 17:00`).getTime());
    if (isOver && promisedDays > 0) expect(dueAt({ ...base, promisedDays, intervals }, '2026-12-31')).toBe(day);
  });
});

describe('the light of a case (INBX-2)', () => {
  const lightAt = (now: string, promisedDays = 10): string => caseClock(record({ promisedDays }), moment(now)).light;

  test.each([
    ['2026-11-23 10:00', 'green'],
    ['2026-11-27 10:00', 'green'],
    ['2026-11-30 10:00', 'yellow'],
    ['2026-12-02 10:00', 'yellow'],
    ['2026-12-03 10:00', 'orange'],
    ['2026-12-07 16:59', 'orange'],
    ['2026-12-07 17:00', 'red'],
    ['2026-12-08 09:00', 'red'],
  ])('of ten days, on %s it is %s', (now, light) => {
    expect(lightAt(now)).toBe(light);
  });

  test('one working day left is orange however short the promise', () => {
    expect(lightAt('2026-11-23 10:00', 1)).toBe('orange');
  });

  test('while the clock stands it is grey', () => {
    const clock = caseClock(record({ intervals: [pause('2026-11-24 09:00', null)] }), moment('2027-01-01'));
    expect(clock).toMatchObject({ light: 'paused', isPaused: true });
  });

  property(
    'never brightens as time passes',
    fc.tuple(fc.nat(30_000), fc.nat(30_000), fc.integer({ min: 1, max: 20 })),
    ([a, b, promisedDays]) => {
      const order = ['green', 'yellow', 'orange', 'red'];
      const start = at('2026-03-02').getTime();
      const [first = '', second = ''] = [a, a + b].map((minutes) => {
        const now = { now: new Date(start + minutes * 60_000), office };
        return caseClock(record({ acceptedOn: '2026-03-02', promisedDays }), now).light;
      });
      expect(order.indexOf(second)).toBeGreaterThanOrEqual(order.indexOf(first));
    },
  );

  test('any other limit has its light by the same rule', () => {
    const stage = { due: { on: '2026-11-24', waitsForYear: null }, daysLeft: 1, limit: 2 };
    expect(lightOf(stage, moment('2026-11-23'))).toBe('orange');
  });
});

describe('whose time it was', () => {
  test('working minutes go to who held the case', () => {
    const intervals = [
      interval('2026-11-23 08:30', '2026-11-23 11:30', { kind: 'intake' }),
      interval('2026-11-23 11:30', '2026-11-24 09:30', { kind: 'correction', holder: 'applicant', isRunning: false }),
      interval('2026-11-24 09:30', null, { holder: 'office' }),
    ];
    expect(caseClock(record({ intervals }), moment('2026-11-24 10:00')).minutesByHolder).toEqual({
      desk: 180,
      applicant: 270,
      office: 30,
    });
  });

  test('parallel tasks of one post are its time once', () => {
    const both = [interval('2026-11-23 08:30', '2026-11-23 10:30'), interval('2026-11-23 09:30', '2026-11-23 11:30')];
    expect(workingMinutesByHolder(both, moment('2026-11-24'))).toEqual({ desk: 180 });
  });

  test('over an unpublished year it is unknown, not nothing', () => {
    expect(workingMinutesByHolder([interval('2026-12-31 10:00', null)], moment('2027-01-05'))).toEqual({ desk: null });
  });
});
