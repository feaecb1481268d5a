import { expect, test } from '@jest/globals';
import { peopleHref, peopleQuery, readPeopleView } from './people-href.ts';
import { readScope, scopeValue } from './scope-value.ts';

test('a form comes back to the same search, page and person', () => {
  const view = readPeopleView(new URLSearchParams('q= 张 &after=abc&person=p1'));
  expect(view).toEqual({ q: '张', after: 'abc', person: 'p1' });
  expect(readPeopleView(new URLSearchParams(peopleQuery(view)))).toEqual(view);
  expect(peopleHref({ q: '' })).toBe('/admin/people');
});

test('a scope goes through a select and comes out whole', () => {
  expect(readScope(scopeValue('department', 'd:1'))).toEqual({ scopeKind: 'department', scopeId: 'd:1' });
  expect(readScope(scopeValue('university', null))).toEqual({ scopeKind: 'university', scopeId: null });
  expect(readScope('')).toEqual({ scopeKind: '', scopeId: null });
});
