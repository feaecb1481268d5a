import type { BatchRowData } from '@yitang/contract';
import type { Batch } from '../batch.entity.ts';
import { noChanges } from './count-changes.ts';

export function presentBatchRow(batch: Batch, changes: ReadonlyMap<string, BatchRowData['changes']>): BatchRowData {
  return {
    id: batch.id,
    number: batch.number ?? null,
    title: batch.title,
    note: batch.note ?? null,
    status: batch.status,
    changes: changes.get(batch.id) ?? noChanges,
    effectiveAt: batch.effectiveAt?.toISOString() ?? null,
    publishedAt: batch.publishedAt?.toISOString() ?? null,
    createdAt: batch.createdAt.toISOString(),
    createdBy: batch.createdBy,
  };
}
