import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogOn } from '../../catalog/index.ts';
import { matterOn } from '../matter-on.ts';
import { requirePeriod } from '../require-period.ts';
import { settleMonths } from '../volume/index.ts';

/** Cases of one matter month by month, ours and reported, with those of matters that it took over. */
export async function getMatterVolume(
  call: Call,
  code: string,
  query: { readonly asOf?: string | undefined; readonly months: number },
): Promise<{ code: string; name: string; months: { month: string; volume: number }[] }> {
  const { months, firstMonth: first, lastMonth: last } = requirePeriod(call, query);
  const day = await catalogOn(call, query.asOf);
  const matter = matterOn(day, code);
  const byMonth = new Map<string, number>();
  for (const { matterId, month, cases } of await settleMonths(call, { first, last })) {
    if (day.heirOf(matterId) === matter.id) byMonth.set(month, (byMonth.get(month) ?? 0) + cases);
  }
  return { code, name: matter.name, months: months.map((month) => ({ month, volume: byMonth.get(month) ?? 0 })) };
}
