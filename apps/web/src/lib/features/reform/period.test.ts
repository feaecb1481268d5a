import { expect, test } from '@jest/globals';
import { asOfMonths, monthChoices, readPeriod, readScope, usualPeriods, withPeriod } from './period.ts';

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

test('the usual periods end with the last whole calendar year and the last whole 学年', () => {
  const endsOf = (today: string) => usualPeriods(today).map(({ asOf }) => asOf);
  expect(endsOf('2026-08-30')).toEqual(['', '2025-12-31', '2025-08-31']);
  expect(endsOf('2026-08-31')).toEqual(['', '2025-12-31', '2026-08-31']);
  expect(endsOf('2027-01-01')).toEqual(['', '2026-12-31', '2026-08-31']);
});

test('for whom and with what is read from the address, and left to the server where it says nothing', () => {
  expect(readScope(new URLSearchParams('audience=&instant=without'))).toEqual({ instant: 'without' });
});

test('the months from one to another are said as of the last day of the last one', () => {
  expect(asOfMonths('2025-01', '2025-12')).toEqual({ asOf: '2025-12-31', months: '12' });
  expect(asOfMonths('2023-12', '2024-02')).toEqual({ asOf: '2024-02-29', months: '3' });
});
