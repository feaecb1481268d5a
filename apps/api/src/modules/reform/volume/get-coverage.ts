import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import { coverageOf, monthAt, monthIndex } from '@yitang/domain/volume';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findCountedUntil, findVolumes } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { requirePeriod } from '../require-period.ts';
import { findReported } from './find-reported.ts';
import { presentMonth } from './present-month.ts';
import { settleMonths } from './settle-months.ts';
import { sourceNames } from './sources.ts';
import { departmentsSeen, mayChoose } from './volume-access.ts';

type Endpoints = typeof volumeEndpoints;
type Period = Input<Endpoints['getVolumeCoverage']>['query'];

/** Department by month: who has reported. Departments without anything stand there too: theirs is unknown, not 0. */
export async function getCoverage(call: Call, query: Period): Promise<Answer<Endpoints['getVolumeCoverage']>> {
  const { asOf, months, firstMonth: first, lastMonth: last } = requirePeriod(call, query);
  const snapshot = call.deps.services.get(catalogKey).current();
  const seen = departmentsSeen(call);
  const matters = snapshot.matters.filter(({ departmentId }) => seen?.includes(departmentId) ?? true);
  const aYearBefore = monthAt(monthIndex(first) - 12);
  const rows = coverageOf({
    ...{ months, matters },
    reported: await findReported(call.em, { first: aYearBefore, last }),
    counted: await findVolumes(call.em, { first, last }),
  });
  const shown = rows.map(({ departmentId, matters: count, cells }) => ({
    department: { id: departmentId, name: snapshot.findDepartment(departmentId)?.name ?? '' },
    matters: count,
    cells: [...cells],
  }));
  // Where something is owed comes first.
  const owed = ({ cells }: { cells: readonly { state: string }[] }): number =>
    cells.filter(({ state }) => state === 'missing' || state === 'partial').length;
  return {
    ...{ asOf, months: [...months] },
    rows: shown.sort((a, b) => owed(b) - owed(a) || a.department.name.localeCompare(b.department.name, 'zh-CN')),
    missing: shown.reduce((sum, row) => sum + row.cells.filter(({ state }) => state === 'missing').length, 0),
    openMonths: (await findOpen(call, query)).length,
    mayChoose: mayChoose(call),
    countedAt: call.now.toISOString(),
    ownUntil: (await findCountedUntil(call.em, call.now)).toISOString(),
  };
}

/** Matters and months in which several sources stand against each other, latest month first. */
export async function listOpen(call: Call, query: Period): Promise<Answer<Endpoints['listOpenVolumes']>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const nameOf = await sourceNames(call.em);
  const items = (await findOpen(call, query)).flatMap((settled) => {
    const matter = snapshot.findById(settled.matterId);
    if (matter === undefined) return [];
    const department = snapshot.findDepartment(matter.departmentId)?.name ?? '';
    return [{ matter: matter.code, name: matter.name, department, month: presentMonth(settled, nameOf) }];
  });
  items.sort((a, b) =>
    a.month.month === b.month.month ? (a.matter < b.matter ? -1 : 1) : a.month.month < b.month.month ? 1 : -1,
  );
  return { asOf: requirePeriod(call, query).asOf, items, mayChoose: mayChoose(call) };
}

async function findOpen(call: Call, query: Period) {
  const { firstMonth: first, lastMonth: last } = requirePeriod(call, query);
  const snapshot = call.deps.services.get(catalogKey).current();
  const seen = departmentsSeen(call);
  return (await settleMonths(call.em, { first, last })).filter(({ matterId, state }) => {
    const departmentId = snapshot.findById(matterId)?.departmentId;
    return state === 'open' && departmentId !== undefined && (seen?.includes(departmentId) ?? true);
  });
}
