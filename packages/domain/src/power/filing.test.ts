import { expect, test } from '@jest/globals';
import { makeWorkingCalendar } from '../calendar/index.ts';
import { filingStatuses } from '../vocabulary/index.ts';
import { decideFiling, decideRound, filingReminder, isEnterable, isLate, type PowerRound } from './filing.ts';

const round: PowerRound = { opensOn: '2026-09-14', dueOn: '2026-09-30', status: 'open' };
/** The first week of October is off, the weekend after it is worked. */
const calendar = makeWorkingCalendar([
  {
    year: 2026,
    version: 1,
    isPublished: true,
    daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    extraWorkdays: ['2026-10-10'],
  },
]);
const reminder = (today: string) => filingReminder(round.dueOn, today, calendar);
const submit = { action: 'submit', note: null, entries: 3, today: '2026-09-20' } as const;

test('a department enters while the filing is with it, also late, and not before the round begins', () => {
  expect(filingStatuses.filter((status) => isEnterable(round, status, '2026-10-20'))).toEqual(['open', 'returned']);
  expect(isEnterable(round, 'open', '2026-09-13')).toBe(false);
  expect(isEnterable({ ...round, status: 'closed' }, 'open', '2026-09-20')).toBe(false);
});

test('late is who files after the due day, and who has not filed when it is over', () => {
  expect([isLate(round, '2026-09-30', '2026-12-01'), isLate(round, '2026-10-08', '2026-12-01')]).toEqual([false, true]);
  expect([isLate(round, null, '2026-09-30'), isLate(round, null, '2026-10-01')]).toEqual([false, true]);
});

test('who has no power says so; a return says why; what is filed is not filed again', () => {
  expect(decideFiling('open', round, submit)).toEqual({ ok: true, status: 'filed' });
  expect(decideFiling('open', round, { ...submit, entries: 0, note: '本部门没有小微权力' })).toMatchObject({
    ok: true,
  });
  expect(decideFiling('filed', { ...round, status: 'closed' }, { ...submit, entries: 0 })).toMatchObject({
    refusals: [{ code: 'filing.wrong-status' }, { code: 'round.closed' }, { code: 'filing.empty' }],
  });
  expect(decideFiling('accepted', round, { ...submit, action: 'return' })).toMatchObject({
    refusals: [{ code: 'filing.reason-missing' }],
  });
  expect(decideFiling('open', round, { ...submit, today: '2026-09-01' })).toMatchObject({
    refusals: [{ code: 'round.not-begun' }],
  });
});

test('a round with wrong dates and departments that are in another one is refused for all of it', () => {
  const wanted = { opensOn: '2026-09-14', dueOn: '2026-09-14', departmentIds: ['a', 'b'], today: '2026-09-15' };
  expect(decideRound({ ...wanted, busy: new Set(['b']) })).toEqual({
    ok: false,
    refusals: [{ code: 'round.busy', subject: 'b' }, { code: 'round.past' }, { code: 'round.dates' }],
  });
});

test('heads are reminded by working days before and after the due day, never on a day off', () => {
  expect(reminder('2026-09-22')).toBeUndefined();
  expect(reminder('2026-09-23')).toBe('5-days-left');
  expect(reminder('2026-09-26')).toBeUndefined();
  expect(reminder('2026-09-29')).toBe('1-days-left');
  expect(reminder('2026-09-30')).toBe('1-days-left');
  expect(reminder('2026-10-02')).toBeUndefined();
  expect(reminder('2026-10-08')).toBe('1-days-late');
  expect(reminder('2026-10-14')).toBe('5-days-late');
  expect(reminder('2026-11-30')).toBeUndefined();
});
