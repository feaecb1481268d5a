import type { batchEndpoints, Input } from '@yitang/contract';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Batch } from '../batch.entity.ts';
import { changeBatch, requireBatch } from './find-batch.ts';

type Plan = Input<typeof batchEndpoints.planBatch>['body'];

export function planBatch(call: Call, plan: Plan): Promise<{ id: string }> {
  return call.deps.runCommand(call, { name: 'catalog.plan-batch' }, async (tx) => {
    const id = await insertPlannedBatch(tx, plan, call.principal.displayName ?? '');
    tx.audit({
      action: 'catalog.plan-batch',
      chain: `batch:${id}`,
      target: { type: 'batch', id },
      outcome: 'done',
      after: plan,
      startsChain: true,
    });
    return { id };
  });
}

export async function insertPlannedBatch(tx: Tx, plan: Plan, createdBy: string): Promise<string> {
  const id = newId(tx.now.getTime());
  await tx.em.insert(Batch, {
    id,
    number: null,
    ...plan,
    status: 'planned',
    effectiveAt: null,
    effectiveFrom: null,
    publishedAt: null,
    publishedBy: null,
    withdrawnReason: null,
    heldReason: null,
    revision: 0,
    createdAt: tx.now,
    createdBy,
  });
  return id;
}

/** @throws `batch.not-allowed` once it is scheduled: what was announced is not renamed */
export function editBatch(
  call: Call,
  id: string,
  { revision, title, note }: Plan & { readonly revision: number },
): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.edit-batch' }, async (tx) => {
    const batch = await requireBatch(tx.em, id);
    if (batch.status !== 'planned') throw problem('batch.not-allowed');
    if (batch.revision !== revision) throw problem('record.changed');
    await changeBatch(tx, batch, { title, note });
    tx.audit({
      action: 'catalog.edit-batch',
      chain: `batch:${id}`,
      target: { type: 'batch', id },
      outcome: 'done',
      before: { title: batch.title, note: batch.note },
      after: { title, note },
    });
  });
}
