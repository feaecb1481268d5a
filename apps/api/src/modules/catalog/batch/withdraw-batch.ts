import type { Call } from '../../../platform/endpoint/index.ts';
import { leaveBatch, takeSteps } from '../draft/take-steps.ts';
import { requireWithin } from './batch-access.ts';
import { findBatchDrafts } from './batch-drafts.ts';
import { changeBatch, requireAction } from './find-batch.ts';

/** Withdraws a batch before it takes effect. Its drafts are ready for another one; a number that it had is not used again. */
export function withdrawBatch(
  call: Call,
  id: string,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.withdraw-batch' }, async (tx) => {
    const { batch, status } = await requireAction(tx.em, id, { action: 'withdraw', revision });
    const drafts = await findBatchDrafts(tx.em, id);
    requireWithin(call, drafts);
    await changeBatch(tx, batch, { status, withdrawnReason: reason });
    const scheduled = drafts.filter((draft) => draft.status === 'scheduled').map((draft) => draft.id);
    const byName = call.principal.displayName ?? '';
    await takeSteps(tx, scheduled, { from: 'scheduled', action: 'unschedule', batchId: id, note: reason, byName });
    await leaveBatch(tx, id);
    tx.audit({
      action: 'catalog.withdraw-batch',
      chain: `batch:${id}`,
      target: { type: 'batch', id },
      outcome: 'done',
      before: { status: batch.status },
      after: { status, reason, drafts: drafts.length },
    });
  });
}
