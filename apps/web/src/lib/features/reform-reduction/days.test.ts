import { expect, test } from '@jest/globals';
import { readQuery, share, withDays } from './days.ts';

test('the address keeps both days and the department from one list to the next', () => {
  const query = readQuery(new URLSearchParams('from=2025-01-01&to=2026-01-01&department=d&show=lighter&after=A&x=1'));
  expect(query).toEqual({ from: '2025-01-01', to: '2026-01-01', department: 'd', show: 'lighter', after: 'A' });
  expect(withDays('/reform/reduction', query, { measure: 'days' })).toBe(
    '/reform/reduction?from=2025-01-01&to=2026-01-01&department=d&measure=days',
  );
  expect(withDays('/reform/reduction', {})).toBe('/reform/reduction');
});

test('a share is rounded down, and of nothing there is none', () => {
  expect([share(2, 3), share(29_999, 30_000), share(1, 1), share(0, 0)]).toEqual(['66.66%', '99.99%', '100.00%', '—']);
});
