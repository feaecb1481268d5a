import type { batchEndpoints, Input, Output } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import type { MatterContent } from '@yitang/domain/catalog';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { Batch } from '../batch.entity.ts';
import type { RuleSource } from '../consistency/rule-facts.ts';
import { takeSteps } from '../draft/take-steps.ts';
import { findPlaces } from '../matter-places.ts';
import { insertVersions, nextBatchNumber, raiseRevision, retireMatters } from '../publish-matters.ts';
import {
  codesOf,
  findBatchDrafts,
  findBreaches,
  issuesOf,
  loadContents,
  type Publishable,
  type SlimDraft,
} from './batch-drafts.ts';
import { requireWithin } from './batch-access.ts';
import { changeBatch, requireAction } from './find-batch.ts';

type Wanted = Input<typeof batchEndpoints.publishBatch>['body'];
export type Published = Output<typeof batchEndpoints.publishBatch>;

/**
 * Publishes a batch now. Whoever does it has typed its number; of two who do it at once one is told that it was done.
 * @throws `batch.not-allowed`, `record.changed` where it was filled meanwhile, `batch.blocked` with every breach
 */
export function publishBatch(call: Call, id: string, wanted: Wanted): Promise<Published> {
  return call.deps.runCommand(call, { name: 'catalog.publish-batch' }, async (tx) => {
    // Before anything is read: two who publish stand in line here.
    await raiseRevision(tx.em);
    const { batch } = await requireAction(tx.em, id, { action: 'publish', revision: wanted.revision });
    const number = batch.number ?? (await nextBatchNumber(tx.em));
    if (wanted.number !== number) {
      const message = `本批次将编为第 ${number} 批，确认发布请填写 ${number}。`;
      throw problem('request.invalid', { issues: [{ field: 'body.number', code: 'confirm', message }] });
    }
    const drafts = await findBatchDrafts(tx.em, id);
    requireWithin(call, drafts);
    return publishDrafts(tx, call.deps, { batch, number, drafts, byName: call.principal.displayName ?? '' });
  });
}

interface Publishing {
  readonly batch: Batch;
  readonly number: number;
  readonly drafts: readonly SlimDraft[];
  readonly byName: string;
}

/** Publishes the drafts inside the caller's transaction, which has raised the revision of the catalog. */
export async function publishDrafts(
  tx: Tx,
  deps: Deps,
  { batch, number, drafts, byName }: Publishing,
): Promise<Published> {
  const places = await findPlaces(tx.em, codesOf(drafts), () => newId(tx.now.getTime()));
  const contents = await loadContents(tx.em, drafts);
  await requireNoBreach({ em: tx.em, deps, now: tx.now }, { drafts, places, contents });
  const effectiveFrom = civilDateAt(tx.now, deps.config.timeZone);
  await changeBatch(tx, batch, {
    number,
    status: 'published',
    effectiveFrom,
    publishedAt: tx.now,
    publishedBy: byName,
    heldReason: null,
  });
  const publication = {
    batchId: batch.id,
    effectiveFrom,
    at: tx.now,
    makeId: () => newId(tx.now.getTime()),
    places,
  };
  const retired = drafts.filter(({ operation }) => operation === 'retire');
  await insertVersions(tx.em, publication, [...contents.values()].map(asComplete));
  await retireMatters(
    tx.em,
    publication,
    retired.map(({ code, successorCode }) => ({ code, successorCode: successorCode ?? null })),
  );
  const from = batch.status === 'scheduled' ? 'scheduled' : 'ready';
  await takeSteps(
    tx,
    drafts.map(({ id }) => id),
    { from, action: 'publish', batchId: batch.id, note: null, byName },
  );
  const changes = countOperations(drafts);
  tx.audit({
    action: 'catalog.publish-batch',
    chain: `batch:${batch.id}`,
    target: { type: 'batch', id: batch.id },
    outcome: 'done',
    before: { status: batch.status },
    after: { number, effectiveFrom, changes },
  });
  return { number, changes };
}

/** No rule is broken, so nothing that a guide must have is missing. */
const asComplete = (content: MatterContent): MatterContent => ({
  ...content,
  guide: { ...content.guide, isComplete: true },
});

/** @throws `batch.blocked` with every breach, `request.invalid` for an empty batch */
export async function requireNoBreach(source: RuleSource, publishable: Publishable): Promise<void> {
  if (publishable.drafts.length === 0) {
    throw problem('request.invalid', {
      issues: [{ field: 'body.drafts', code: 'empty', message: '批次中还没有事项，请先列入待发布的草稿。' }],
    });
  }
  const breaches = await findBreaches(source, publishable);
  if (breaches.length > 0) throw problem('batch.blocked', { issues: issuesOf(breaches) });
}

export function countOperations(drafts: readonly Pick<SlimDraft, 'operation'>[]): Published['changes'] {
  const count = (wanted: SlimDraft['operation']): number =>
    drafts.filter(({ operation }) => operation === wanted).length;
  return { add: count('add'), change: count('change'), retire: count('retire') };
}
