import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findVolumes } from '../../case/index.ts';
import { catalogKey, type PublishedMatter } from '../../catalog/index.ts';
import { requirePeriod } from './compute-high-frequency-set.ts';

/** Accepted cases of one matter, month by month; months without a case stand as 0. */
export async function getMatterVolume(
  call: Call,
  code: string,
  query: { readonly asOf?: string | undefined; readonly months: number },
): Promise<{ code: string; name: string; months: { month: string; volume: number }[] }> {
  const matter = getPublishedMatter(call, code);
  const { months, firstMonth: first, lastMonth: last } = requirePeriod(call, query);
  const volumes = await findVolumes(call.em, { first, last });
  const snapshot = call.deps.services.get(catalogKey).current();
  const byMonth = new Map<string, number>();
  for (const { matterId, month, value } of volumes) {
    if (snapshot.heirOf(matterId) === matter.id) byMonth.set(month, (byMonth.get(month) ?? 0) + value);
  }
  return { code, name: matter.name, months: months.map((month) => ({ month, volume: byMonth.get(month) ?? 0 })) };
}

export function getPublishedMatter(call: Call, code: string): PublishedMatter {
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined) throw problem('record.not-found');
  return matter;
}
