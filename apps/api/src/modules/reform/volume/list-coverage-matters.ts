import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import {
  monthAt,
  monthIndex,
  reportingOf,
  standingIn,
  type ReportedVolume,
  type Reporting,
} from '@yitang/domain/volume';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findVolumes } from '../../case/index.ts';
import { catalogKey, findHeadsKey, findNamesKey } from '../../catalog/index.ts';
import { listDepartments } from '../../organization/index.ts';
import { requireMonthWithin, requirePeriod } from '../require-period.ts';
import { findReported } from './find-reported.ts';
import { sourceNames } from './sources.ts';
import { departmentsSeen } from './volume-access.ts';
import { VolumeEntry } from './volume.entity.ts';

type Endpoint = (typeof volumeEndpoints)['listCoverageMatters'];
type CoverageMatters = Answer<Endpoint>;

/**
 * What stands behind a cell of the coverage: who has reported, who owes a report, whom to ask.
 * @throws `record.not-found` for a department out of reach, `request.invalid` for a month out of the period
 */
export async function listCoverageMatters(
  call: Call,
  { department, month, show, after = '', limit, ...query }: Input<Endpoint>['query'],
): Promise<CoverageMatters> {
  const period = requirePeriod(call, query);
  requireMonthWithin(period, month);
  const seen = departmentsSeen(call);
  const snapshot = call.deps.services.get(catalogKey).current();
  const matters = snapshot.matters.filter(({ departmentId }) => departmentId === department);
  if (matters.length === 0 || seen?.includes(department) === false) throw problem('record.not-found');
  // As far back as the table of this period looks.
  const since = monthAt(monthIndex(period.firstMonth) - 12);
  const reported = await findReported(call.em, { first: since, last: period.lastMonth });
  const reportings = reportingOf(reported);
  const standings = Map.groupBy(matters, ({ id }) => standingIn(month, reportings.get(id)));
  const countOf = (standing: typeof show): number => standings.get(standing)?.length ?? 0;
  const wanted = (standings.get(show) ?? [])
    .filter(({ code }) => code > after)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const page = wanted.slice(0, limit);
  const present = await presenterOf(call, { ids: page.map(({ id }) => id), month, since, reported, reportings });
  return {
    items: page.map(present),
    ...(wanted.length > limit && { next: page.at(-1)?.code ?? '' }),
    ...{ month, department: await whomToAsk(call, department) },
    counts: { owed: countOf('owed'), reported: countOf('reported'), unasked: countOf('unasked') },
    countedAt: call.now.toISOString(),
  };
}

interface Shown {
  readonly ids: readonly string[];
  readonly month: string;
  readonly since: string;
  readonly reported: readonly ReportedVolume[];
  readonly reportings: ReadonlyMap<string, Reporting>;
}

async function presenterOf(call: Call, { ids, month, since, reported, reportings }: Shown) {
  const sourceOf = await sourceNames(call.em);
  const sources = Map.groupBy(reported, ({ matterId }) => matterId);
  const own = new Map(
    (await findVolumes(call.em, { first: month, last: month })).map((one) => [one.matterId, one.value]),
  );
  const reporters = await findReporters(call.em, ids, since);
  return ({ id, code, name }: { id: string; code: string; name: string }): CoverageMatters['items'][number] => {
    const said = [...(reportings.get(id)?.said ?? [])];
    return {
      ...{ code, name, since: reportings.get(id)?.since ?? null },
      last: said.length === 0 ? null : said.reduce((a, b) => (a > b ? a : b)),
      sources: [...new Set((sources.get(id) ?? []).map(({ source }) => sourceOf(source)))],
      reportedBy: reporters.get(id) ?? null,
      own: own.get(id) ?? 0,
    };
  };
}

/** By matter, who made its last entry. */
async function findReporters(em: Em, ids: readonly string[], since: string): Promise<ReadonlyMap<string, string>> {
  const entries = await em.find(
    VolumeEntry,
    { matterId: { $in: [...ids] }, month: { $gte: since } },
    { fields: ['matterId', 'reportedBy'], orderBy: { month: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  return new Map(entries.map(({ matterId, reportedBy }) => [matterId, reportedBy]));
}

async function whomToAsk({ deps, em, now }: Call, id: string): Promise<CoverageMatters['department']> {
  const found = (await listDepartments(em, { withClosed: true })).find((one) => one.id === id);
  const today = civilDateAt(now, deps.config.timeZone);
  const heads = (await deps.services.find(findHeadsKey)?.(em, id, today)) ?? [];
  const names = await deps.services.find(findNamesKey)?.(em, heads);
  return {
    ...{ id, name: found?.name ?? '', phone: found?.consultPhone ?? null, place: found?.place ?? null },
    heads: heads.flatMap((head) => names?.get(head) ?? []),
  };
}
