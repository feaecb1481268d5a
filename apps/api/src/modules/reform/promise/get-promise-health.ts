import type { HealthData, Input, promiseEndpoints } from '@yitang/contract';
import { grantsFor } from '@yitang/domain/access';
import { healthStates, promiseReasons, type HealthState } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { catalogKey, departmentsInReach } from '../../catalog/index.ts';
import { MatterHealth, PromiseRun, type RunState } from './health.entity.ts';
import { presentHealth, presentRun } from './health.presenter.ts';
import { GuideProposal } from './proposal.entity.ts';

type Query = Input<typeof promiseEndpoints.getPromiseHealth>['query'];

/** The last finished audit, the worst matters first. One row for each matter, whatever the number of cases. */
export async function getPromiseHealth(call: Call, query: Query): Promise<HealthData> {
  const { em } = call;
  const snapshot = call.deps.services.get(catalogKey).current();
  const audited = await lastRun(em, ['done']);
  const reach = departmentsInReach(call, 'promise.read');
  const inReach = audited === undefined ? [] : await rowsOf(em, audited.id, reach);
  const chosen = inReach.filter(({ departmentId }) => (query.department ?? departmentId) === departmentId);
  const stateOf = (row: MatterHealth) => stateBy(row, query.reason);
  const wanted = chosen.filter((row) => {
    const state = stateOf(row);
    return state !== undefined && (query.state ?? state) === state;
  });
  wanted.sort((a, b) => a.weight - b.weight || touched(b) - touched(a) || (a.code < b.code ? -1 : 1));
  const start = query.after === undefined ? 0 : wanted.findIndex(({ code }) => code === query.after) + 1;
  const page = wanted.slice(start, start + query.limit);
  const last = page.at(-1);
  return {
    audited: presentRun(audited),
    latest: presentRun(await lastRun(em)),
    isDemo: call.deps.config.mode !== 'production',
    mayManage: mayManage(call),
    states: healthStates.map((state) => ({
      state,
      matters: chosen.filter((row) => stateOf(row) === state).length,
    })),
    reasons: countReasons(chosen),
    departments: [...Map.groupBy(inReach, ({ departmentId }) => departmentId)]
      .map(([id, own]) => ({
        ...{ id, name: snapshot.findDepartment(id)?.name ?? '' },
        ...{ broken: countOf(own, 'broken'), attention: countOf(own, 'attention') },
        ...{ unknown: countOf(own, 'unknown'), good: countOf(own, 'good') },
      }))
      .sort((a, b) => b.broken - a.broken || b.attention - a.attention || a.name.localeCompare(b.name, 'zh-CN')),
    openProposals: await em.count(GuideProposal, {
      state: 'open',
      ...(reach && { departmentId: { $in: [...reach] } }),
    }),
    items: page.map((row) => presentHealth(snapshot, row)),
    ...(start + query.limit < wanted.length && last !== undefined ? { next: last.code } : {}),
  };
}

export function mayManage(call: Call): boolean {
  const grant = activeGrant(call.principal);
  return grantsFor({ grants: grant === undefined ? [] : [grant] }, 'promise.manage', call.now).length > 0;
}

export async function lastRun(em: Em, states?: readonly RunState[]): Promise<PromiseRun | undefined> {
  const where = states === undefined ? {} : { state: { $in: [...states] } };
  const [run] = await em.find(PromiseRun, where, {
    orderBy: { startedAt: 'desc', id: 'desc' },
    limit: 1,
    disableIdentityMap: true,
  });
  return run;
}

/** How a matter stands, or how it stands by one reason alone; undefined: it has not that reason. */
const stateBy = ({ state, reasons }: MatterHealth, reason: string | undefined): HealthState | undefined =>
  reason === undefined ? state : reasons.find((one) => one.reason === reason)?.state;

/** Cases of the reason that weighs most: whom it concerns comes before which code is less. */
const touched = ({ reasons }: MatterHealth): number => reasons[0]?.cases ?? 0;

function rowsOf(em: Em, runId: string, reach: readonly string[] | undefined): Promise<MatterHealth[]> {
  return em.find(
    MatterHealth,
    { runId, ...(reach && { departmentId: { $in: [...reach] } }) },
    { orderBy: { weight: 'asc', code: 'asc' }, disableIdentityMap: true },
  );
}

const countOf = (rows: readonly MatterHealth[], state: HealthState): number =>
  rows.filter((row) => row.state === state).length;

function countReasons(rows: readonly MatterHealth[]): HealthData['reasons'] {
  const all = rows.flatMap(({ reasons }) => reasons);
  return promiseReasons
    .map((reason) => {
      const own = all.filter((one) => one.reason === reason);
      return { reason, matters: own.length, broken: own.filter(({ state }) => state === 'broken').length };
    })
    .filter(({ matters }) => matters > 0)
    .sort((a, b) => b.broken - a.broken || b.matters - a.matters);
}
