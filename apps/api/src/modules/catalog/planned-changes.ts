import { civilDateAt } from '@yitang/domain/calendar';
import type { MatterContent } from '@yitang/domain/catalog';
import type { DraftOperation } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import { Batch } from './batch.entity.ts';
import { MatterDraft } from './draft/draft.entity.ts';

/** A change that stands in a batch which has not been published yet. */
export interface PlannedChange {
  readonly code: string;
  readonly name: string;
  readonly operation: DraftOperation;
  /** null: it retires its matter. */
  readonly content: MatterContent | null;
  readonly batch: { readonly id: string; readonly title: string };
  /** Civil day on which the batch is due; null: planned without a day. */
  readonly on: string | null;
}

/** What the batches that are scheduled or planned will change, by their day; those without one come last. */
export async function findPlannedChanges(em: Em, timeZone: string): Promise<PlannedChange[]> {
  const where = { status: { $in: ['planned' as const, 'scheduled' as const] } };
  const batches = await em.find(Batch, where, { disableIdentityMap: true });
  if (batches.length === 0) return [];
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  const drafts = await em.find(
    MatterDraft,
    { batchId: { $in: [...byId.keys()] } },
    { orderBy: { code: 'asc' }, disableIdentityMap: true },
  );
  const changes = drafts.flatMap(({ code, name, operation, content, batchId }): PlannedChange[] => {
    const batch = byId.get(batchId ?? '');
    if (batch === undefined) return [];
    const on = batch.effectiveAt ? civilDateAt(batch.effectiveAt, timeZone) : null;
    const { id, title } = batch;
    return [{ code, name, operation, content: operation === 'retire' ? null : content, batch: { id, title }, on }];
  });
  return changes.sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1));
}
