import type { Answer, FilingRowData, filingEndpoints, Input } from '@yitang/contract';
import { can } from '@yitang/domain/access';
import { countBlocking } from '@yitang/domain/filing';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { FilingPackage } from './filing.entity.ts';

type Endpoint = (typeof filingEndpoints)['listFilings'];

/** Packages, last planned first. */
export async function listFilings(call: Call, { after, limit }: Input<Endpoint>['query']): Promise<Answer<Endpoint>> {
  // Ids are in order of time.
  const where = after === undefined ? {} : { id: { $lt: after } };
  const options = { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true } as const;
  const rows = await call.em.find(FilingPackage, where, options);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => presentRow(call, row)),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
    mayPlan: mayManage(call),
  };
}

/** Whether the caller, in the role of the moment, makes packages. */
export function mayManage({ principal, now }: Call): boolean {
  const grant = activeGrant(principal);
  const asker = { personId: principal.personId ?? null, grants: grant === undefined ? [] : [grant] };
  return can(asker, 'filing.manage', { at: now });
}

export function presentRow({ deps }: Pick<Call, 'deps'>, row: FilingPackage): FilingRowData {
  const { id, status, version, asOf, plannedAt, plannedBy, gaps, matters } = row;
  const blockingGaps = countBlocking(gaps);
  return {
    ...{ id, status, version, asOf, plannedBy, matters, blockingGaps },
    number: row.number ?? null,
    plannedAt: plannedAt.toISOString(),
    warnings: gaps.length - blockingGaps,
    setSize: row.setSize ?? null,
    isDemo: deps.config.mode !== 'production',
  };
}
