import { addMonths, monthOf } from '../calendar/index.ts';
import type { CivilMonth } from '../vocabulary/index.ts';

/** All months from the first to the last, both included; none where the last is before the first. */
export function monthRange(first: CivilMonth, last: CivilMonth): CivilMonth[] {
  const months: CivilMonth[] = [];
  for (let month = first; month <= last; month = monthOf(addMonths(`${month}-01`, 1))) months.push(month);
  return months;
}
