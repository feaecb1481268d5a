import { raw } from '@mikro-orm/sql';
import type { batchEndpoints, Input } from '@yitang/contract';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { departmentsInReach } from '../draft/draft-access.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { requireWithin } from './batch-access.ts';
import { changeBatch, requireBatch } from './find-batch.ts';

type Wanted = Input<typeof batchEndpoints.fillBatch>['body'];

/**
 * Puts ready drafts into a planned batch, and takes drafts out of it.
 * @throws `batch.not-allowed` where it is no longer planned, `record.changed` where a draft went elsewhere meanwhile
 */
export function fillBatch(call: Call, id: string, wanted: Wanted): Promise<{ added: number; removed: number }> {
  return call.deps.runCommand(call, { name: 'catalog.fill-batch' }, async (tx) => {
    const batch = await requireBatch(tx.em, id);
    if (batch.status !== 'planned') throw problem('batch.not-allowed');
    await changeBatch(tx, batch, {});
    const removed = await remove(tx, id, wanted.remove);
    const added = wanted.everything ? await addEverything(tx, call, id) : await add(tx, call, { id, ids: wanted.add });
    tx.audit({
      action: 'catalog.fill-batch',
      chain: `batch:${id}`,
      target: { type: 'batch', id },
      outcome: 'done',
      after: { added, removed },
    });
    return { added, removed };
  });
}

const free = { status: 'ready', batchId: null } as const;
const raised = (tx: Tx) => ({ revision: raw<number>('revision + 1'), updatedAt: tx.now });

async function add(tx: Tx, call: Call, { id, ids }: { id: string; ids: readonly string[] }): Promise<number> {
  if (ids.length === 0) return 0;
  const where = { id: { $in: [...new Set(ids)] }, ...free };
  const found = await tx.em.find(MatterDraft, where, { fields: ['id', 'departmentId'], disableIdentityMap: true });
  requireWithin(call, found);
  const written = await tx.em.nativeUpdate(MatterDraft, where, { batchId: id, ...raised(tx) });
  if (written !== new Set(ids).size) throw problem('record.changed');
  return written;
}

/** All that is ready and in the caller's reach. */
function addEverything(tx: Tx, call: Call, id: string): Promise<number> {
  const reach = departmentsInReach(call);
  const where = reach === undefined ? free : { ...free, departmentId: { $in: [...reach] } };
  return tx.em.nativeUpdate(MatterDraft, where, { batchId: id, ...raised(tx) });
}

async function remove(tx: Tx, batchId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.em.nativeUpdate(MatterDraft, { id: { $in: [...ids] }, batchId }, { batchId: null, ...raised(tx) });
}
