import { civilDateAt } from '@yitang/domain/calendar';
import { isDraftEditable } from '@yitang/domain/catalog';
import { nextProposalState, type ProposalAction } from '@yitang/domain/promise';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { openChange, writeValues } from '../../catalog/index.ts';
import { GuideProposal } from './proposal.entity.ts';
import { proposedValues } from './proposed-values.ts';

/**
 * Accepts a proposed change: the open draft of the matter, begun where there is none, gets it.
 * @throws `record.not-found`, `record.changed`, `proposal.not-allowed`, `draft.not-editable` while the draft is being checked
 */
export async function acceptProposal(
  call: Call,
  id: string,
  { revision, note }: { readonly revision: number; readonly note: string | null },
): Promise<{ draftId: string }> {
  return call.deps.runCommand(call, { name: 'proposal.accept' }, async (tx) => {
    const proposal = await requireProposal(tx, id);
    const draft = await openChange(call, tx, proposal.code);
    if (!isDraftEditable(draft.status)) throw problem('draft.not-editable');
    const by = call.principal.displayName ?? '';
    await writeValues(tx, draft, { values: proposedValues(draft.content, proposal), by });
    await decide(call, tx, { proposal, revision, action: 'accept', reason: note, draftId: draft.id });
    return { draftId: draft.id };
  });
}

/** @throws `request.invalid` without a reason, `record.not-found`, `record.changed`, `proposal.not-allowed` */
export async function rejectProposal(
  call: Call,
  id: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<undefined> {
  await call.deps.runCommand(call, { name: 'proposal.reject' }, async (tx) => {
    const proposal = await requireProposal(tx, id);
    if (reason === '') {
      const message = '请写明不采纳的理由，以后再看到同样的问题时用得上。';
      throw problem('request.invalid', { issues: [{ field: 'body.reason', code: 'required', message }] });
    }
    await decide(call, tx, { proposal, revision, action: 'reject', reason, draftId: null });
    return null;
  });
  return undefined;
}

async function requireProposal(tx: Tx, id: string): Promise<GuideProposal> {
  const found = await tx.em.findOne(GuideProposal, { id }, { disableIdentityMap: true });
  if (found === null) throw problem('record.not-found');
  return found;
}

interface Decision {
  readonly proposal: GuideProposal;
  readonly revision: number;
  readonly action: Extract<ProposalAction, 'accept' | 'reject'>;
  readonly reason: string | null;
  readonly draftId: string | null;
}

async function decide(call: Call, tx: Tx, { proposal, revision, action, reason, draftId }: Decision): Promise<void> {
  const state = nextProposalState(proposal.state, action);
  if (state === undefined) throw problem('proposal.not-allowed');
  const written = await tx.em.nativeUpdate(
    GuideProposal,
    { id: proposal.id, revision },
    {
      ...{ state, reason, draftId, revision: revision + 1 },
      decidedOn: civilDateAt(tx.now, call.deps.config.timeZone),
      decidedBy: call.principal.displayName ?? '',
      ...(action === 'reject' ? { openKey: null } : {}),
    },
  );
  if (written !== 1) throw problem('record.changed');
  tx.audit({
    action: `proposal.${action}`,
    chain: `proposal:${proposal.id}`,
    target: { type: 'guide-proposal', id: proposal.id },
    outcome: 'done',
    before: { state: proposal.state },
    after: { state, reason, draftId },
  });
}
