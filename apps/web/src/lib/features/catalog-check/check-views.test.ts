import { expect, test } from '@jest/globals';
import { breachesHref, isNarrowed, readBreachView } from './breach-view.ts';
import { layoutHref, readLayout, readVersion } from './compare-view.ts';

test('the list of breaches is an address that can be sent', () => {
  const href = breachesHref({ by: 'rule', department: 'd', severity: 'blocks' });
  expect(href).toBe('/console/breaches?by=rule&department=d&severity=blocks');
  const view = readBreachView(new URL(href, 'http://a').searchParams);
  expect(breachesHref(view)).toBe(href);
  expect([isNarrowed(view), isNarrowed({ by: 'rule' })]).toEqual([true, false]);
});

test('what an address does not say right is left out', () => {
  const view = readBreachView(new URLSearchParams('by=x&severity=y&department='));
  expect(view).toEqual({ by: 'matter' });
  expect([readVersion('0'), readVersion('-1'), readVersion('2'), readVersion(null)]).toEqual([
    undefined,
    undefined,
    2,
    undefined,
  ]);
});

test('the layout of a comparison is part of its address', () => {
  const url = new URL('http://a/console/compare?matter=A&from=1');
  expect(layoutHref(url, 'side')).toBe('/console/compare?matter=A&from=1&view=side');
  expect([readLayout(url), readLayout({ search: '?view=side' })]).toEqual(['inline', 'side']);
});
