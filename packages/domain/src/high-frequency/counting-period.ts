import { addDays, addMonths, monthOf } from '../calendar/index.ts';
import type { CivilDate, CivilMonth } from '../vocabulary/index.ts';

export interface CountingPeriod {
  readonly from: CivilDate;
  /** Last day of the last month. */
  readonly until: CivilDate;
  /** In order, oldest first. */
  readonly months: readonly CivilMonth[];
}

/** The last so many complete civil months that end on or before the day. 31 December closes December, 30 December doesn't. */
export function completeMonthsUntil(asOf: CivilDate, count: number): CountingPeriod {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`not a number of months: ${count}`);
  const firstOpen = firstOf(addDays(asOf, 1));
  const from = addMonths(firstOpen, -count);
  const months = Array.from({ length: count }, (_, index) => monthOf(addMonths(from, index)));
  return { from, until: addDays(firstOpen, -1), months };
}

function firstOf(date: CivilDate): CivilDate {
  return `${monthOf(date)}-01`;
}
