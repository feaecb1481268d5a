import { expect, test } from '@jest/globals';
import { changedCodes, readScenario, scenarioMattersHref, withMatter, withoutMatter } from './scenario-address.ts';

test('an address keeps every choice once and no empty one', () => {
  const search = new URLSearchParams('do=A~online&do=&do=A~online&matter=A&q= 证 ');
  expect(readScenario(search)).toEqual({ do: ['A~online'], matter: ['A'], q: '证' });
});

test('a matter comes in and goes out with what was tried on it, and with nothing of one whose code begins alike', () => {
  const scenario = { do: ['A~online', 'AB~full'], matter: ['A'], q: '' };
  expect(withMatter(scenario, 'C')).toBe('/reform/what-if?matter=A&matter=C&do=A%7Eonline&do=AB%7Efull');
  expect(withoutMatter(scenario, 'A')).toBe('/reform/what-if?do=AB%7Efull');
  expect(withoutMatter({ do: ['A~full'], matter: ['A'], q: '' }, 'A')).toBe('/reform/what-if');
});

test('the list behind a number says the scenario again, which knows what it changes', () => {
  const scenario = { do: ['A~online', 'A~full', 'B~mobile'], matter: ['C'], q: '证' };
  const href = scenarioMattersHref(scenario, '2019-a', { show: 'members' });
  expect(href).toBe(
    '/reform/what-if/matters?target=2019-a&show=members&matter=C&do=A%7Eonline&do=A%7Efull&do=B%7Emobile#list',
  );
  expect(readScenario(new URL(href, 'https://x').searchParams)).toEqual({ ...scenario, q: '' });
  expect([...changedCodes(scenario)]).toEqual(['A', 'B']);
  expect(scenarioMattersHref({ do: [], matter: [], q: '' }, 'X', {})).toBe('/reform/what-if/matters?target=X#list');
});
