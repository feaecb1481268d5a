import { expect, test } from '@jest/globals';
import { decideEditionWithdrawal, editionStandings, type StandingEdition } from './edition-standing.ts';

const edition = (number: number, effectiveFrom: string, isWithdrawn = false): StandingEdition => ({
  ...{ number, effectiveFrom, isWithdrawn },
});
const refusals = (number: number, editions: readonly StandingEdition[], today: string) => {
  const decided = decideEditionWithdrawal(number, editions, today);
  return decided.ok ? [] : decided.refusals.map(({ code }) => code);
};

test('of the editions that have begun the last is in force; a withdrawn one never comes', () => {
  const editions = [
    edition(1, '2026-01-01'),
    edition(2, '2026-03-01'),
    edition(3, '2026-03-01', true),
    edition(4, '2026-05-01'),
  ];
  expect([...editionStandings(editions, '2026-04-01').values()]).toEqual([
    'replaced',
    'in-force',
    'withdrawn',
    'scheduled',
  ]);
  expect([...editionStandings([edition(1, '2026-05-01')], '2026-04-01').values()]).toEqual(['scheduled']);
});

test('an edition is withdrawn until the day before it begins, the last one first, and only once', () => {
  const editions = [edition(1, '2026-01-01'), edition(2, '2026-05-01'), edition(3, '2026-06-01')];
  expect(refusals(3, editions, '2026-05-31')).toEqual([]);
  expect(refusals(3, editions, '2026-06-01')).toEqual(['edition.in-force']);
  expect(refusals(2, editions, '2026-04-30')).toEqual(['edition.not-latest']);
  expect(refusals(1, editions, '2026-04-30')).toEqual(['edition.in-force', 'edition.not-latest']);
  const withdrawn = [edition(1, '2026-01-01'), edition(2, '2026-05-01'), edition(3, '2026-06-01', true)];
  expect(refusals(2, withdrawn, '2026-04-30')).toEqual([]);
  expect(refusals(3, withdrawn, '2026-04-30')).toEqual(['edition.withdrawn']);
});
