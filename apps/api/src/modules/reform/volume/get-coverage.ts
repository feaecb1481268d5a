import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findCountedUntil } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { requirePeriod } from '../require-period.ts';
import { presentMonth } from './present-month.ts';
import { rememberedCoverage } from './remembered-coverage.ts';
import type { SettledMonth } from './settle-months.ts';
import { sourceNames } from './sources.ts';
import { departmentsSeen, mayChoose } from './volume-access.ts';

type Endpoints = typeof volumeEndpoints;
type Period = Input<Endpoints['getVolumeCoverage']>['query'];

/** Department by month: who has reported. Departments without anything stand there too: theirs is unknown, not 0. */
export async function getCoverage(call: Call, query: Period): Promise<Answer<Endpoints['getVolumeCoverage']>> {
  const period = requirePeriod(call, query);
  const { asOf, months } = period;
  const snapshot = call.deps.services.get(catalogKey).current();
  const coverage = await rememberedCoverage(call, period);
  const seen = departmentsSeen(call);
  const rows = coverage.rows.filter(({ departmentId }) => seen?.includes(departmentId) ?? true);
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
    openMonths: openSeen(call, coverage.open).length,
    mayChoose: mayChoose(call),
    countedAt: call.now.toISOString(),
    ownUntil: (await findCountedUntil(call.em, call.now)).toISOString(),
  };
}

/** Matters and months in which several sources stand against each other, latest month first. */
export async function listOpen(call: Call, query: Period): Promise<Answer<Endpoints['listOpenVolumes']>> {
  const period = requirePeriod(call, query);
  const snapshot = call.deps.services.get(catalogKey).current();
  const nameOf = await sourceNames(call.em);
  const { open } = await rememberedCoverage(call, period);
  const items = openSeen(call, open).flatMap((settled) => {
    const matter = snapshot.findById(settled.matterId);
    if (matter === undefined) return [];
    const department = snapshot.findDepartment(matter.departmentId)?.name ?? '';
    return [{ matter: matter.code, name: matter.name, department, month: presentMonth(settled, nameOf) }];
  });
  items.sort((a, b) =>
    a.month.month === b.month.month ? (a.matter < b.matter ? -1 : 1) : a.month.month < b.month.month ? 1 : -1,
  );
  return { asOf: period.asOf, items, mayChoose: mayChoose(call) };
}

function openSeen(call: Call, open: readonly SettledMonth[]): readonly SettledMonth[] {
  const snapshot = call.deps.services.get(catalogKey).current();
  const seen = departmentsSeen(call);
  return open.filter(({ matterId }) => seen?.includes(snapshot.findById(matterId)?.departmentId ?? '') ?? true);
}
