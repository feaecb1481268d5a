import { raw } from '@mikro-orm/sql';
import { isDraftOpen, nextDraftStatus } from '@yitang/domain/catalog';
import type { DraftAction, DraftStatus } from '@yitang/domain/vocabulary';
import { inPieces } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { rowsAtOnce } from '../matter-places.ts';
import { MatterDraft, MatterDraftStep } from './draft.entity.ts';

interface Steps {
  readonly from: DraftStatus;
  readonly action: DraftAction;
  readonly batchId: string;
  readonly note: string | null;
  readonly byName: string;
}

/**
 * Takes all drafts of a batch one step, a thousand in a statement. The audit entry is that of the batch.
 * @throws `record.changed` where one of them is no longer there, or no longer stands where it stood
 */
export async function takeSteps(tx: Tx, draftIds: readonly string[], steps: Steps): Promise<void> {
  const { from, action, batchId, note, byName } = steps;
  const status = nextDraftStatus(from, action);
  if (status === undefined) throw problem('draft.not-allowed');
  const changes = {
    status,
    revision: raw<number>('revision + 1'),
    updatedAt: tx.now,
    ...(isDraftOpen(status) ? {} : { openKey: null }),
  };
  const step = { action, toStatus: status, note, at: tx.now, byPerson: principalKey(tx.principal), byName };
  for (const piece of inPieces(draftIds, rowsAtOnce)) {
    const written = await tx.em.nativeUpdate(MatterDraft, { id: { $in: [...piece] }, status: from, batchId }, changes);
    if (written !== piece.length) throw problem('record.changed');
    await tx.em.insertMany(
      MatterDraftStep,
      piece.map((draftId) => ({ ...step, id: newId(tx.now.getTime()), draftId })),
    );
  }
}

/** Sets the drafts of a batch free again. */
export async function leaveBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.em.nativeUpdate(
    MatterDraft,
    { batchId },
    { batchId: null, revision: raw('revision + 1'), updatedAt: tx.now },
  );
}
