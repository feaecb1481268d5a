import type { Input, Output, promiseEndpoints } from '@yitang/contract';
import { proposalStates, type ProposalState } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey, departmentsInReach } from '../../catalog/index.ts';
import { mayManage } from './get-promise-health.ts';
import { GuideProposal } from './proposal.entity.ts';
import { presentProposal } from './proposal.presenter.ts';

type Query = Input<typeof promiseEndpoints.listGuideProposals>['query'];

/** Proposed changes in reach, those first that would spare most people a correction. */
export async function listProposals(
  call: Call,
  { state, after, limit }: Query,
): Promise<Output<typeof promiseEndpoints.listGuideProposals>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const reach = departmentsInReach(call, 'promise.read');
  const where = { ...(reach && { departmentId: { $in: [...reach] } }) };
  const all = await call.em.find(GuideProposal, where, { fields: ['state'], disableIdentityMap: true });
  const rows = await call.em.find(
    GuideProposal,
    { ...where, ...(state !== undefined && { state }), ...beyond(after) },
    { orderBy: { cases: 'desc', id: 'asc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const countOf = (one: ProposalState): number => all.filter((proposal) => proposal.state === one).length;
  return {
    mayManage: mayManage(call),
    states: proposalStates.map((one) => ({ state: one, proposals: countOf(one) })),
    items: items.map((proposal) => presentProposal(snapshot, proposal)),
    ...(rows.length > limit && last ? { next: `${last.cases}|${last.id}` } : {}),
  };
}

function beyond(after: string | undefined) {
  const [cases, id] = after?.split('|', 2) ?? [];
  if (id === undefined || !/^\d{1,9}$/.test(cases ?? '')) return {};
  return { $or: [{ cases: { $lt: Number(cases) } }, { cases: Number(cases), id: { $gt: id } }] };
}
