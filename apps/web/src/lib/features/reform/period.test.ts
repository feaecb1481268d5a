import { expect, test } from '@jest/globals';
import { monthChoices, readPeriod, withPeriod } from './period.ts';

test('what the address leaves out is left to the server', () => {
  expect(readPeriod(new URLSearchParams('asOf=&months= '))).toEqual({});
  expect(readPeriod(new URLSearchParams('asOf=2026-10-31&months=6&page=2'))).toEqual({
    asOf: '2026-10-31',
    months: '6',
  });
});

test('a period goes along to the matter and its months', () => {
  expect(withPeriod('/reform', {})).toBe('/reform');
  expect(withPeriod('/reform/matters/JW-01', { asOf: '2026-10-31' }, { month: '2026-09' })).toBe(
    '/reform/matters/JW-01?asOf=2026-10-31&month=2026-09',
  );
});

test('an unusual number of months stays chosen', () => {
  expect(monthChoices('7')).toEqual(['3', '6', '7', '12', '24', '36']);
  expect(monthChoices('x')).toEqual(monthChoices(undefined));
});
