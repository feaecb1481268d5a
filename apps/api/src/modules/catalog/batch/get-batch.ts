import type { BatchData, BatchRowData } from '@yitang/contract';
import { batchLifecycle } from '@yitang/domain/catalog';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { Batch } from '../batch.entity.ts';
import { findPlaces } from '../matter-places.ts';
import { nextBatchNumber } from '../publish-matters.ts';
import { codesOf, findBatchDrafts, findBreaches, loadContents, type BreachSentence } from './batch-drafts.ts';
import { presentBatchRow } from './batch.presenter.ts';
import { countChanges } from './count-changes.ts';
import { requireBatch } from './find-batch.ts';

/** Batches, last made first. */
export async function listBatches(
  { em }: Call,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: BatchRowData[]; next?: string }> {
  // Ids are in order of time.
  const where = after === undefined ? {} : { id: { $lt: after } };
  const rows = await em.find(Batch, where, { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true });
  const page = rows.slice(0, limit);
  const changes = await countChanges(
    em,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    items: page.map((batch) => presentBatchRow(batch, changes)),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
  };
}

export async function getBatch(call: Call, id: string): Promise<BatchData> {
  const { em } = call;
  const batch = await requireBatch(em, id);
  const actions = Object.keys(batchLifecycle[batch.status]) as (keyof (typeof batchLifecycle)['planned'])[];
  return {
    ...presentBatchRow(batch, await countChanges(em, [id])),
    revision: batch.revision,
    nextNumber: batch.number ?? (await nextBatchNumber(em)),
    effectiveFrom: batch.effectiveFrom ?? null,
    publishedBy: batch.publishedBy ?? null,
    withdrawnReason: batch.withdrawnReason ?? null,
    heldReason: batch.heldReason ?? null,
    breaches: actions.length === 0 ? [] : await breachesNow(call, id),
    availableActions: actions.filter((action) => action !== 'hold'),
  };
}

async function breachesNow(call: Call, id: string): Promise<BreachSentence[]> {
  const { em } = call;
  const drafts = await findBatchDrafts(em, id);
  const places = await findPlaces(em, codesOf(drafts), () => newId());
  return findBreaches(call, { drafts, places, contents: await loadContents(em, drafts) });
}
