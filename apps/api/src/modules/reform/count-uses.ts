import { addMonths, civilDateAt, monthOf } from '@yitang/domain/calendar';
import type { Em } from '../../database/index.ts';
import { findVolumes } from '../case/index.ts';
import type { MatterStatistics } from '../catalog/index.ts';
import { summariseRatings } from '../feedback/index.ts';

/** Uses of this month and the two before it, and how people rated: what orders and adorns the cards of the hall. */
export async function countUses(em: Em, at: Date, timeZone: string): Promise<Map<string, MatterStatistics>> {
  const today = civilDateAt(at, timeZone);
  const statistics = new Map<string, MatterStatistics>();
  const before = (matterId: string): MatterStatistics => statistics.get(matterId) ?? { uses: 0, good: 0, ratings: 0 };
  for (const { matterId, value } of await findVolumes(em, {
    first: monthOf(addMonths(today, -2)),
    last: monthOf(today),
  })) {
    const known = before(matterId);
    statistics.set(matterId, { ...known, uses: known.uses + value });
  }
  for (const { matterId, good, ratings } of await summariseRatings(em)) {
    statistics.set(matterId, { ...before(matterId), good, ratings });
  }
  return statistics;
}
