import type { BreachData, consoleEndpoints, Input } from '@yitang/contract';
import { isDraftOpen, nextDraftStatus } from '@yitang/domain/catalog';
import type { DraftAction, DraftStatus } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { presentBreach } from '../consistency/breach.presenter.ts';
import { checkDraft, requireConsistent } from '../consistency/check-drafts.ts';
import { actOfStep, requireIn } from './draft-access.ts';
import { MatterDraft, MatterDraftStep } from './draft.entity.ts';
import { requireDraft } from './find-draft.ts';

type Wanted = Input<typeof consoleEndpoints.actOnMatterDraft>['body'];

/** These are told to whoever wrote it, so they need a sentence. */
const withReason: readonly DraftAction[] = ['return', 'abandon', 'approve-legality', 'keep-cases'];

/** Whoever hands a draft on is told what would still stop it. */
const handingOn: readonly DraftAction[] = ['submit', 'confirm'];

/**
 * Takes a draft one step on its way to publication.
 * @throws `draft.not-allowed` where its status has no such step, `record.changed` where somebody was faster,
 *   `catalog.breaches` where it is approved while a rule blocks it
 */
export async function actOnDraft(
  call: Call,
  id: string,
  wanted: Wanted,
): Promise<{ status: DraftStatus; revision: number; breaches: BreachData[] }> {
  return call.deps.runCommand(call, { name: 'catalog.act-on-draft' }, async (tx) => {
    const draft = await requireDraft(call, tx.em, id);
    requireIn(call, actOfStep[wanted.action], draft.departmentId);
    if (withReason.includes(wanted.action) && wanted.note === null) {
      throw problem('request.invalid', {
        issues: [{ field: 'body.note', code: 'required', message: '请写明理由或意见，让经办人知道原因。' }],
      });
    }
    if (draft.revision !== wanted.revision) throw problem('record.changed');
    const { action, note } = wanted;
    const isApproval = action === 'approve' && nextDraftStatus(draft.status, action) !== undefined;
    const isLookedAt = isApproval || handingOn.includes(action);
    const breaches = isLookedAt ? await checkDraft({ deps: call.deps, now: call.now, em: tx.em }, draft) : [];
    if (isApproval) requireConsistent(breaches);
    const status = await takeStep(tx, draft, { action, note, byName: nameOf(call) });
    return { status, revision: draft.revision + 1, breaches: breaches.map(presentBreach) };
  });
}

const nameOf = ({ principal }: Call): string => principal.displayName ?? '';

interface Step {
  readonly action: DraftAction;
  readonly note: string | null;
  readonly byName: string;
}

/**
 * One step inside the caller's transaction, with its audit entry. A draft that is reopened or abandoned leaves its batch;
 * one that is on its way through the checks stays in the batch that it was planned for. Batches move all of theirs with
 * `takeSteps`.
 */
export async function takeStep(tx: Tx, draft: MatterDraft, step: Step): Promise<DraftStatus> {
  const { action, note, byName } = step;
  const status = nextDraftStatus(draft.status, action);
  if (status === undefined) throw problem('draft.not-allowed');
  const openKey = isDraftOpen(status) ? draft.code : null;
  const batchId = action === 'reopen' || action === 'abandon' ? null : draft.batchId;
  const written = await tx.em.nativeUpdate(
    MatterDraft,
    { id: draft.id, revision: draft.revision },
    { status, openKey, batchId, revision: draft.revision + 1, updatedAt: tx.now },
  );
  if (written !== 1) throw problem('record.changed');
  const byPerson = principalKey(tx.principal);
  await tx.em.insert(MatterDraftStep, {
    id: newId(tx.now.getTime()),
    draftId: draft.id,
    action,
    toStatus: status,
    note,
    at: tx.now,
    byPerson,
    byName,
  });
  tx.audit({
    action: `catalog.draft-${action}`,
    chain: `draft:${draft.id}`,
    target: { type: 'matter-draft', id: draft.id },
    outcome: 'done',
    before: { status: draft.status },
    after: { status, note },
  });
  return status;
}
