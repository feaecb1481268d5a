import { describe, expect, test } from '@jest/globals';
import { lights } from '../clock/index.ts';
import { correctionReminder, limitReminder, suspensionReminder } from './reminder.ts';

describe('reminders of corrections (CORR-4)', () => {
  const correction = { requestedOn: '2026-12-14', dueOn: '2027-01-02' };

  test.each([
    ['2026-12-29', undefined],
    ['2026-12-30', '3-days-left'],
    ['2026-12-31', '3-days-left'],
    ['2027-01-01', '1-days-left'],
    ['2027-01-02', '1-days-left'],
    ['2027-01-03', undefined],
  ])('over the edge of the year, on %s: %s', (today, mark) => {
    expect(correctionReminder(correction, today)).toBe(mark);
  });

  test('a list that allows two days is not followed by a word that three are left', () => {
    const short = { requestedOn: '2026-12-14', dueOn: '2026-12-16' };
    expect(correctionReminder(short, '2026-12-14')).toBeUndefined();
    expect(correctionReminder(short, '2026-12-15')).toBe('1-days-left');
  });
});

test('an office is reminded when it gets late and when it is, never while the clock stands or is unknown', () => {
  expect(Object.fromEntries(lights.map((light) => [light, limitReminder(light)]))).toEqual({
    green: undefined,
    yellow: undefined,
    orange: 'due-soon',
    red: 'overdue',
    paused: undefined,
    waiting: undefined,
  });
});

test('a special procedure is asked about once its expected day has passed, not on that day', () => {
  expect(suspensionReminder('2026-03-20', '2026-03-20')).toBeUndefined();
  expect(suspensionReminder('2026-03-20', '2026-03-21')).toBe('suspension-over');
});
