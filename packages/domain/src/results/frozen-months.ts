import { addDays, addMonths, monthOf } from '../calendar/index.ts';
import type { CivilDate, CivilMonth } from '../vocabulary/index.ts';

export interface FreezingFacts {
  readonly today: CivilDate;
  /** First day of which there is a catalog; undefined: nothing was ever published. */
  readonly firstDay: CivilDate | undefined;
  readonly frozen: readonly CivilMonth[];
}

/** The day on which the figures of a month are frozen: the first one after it. */
export const freezingDay = (month: CivilMonth): CivilDate => addMonths(`${month}-01`, 1);

/** The day of which the figures of a month are. */
export const lastDayOf = (month: CivilMonth): CivilDate => addDays(freezingDay(month), -1);

/** Frozen on another day than its own: the server was away, and what was entered since is in it. */
export const isFrozenLate = (month: CivilMonth, on: CivilDate): boolean => on !== freezingDay(month);

/**
 * The months that are over and not frozen, earliest first: the last one, and every one that was missed since the first that
 * was frozen. A month before the first catalog has no figures.
 */
export function monthsToFreeze({ today, firstDay, frozen }: FreezingFacts): readonly CivilMonth[] {
  if (firstDay === undefined) return [];
  const last = monthOf(addMonths(`${monthOf(today)}-01`, -1));
  const known = new Set(frozen);
  const months: CivilMonth[] = [];
  let month = frozen.reduce((first, one) => (one < first ? one : first), last);
  for (; month <= last; month = monthOf(freezingDay(month)))
    if (!known.has(month) && lastDayOf(month) >= firstDay) months.push(month);
  return months;
}

/** Those of them whose own day has passed: before it is over, what is reported on that day is still awaited. */
export function missedMonths(facts: FreezingFacts): readonly CivilMonth[] {
  return monthsToFreeze(facts).filter((month) => freezingDay(month) < facts.today);
}
