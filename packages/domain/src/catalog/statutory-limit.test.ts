import { expect, test } from '@jest/globals';
import { statutoryWorkdays } from './statutory-limit.ts';

test.each([
  [10, undefined, 10],
  [10, 'workdays', 10],
  [30, 'calendar-days', 21],
  [7, 'calendar-days', 5],
  [1, 'calendar-days', 0],
  [72, 'hours', 2],
  [null, 'hours', null],
] as const)('a limit of %s %s leaves %s working days', (statutoryDays, statutoryUnit, wanted) => {
  expect(statutoryWorkdays({ statutoryDays, statutoryUnit })).toBe(wanted);
});
