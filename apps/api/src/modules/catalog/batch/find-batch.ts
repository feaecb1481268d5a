import type { BatchAction } from '@yitang/domain/catalog';
import { nextBatchStatus } from '@yitang/domain/catalog';
import type { BatchStatus } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Batch } from '../batch.entity.ts';

/** @throws `record.not-found` */
export async function requireBatch(em: Em, id: string): Promise<Batch> {
  const batch = await em.findOne(Batch, { id }, { disableIdentityMap: true });
  if (batch === null) throw problem('record.not-found');
  return batch;
}

/** The batch of whoever has looked at it in this revision, and where the action leads. */
export async function requireAction(
  em: Em,
  id: string,
  wanted: { readonly action: BatchAction; readonly revision: number },
): Promise<{ batch: Batch; status: BatchStatus }> {
  const batch = await requireBatch(em, id);
  const status = nextBatchStatus(batch.status, wanted.action);
  if (status === undefined) throw problem('batch.not-allowed');
  if (batch.revision !== wanted.revision) throw problem('record.changed');
  return { batch, status };
}

type Changes = Partial<Omit<Batch, 'id' | 'revision'>>;

/** Of two who change a batch at once one comes too late, and is told. */
export async function changeBatch({ em }: Tx, { id, revision, status }: Batch, changes: Changes): Promise<void> {
  const written = await em.nativeUpdate(Batch, { id, revision, status }, { ...changes, revision: revision + 1 });
  if (written !== 1) throw problem('batch.not-allowed');
}
