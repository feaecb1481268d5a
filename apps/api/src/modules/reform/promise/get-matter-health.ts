import type { HealthDetailData, Input, Output, promiseEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, mayIn, type CatalogSnapshot } from '../../catalog/index.ts';
import { lastRun, mayManage } from './get-promise-health.ts';
import { MatterHealth, PromiseFinding, PromiseRun } from './health.entity.ts';
import { presentHealth } from './health.presenter.ts';
import { GuideProposal } from './proposal.entity.ts';
import { presentProposal } from './proposal.presenter.ts';

const nightsShown = 90;

/** @throws `record.not-found` also for a matter of another department */
export async function getMatterHealth(call: Call, code: string): Promise<HealthDetailData> {
  const { em } = call;
  const snapshot = call.deps.services.get(catalogKey).current();
  const matter = requireReadable(call, snapshot, code);
  const run = await lastRun(em, ['done']);
  const where = { runId: run?.id ?? '', matterId: matter.id };
  const current = await em.findOne(MatterHealth, where, { disableIdentityMap: true });
  const proposals = await em.find(
    GuideProposal,
    { matterId: matter.id },
    { orderBy: { proposedOn: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
  return {
    code,
    name: matter.name,
    department: snapshot.findDepartment(matter.departmentId)?.name ?? '',
    mayManage: mayManage(call),
    current: current === null ? null : presentCurrent(snapshot, current),
    history: await historyOf(call, matter.id),
    proposals: proposals.map((proposal) => presentProposal(snapshot, proposal)),
  };
}

/** @throws `record.not-found` also for a matter of another department */
export function requireReadable(call: Call, snapshot: CatalogSnapshot, code: string) {
  const matter = snapshot.find(code) ?? snapshot.findRetired(code);
  if (matter === undefined || !mayIn(call, 'promise.read', matter.departmentId)) throw problem('record.not-found');
  return matter;
}

function presentCurrent(snapshot: CatalogSnapshot, row: MatterHealth): NonNullable<HealthDetailData['current']> {
  const {
    firstDay,
    corrected,
    extended = 0,
    timed,
    trips,
    visitsOnSite,
    steps,
    begun,
    abandoned,
    days,
    items,
  } = row.figures;
  return {
    ...presentHealth(snapshot, row),
    onDay: row.onDay,
    ...{ firstDay, corrected, extended, timed, trips, visitsOnSite, steps, begun, abandoned },
    days: days.map(([count, cases]) => ({ days: count, cases })),
    items: items.map(({ item, name, cases, listed }) => ({ item, name, cases, listed })),
  };
}

/** One state a day, the last one of it; of finished audits only. */
async function historyOf({ em }: Call, matterId: string): Promise<HealthDetailData['history']> {
  const rows = await em.find(
    MatterHealth,
    { matterId },
    {
      fields: ['runId', 'onDay', 'state'],
      orderBy: { onDay: 'desc', id: 'desc' },
      limit: nightsShown * 2,
      disableIdentityMap: true,
    },
  );
  const ids = rows.map(({ runId }) => runId);
  const runs = await em.find(
    PromiseRun,
    { id: { $in: ids }, state: 'done' },
    { fields: ['id'], disableIdentityMap: true },
  );
  const done = new Set(runs.map(({ id }) => id));
  const byDay = new Map<string, HealthDetailData['history'][number]>();
  for (const { runId, onDay, state } of rows) {
    if (done.has(runId) && !byDay.has(onDay)) byDay.set(onDay, { onDay, state });
  }
  return [...byDay.values()].slice(0, nightsShown).reverse();
}

type CasesQuery = Input<typeof promiseEndpoints.listPromiseCases>['query'];

/** The cases behind a reason, newest first: numbers, no names. */
export async function listPromiseCases(
  call: Call,
  code: string,
  { reason, after, limit }: CasesQuery,
): Promise<Output<typeof promiseEndpoints.listPromiseCases>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const matter = requireReadable(call, snapshot, code);
  const run = await lastRun(call.em, ['done']);
  const [day, id] = [after?.slice(0, 10), after?.slice(11)];
  const rows = await call.em.find(
    PromiseFinding,
    {
      ...{ runId: run?.id ?? '', matterId: matter.id, reason },
      ...(day !== undefined && id !== undefined && { $or: [{ onDay: { $lt: day } }, { onDay: day, id: { $lt: id } }] }),
    },
    { orderBy: { onDay: 'desc', id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    name: matter.name,
    items: items.map(({ caseId, caseNumber, onDay, detail }) => ({
      ...{ id: caseId, number: caseNumber, onDay },
      detail: detail ?? null,
    })),
    ...(rows.length > limit && last ? { next: `${last.onDay}|${last.id}` } : {}),
  };
}
