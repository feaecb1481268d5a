import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, type PublishedMatter } from '../../catalog/index.ts';
import { requirePeriod } from '../require-period.ts';
import { settleMonths } from '../volume/index.ts';

/** Cases of one matter month by month, ours and reported, with those of matters that it took over. */
export async function getMatterVolume(
  call: Call,
  code: string,
  query: { readonly asOf?: string | undefined; readonly months: number },
): Promise<{ code: string; name: string; months: { month: string; volume: number }[] }> {
  const matter = getPublishedMatter(call, code);
  const { months, firstMonth: first, lastMonth: last } = requirePeriod(call, query);
  const snapshot = call.deps.services.get(catalogKey).current();
  const byMonth = new Map<string, number>();
  for (const { matterId, month, cases } of await settleMonths(call.em, { first, last })) {
    if (snapshot.heirOf(matterId) === matter.id) byMonth.set(month, (byMonth.get(month) ?? 0) + cases);
  }
  return { code, name: matter.name, months: months.map((month) => ({ month, volume: byMonth.get(month) ?? 0 })) };
}

export function getPublishedMatter(call: Call, code: string): PublishedMatter {
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined) throw problem('record.not-found');
  return matter;
}
