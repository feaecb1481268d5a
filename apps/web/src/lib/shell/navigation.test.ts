import { describe, expect, test } from '@jest/globals';
import { currentItem, homeOf, navigationFor } from './navigation.ts';

const hrefs = (role: Parameters<typeof navigationFor>[0]) => navigationFor(role).map(({ href }) => href);

describe('the header leads', () => {
  test('a visitor and an applicant to the hall first, and to their own cases (HOME-2)', () => {
    expect(hrefs(undefined)).toEqual(['/', '/matters', '/my/cases', '/verify']);
    expect(hrefs('applicant')).toEqual(hrefs(undefined));
  });

  test('staff to their own room first, and nowhere that they may not go', () => {
    expect(hrefs('clerk')).toEqual(['/office', '/console', '/reform/programme', '/', '/matters']);
    expect(hrefs('head').slice(0, 4)).toEqual(['/office', '/console', '/reform/promises', '/reform/programme']);
    expect(hrefs('reform-officer').slice(0, 2)).toEqual(['/reform', '/console']);
    expect(hrefs('counter-clerk')).not.toContain('/console');
    expect(hrefs('supervisor')).not.toContain('/admin');
  });
});

test('changing the role begins where that role works', () => {
  expect([homeOf('head'), homeOf('administrator'), homeOf('applicant')]).toEqual(['/office', '/admin', '/']);
});

test('the current item is the nearest one above the page', () => {
  const items = navigationFor('clerk');
  expect(currentItem(items, '/office/cases/1')?.key).toBe('inbox');
  expect(currentItem(items, '/')?.key).toBe('home');
  expect(currentItem(items, '/officers')).toBeUndefined();
  expect(currentItem(items, '/matters/JW-01')?.key).toBe('matters');
});
