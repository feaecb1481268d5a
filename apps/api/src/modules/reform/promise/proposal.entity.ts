import { defineEntity, p } from '@mikro-orm/sql';
import type { CorrectionRates, Effect } from '@yitang/domain/promise';
import type { ProposalKind, ProposalState } from '@yitang/domain/vocabulary';

export interface MeasuredRates extends CorrectionRates {
  readonly effect: Effect;
  readonly measuredOn: string;
}

/** A change of a guide that corrections ask for again and again. */
const GuideProposalSchema = defineEntity({
  name: 'GuideProposal',
  tableName: 'guide_proposals',
  indexes: [
    { name: 'guide_proposals_matter', properties: ['matterId'] },
    { name: 'guide_proposals_state_cases', properties: ['state', 'cases', 'id'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    code: p.string().length(40),
    departmentId: p.string().length(36),
    kind: p.string().$type<ProposalKind>().length(20),
    /** `material/photo` or `answer/phone`. */
    item: p.string().length(80),
    itemName: p.string().length(200),
    state: p.string().$type<ProposalState>().length(10),
    /** Matter and item while it is somebody's work, so that the same is proposed once. */
    openKey: p.string().length(120).nullable().unique(),
    cases: p.integer(),
    receivedCases: p.integer(),
    savedTrips: p.integer(),
    isMeasured: p.boolean(),
    proposedOn: p.string().length(10),
    decidedOn: p.string().length(10).nullable(),
    decidedBy: p.string().length(120).nullable(),
    reason: p.string().length(500).nullable(),
    draftId: p.string().length(36).nullable(),
    publishedOn: p.string().length(10).nullable(),
    rates: p.json<MeasuredRates>().nullable(),
    revision: p.integer(),
  },
});
export class GuideProposal extends GuideProposalSchema.class {}
GuideProposalSchema.setClass(GuideProposal);
