import { expect, test } from '@jest/globals';
import { actionChoices, actionWord } from './action-words.ts';
import { auditHref, isFiltered, readFilter } from './audit-filter.ts';

test('a filter is in the address, and an empty box is no filter', () => {
  const filter = readFilter(new URLSearchParams('action=case.pass&target=&actor= x &after=9'));
  expect(filter).toEqual({ action: 'case.pass', actor: 'x' });
  expect(auditHref(filter)).toBe('/supervision?action=case.pass&actor=x');
  expect(auditHref(filter, '9')).toBe('/supervision?action=case.pass&actor=x&after=9');
  expect(auditHref({})).toBe('/supervision');
});

test('a name alone filters nothing', () => {
  expect([isFiltered({ name: '李四' }), isFiltered({ actor: 'x', name: '李四' })]).toEqual([false, true]);
});

test('an act without a word is shown by its code and can be chosen', () => {
  expect([actionWord('case.pass'), actionWord('case.sing')]).toEqual(['转下一环节', 'case.sing']);
  expect(actionChoices('case.sing').at(-1)).toEqual({ value: 'case.sing', label: 'case.sing' });
  expect(actionChoices('case.pass').filter(({ value }) => value === 'case.pass')).toHaveLength(1);
});
