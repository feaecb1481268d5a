import type { CivilDate, EditionStatus } from '../vocabulary/index.ts';
import { refusePower, type PowerRefusal, type PowerRefused } from './power-content.ts';

/** An edition of the list, as far as its place among the others goes. */
export interface StandingEdition {
  readonly number: number;
  readonly effectiveFrom: CivilDate;
  readonly isWithdrawn: boolean;
}

/** Where each edition stands on a day, by number. Of several that have begun the last one is in force. */
export function editionStandings(
  editions: readonly StandingEdition[],
  today: CivilDate,
): ReadonlyMap<number, EditionStatus> {
  const begun = editions.filter(({ isWithdrawn, effectiveFrom }) => !isWithdrawn && effectiveFrom <= today);
  const inForce = Math.max(...begun.map(({ number }) => number));
  return new Map(
    editions.map(({ number, effectiveFrom, isWithdrawn }) => {
      if (isWithdrawn) return [number, 'withdrawn'];
      if (effectiveFrom > today) return [number, 'scheduled'];
      return [number, number === inForce ? 'in-force' : 'replaced'];
    }),
  );
}

/**
 * Whether an edition may be withdrawn: before the day it begins, and the last one first, because each is compared with the
 * one before. Nobody has been bound by it yet; what was decided for it can be undone again.
 */
export function decideEditionWithdrawal(
  number: number,
  editions: readonly StandingEdition[],
  today: CivilDate,
): { readonly ok: true } | PowerRefused {
  const standing = editionStandings(editions, today);
  const refusals: PowerRefusal[] = [];
  if (standing.get(number) === 'withdrawn') refusals.push({ code: 'edition.withdrawn' });
  else if (standing.get(number) !== 'scheduled') refusals.push({ code: 'edition.in-force' });
  if (editions.some((other) => other.number > number && !other.isWithdrawn))
    refusals.push({ code: 'edition.not-latest' });
  return refusals.length > 0 ? refusePower(refusals) : { ok: true };
}
