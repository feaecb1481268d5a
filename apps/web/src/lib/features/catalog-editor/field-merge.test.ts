import { expect, test } from '@jest/globals';
import type { FieldValues } from './control.ts';
import { changedPaths, isSame, mergeFields } from './field-merge.ts';

const fields = (values: Partial<FieldValues>) =>
  ({ 'guide.promisedDays': 5, 'guide.remedy': { zh: '申诉' }, 'summary.keywords': ['卡'], ...values }) as FieldValues;

test('what says the same is no change: another order of parts, a part that is absent', () => {
  expect(isSame({ zh: '是', en: undefined }, { zh: '是' })).toBe(true);
  expect(isSame({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect([isSame([], {}), isSame(null, undefined), isSame(['a'], ['a', 'b']), isSame({ a: 1 }, null)]).toEqual(
    Array(4).fill(false),
  );
  expect(changedPaths(fields({}), fields({ 'summary.keywords': ['卡', '证'] }))).toEqual(['summary.keywords']);
});

test('two people edit: other fields come in, mine stay, and only the same field changed twice collides', () => {
  const merge = mergeFields({
    base: fields({}),
    mine: fields({ 'guide.promisedDays': 3, 'summary.keywords': ['证'] }),
    theirs: fields({ 'guide.promisedDays': 4, 'guide.remedy': { zh: '申诉或投诉' } }),
  });
  expect(merge).toEqual({
    values: fields({ 'guide.promisedDays': 3, 'summary.keywords': ['证'], 'guide.remedy': { zh: '申诉或投诉' } }),
    taken: ['guide.remedy'],
    collisions: ['guide.promisedDays'],
  });
});

test('both typed the same: nothing to decide', () => {
  const both = fields({ 'guide.promisedDays': 4 });
  expect(mergeFields({ base: fields({}), mine: both, theirs: both })).toEqual({
    values: both,
    taken: [],
    collisions: [],
  });
});
