import type { GuideProposalData } from '@yitang/contract';
import type { CatalogSnapshot } from '../../catalog/index.ts';
import type { GuideProposal } from './proposal.entity.ts';

export function presentProposal(snapshot: CatalogSnapshot, proposal: GuideProposal): GuideProposalData {
  const { id, code, departmentId, kind, item, itemName, state, cases, receivedCases, savedTrips, isMeasured } =
    proposal;
  const { proposedOn, decidedOn, decidedBy, reason, draftId, publishedOn, rates, revision } = proposal;
  return {
    ...{
      id,
      code,
      kind,
      item,
      itemName,
      state,
      cases,
      of: receivedCases,
      savedTrips,
      isMeasured,
      proposedOn,
      revision,
    },
    name: (snapshot.find(code) ?? snapshot.findRetired(code))?.name ?? code,
    department: snapshot.findDepartment(departmentId)?.name ?? '',
    decidedOn: decidedOn ?? null,
    decidedBy: decidedBy ?? null,
    reason: reason ?? null,
    draftId: draftId ?? null,
    publishedOn: publishedOn ?? null,
    rates: rates ?? null,
  };
}
