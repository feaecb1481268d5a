import { expect, test } from '@jest/globals';
import { missingOf, onDay, shareText, stateKeyOf, thresholdText } from './outcome.ts';

test('a share is never shown as more than it is, and a threshold as it is written', () => {
  expect(shareText(7_999_999, 10_000_000)).toBe('79.99%');
  expect(shareText(0, 0)).toBe('0.00%');
  expect(
    [
      { num: 4, den: 5 },
      { num: 1, den: 1 },
      { num: 1, den: 3 },
    ].map(thresholdText),
  ).toEqual(['80%', '100%', '1/3']);
});

test('what is missing is whole matters', () => {
  expect(missingOf(3, 5, { num: 4, den: 5 })).toBe(1);
  expect(missingOf(4, 5, { num: 4, den: 5 })).toBe(0);
  expect(missingOf(0, 7, { num: 1, den: 3 })).toBe(3);
});

test('a target is open until its day, and missed from then on', () => {
  expect(stateKeyOf({ state: 'missed', on: '2026-06-29' }, '2026-06-30')).toBe('state.open');
  expect(stateKeyOf({ state: 'missed', on: '2026-06-30' }, '2026-06-30')).toBe('state.missed');
  expect(stateKeyOf({ state: 'not-computable', on: '2026-01-01' }, '2026-06-30')).toBe('state.not-computable');
});

test('an address keeps the day', () => {
  expect(onDay('/reform/targets', undefined)).toBe('/reform/targets');
  expect(onDay('/reform/targets', '2026-01-01', { show: 'members' })).toBe(
    '/reform/targets?asOf=2026-01-01&show=members',
  );
});
