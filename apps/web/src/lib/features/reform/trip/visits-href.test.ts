import { expect, test } from '@jest/globals';
import { readCell, visitsHref } from './visits-href.ts';

test('an hour of the week, the place and the period stand in the address, and are read from it', () => {
  const cell = { weekday: 1, hour: 9 };
  const href = visitsHref({ months: '3' }, { place: 'counter:main', cell });
  expect(href).toBe('/reform/arrivals/visits?months=3&place=counter%3Amain&cell=1-09');
  expect(readCell(new URL(href, 'http://x').searchParams.get('cell') ?? '')).toEqual(cell);
  expect(visitsHref({}, { place: null })).toBe('/reform/arrivals/visits');
  expect([readCell(''), readCell('8-09'), readCell('1-24')]).toEqual([undefined, undefined, undefined]);
});
