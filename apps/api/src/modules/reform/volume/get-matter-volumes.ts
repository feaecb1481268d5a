import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import { endOfDay } from '@yitang/domain/calendar';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, catalogOn, mayIn } from '../../catalog/index.ts';
import { matterOn } from '../matter-on.ts';
import { requirePeriod } from '../require-period.ts';
import { presentMonth } from './present-month.ts';
import { settleMonths } from './settle-months.ts';
import { sourceNames } from './sources.ts';
import { mayChoose, mayReportFor } from './volume-access.ts';
import { VolumeChoice } from './volume.entity.ts';

type Endpoints = typeof volumeEndpoints;

/**
 * The months of a matter with what each source says of them. `recordedUntil` is a day: as it was known at its end.
 */
export async function getMatterVolumes(
  call: Call,
  code: string,
  query: Input<Endpoints['getMatterVolumes']>['query'],
): Promise<Answer<Endpoints['getMatterVolumes']>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const matter = matterOn(await catalogOn(call, query.asOf), code);
  if (!mayIn(call, 'volume.report', matter.departmentId)) throw problem('record.not-found');
  const { months, firstMonth, lastMonth } = requirePeriod(call, query);
  const { recordedUntil: day } = query;
  const recordedUntil = day === undefined ? undefined : endOfDay(day, call.deps.config.timeZone);
  const nameOf = await sourceNames(call.em);
  const found = await settleMonths(call, { first: firstMonth, last: lastMonth, recordedUntil, matterId: matter.id });
  const byMonth = new Map(found.map((settled) => [settled.month, presentMonth(settled, nameOf)]));
  const rows = months.map((month) => byMonth.get(month) ?? { month, cases: 0, state: 'none' as const, figures: [] });
  return {
    ...{ code, name: matter.name, firstMonth, lastMonth, months: rows },
    department: snapshot.findDepartment(matter.departmentId)?.name ?? '',
    total: rows.reduce((sum, { cases }) => sum + cases, 0),
    choices: await listChoices(call.em, matter.id, nameOf),
    mayReport: mayReportFor(call, matter.departmentId),
    mayChoose: mayChoose(call),
  };
}

async function listChoices(em: Em, matterId: string, nameOf: (code: string) => string) {
  const found = await em.find(
    VolumeChoice,
    { matterId },
    { orderBy: { id: 'desc' }, limit: 100, disableIdentityMap: true },
  );
  return found.map(({ month, take, reason, chosenBy, recordedAt }) => ({
    ...{ month: month ?? null, take, reason, chosenBy, recordedAt: recordedAt.toISOString() },
    name: take === 'sum' ? '合计各来源' : nameOf(take),
  }));
}
