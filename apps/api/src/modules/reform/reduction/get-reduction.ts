import type { Input, ReductionData, reductionEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { compareDays, type ComparedDays, type ComparedMatter } from './compare-days.ts';
import { isShown, presentRow, sumOf } from './reduction.presenter.ts';

type Query = Input<typeof reductionEndpoints.getReduction>['query'];

/** Totals, departments and a page of the matters that a figure counts, by code. */
export async function getReduction(call: Call, query: Query): Promise<ReductionData> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const days = await compareDays(call, query);
  const chosen = days.rows.filter(({ departmentId }) => (query.department ?? departmentId) === departmentId);
  const shown = chosen.filter((row) => isShown(row, query) && row.code > (query.after ?? ''));
  const page = shown.slice(0, query.limit);
  const last = page.at(-1);
  return {
    from: days.from,
    to: days.to,
    today: days.today,
    firstDay: days.firstDay,
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
    matters: countMatters(chosen, days),
    total: sumOf(chosen),
    served: chosen.filter((row) => isShown(row, { show: 'services' })).length,
    departments: sumDepartments(days.rows, (id) => snapshot.findDepartment(id)?.name ?? ''),
    items: page.map((row) => presentRow(snapshot, row)),
    ...(shown.length > query.limit && last !== undefined ? { next: last.code } : {}),
  };
}

function countMatters(rows: readonly ComparedMatter[], days: ComparedDays): ReductionData['matters'] {
  const of = (standing: ComparedMatter['standing']): number => rows.filter((row) => row.standing === standing).length;
  const [merged, retired] = [of('merged'), of('retired')];
  const after = rows.length - merged - retired;
  const isWhole = rows.length === days.rows.length;
  // What only paper knows was not in the catalog on the first day.
  const before = isWhole ? days.before : rows.filter(({ versions }) => versions.before !== null).length;
  return { before, after, added: of('new'), merged, retired };
}

export function sumDepartments(
  rows: readonly ComparedMatter[],
  nameOf: (id: string) => string,
): ReductionData['departments'] {
  return [...Map.groupBy(rows, ({ departmentId }) => departmentId)]
    .map(([id, own]) => ({ id, name: nameOf(id), sum: sumOf(own) }))
    .filter(({ sum }) => sum.matters > 0)
    .sort((a, b) => b.sum.lighter - a.sum.lighter || a.name.localeCompare(b.name, 'zh-CN'));
}
