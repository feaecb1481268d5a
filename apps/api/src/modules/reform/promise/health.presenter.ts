import type { HealthData, HealthRowData } from '@yitang/contract';
import type { CatalogSnapshot } from '../../catalog/index.ts';
import type { MatterHealth, PromiseRun } from './health.entity.ts';

export function presentRun(run: PromiseRun | undefined): HealthData['latest'] {
  if (run === undefined) return null;
  const { id, state, onDay, startedAt, endedAt, startedBy, done, total, cases } = run;
  return {
    ...{ id, state, onDay, startedBy, done, total, cases },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

export function presentHealth(snapshot: CatalogSnapshot, row: MatterHealth): HealthRowData {
  const { code, departmentId, state, previous, reasons, figures } = row;
  const { received, decided, promisedDays, ninthDecile } = figures;
  return {
    code,
    name: (snapshot.find(code) ?? snapshot.findRetired(code))?.name ?? code,
    department: snapshot.findDepartment(departmentId)?.name ?? '',
    state,
    previous: previous ?? null,
    reasons: [...reasons],
    ...{ received, decided, promisedDays, ninthDecile },
  };
}
