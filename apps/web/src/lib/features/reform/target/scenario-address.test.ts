import { expect, test } from '@jest/globals';
import { readScenario, withMatter, withoutMatter } from './scenario-address.ts';

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
