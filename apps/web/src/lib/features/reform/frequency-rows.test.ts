import { expect, test } from '@jest/globals';
import { choiceQuery, chooseRows, readRowChoice, rowKinds } from './frequency-rows.ts';

const row = { visitsOnSite: 1, isOnline: true, volume: 9, isHighFrequency: true, department: '教务处' };
const rows = [
  row,
  { ...row, visitsOnSite: 2, isOnline: false },
  { ...row, visitsOnSite: null, isHighFrequency: false, department: '学生处' },
  { ...row, volume: 0, isHighFrequency: false },
];

test('a figure shows exactly the rows that it counts', () => {
  const count = (choice: Parameters<typeof chooseRows>[1]) => chooseRows(rows, choice).length;
  expect(rowKinds.map((only) => count({ isInSet: false, only }))).toEqual([2, 3, 1, 1]);
  expect(count({ isInSet: true, only: 'once' })).toBe(1);
  expect(count({ isInSet: false, department: '教务处' })).toBe(3);
  expect(count({ isInSet: false, department: '学生处', only: 'once' })).toBe(0);
});

test('the choice is its address; what is none is left out', () => {
  const choice = { isInSet: true, only: 'online', department: '教务处' } as const;
  expect(readRowChoice(new URLSearchParams(choiceQuery(choice)))).toEqual(choice);
  const everything = { isInSet: false };
  expect(readRowChoice(new URLSearchParams(choiceQuery(everything)))).toEqual(everything);
  expect(readRowChoice(new URLSearchParams('only=whatever&asOf=2026-01-31'))).toBeUndefined();
});
