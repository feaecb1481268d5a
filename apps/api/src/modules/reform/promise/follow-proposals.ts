import { nextProposalState } from '@yitang/domain/promise';
import type { Em } from '../../../database/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { findDraftOutcomes, type DraftOutcome } from '../../catalog/index.ts';
import type { Watched } from './audit-matter.ts';
import type { PromiseRun } from './health.entity.ts';
import { GuideProposal } from './proposal.entity.ts';

/** Looks what became of the drafts of accepted proposals: published ones are measured from their first day on. */
export async function followProposals({ deps, em, caller }: JobRun, run: PromiseRun): Promise<void> {
  const accepted = await em.find(GuideProposal, { state: 'accepted' }, { disableIdentityMap: true });
  const outcomes = await findDraftOutcomes(
    em,
    accepted.flatMap(({ draftId }) => draftId ?? []),
  );
  const changed = accepted.flatMap((proposal) => stepOf(proposal, outcomes.get(proposal.draftId ?? ''), run.onDay));
  if (changed.length === 0) return;
  const lone = { principal: caller.principal, idempotencyKey: `promise-audit:${run.id}:proposals` };
  await deps.runCommand(lone, { name: 'proposal.follow' }, async (tx) => {
    for (const { id, revision, values } of changed) {
      await tx.em.nativeUpdate(GuideProposal, { id, revision }, { ...values, revision: revision + 1 });
    }
    tx.audit({
      action: 'proposal.follow',
      chain: `promise-audit:${run.id}`,
      target: { type: 'promise-audit', id: run.id },
      outcome: 'done',
      after: { proposals: changed.map(({ id, values }) => ({ id, state: values.state ?? null })) },
    });
    return null;
  });
}

interface Step {
  readonly id: string;
  readonly revision: number;
  readonly values: Partial<Pick<GuideProposal, 'state' | 'publishedOn' | 'draftId' | 'decidedOn'>>;
}

/** Published is published from its first day on; a draft that was given up leaves the question open again. */
function stepOf({ id, state, revision }: GuideProposal, outcome: DraftOutcome | undefined, onDay: string): Step[] {
  const from = outcome?.publishedFrom ?? null;
  const published = nextProposalState(state, 'publish');
  if (from !== null && from <= onDay && published !== undefined)
    return [{ id, revision, values: { state: published, publishedOn: from } }];
  const dropped = nextProposalState(state, 'drop');
  const isGone = outcome === undefined || outcome.status === 'abandoned';
  return isGone && dropped !== undefined
    ? [{ id, revision, values: { state: dropped, draftId: null, decidedOn: null } }]
    : [];
}

/** By matter, the changed guides whose effect is measured. */
export async function watchedOf(em: Em, matterIds: readonly string[]): Promise<Map<string, Watched[]>> {
  const proposals = await em.find(
    GuideProposal,
    { matterId: { $in: [...matterIds] }, state: { $in: ['published', 'measured'] } },
    { disableIdentityMap: true },
  );
  const watched = new Map<string, Watched[]>();
  for (const { matterId, id, item, publishedOn } of proposals) {
    if (typeof publishedOn !== 'string') continue;
    watched.set(matterId, [...(watched.get(matterId) ?? []), { id, item, publishedOn }]);
  }
  return watched;
}
