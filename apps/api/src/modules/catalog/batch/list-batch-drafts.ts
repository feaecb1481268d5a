import type { BatchDraftData, DraftRowData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { changedFields } from '../changed-fields.ts';
import { contentOf } from '../draft/create-draft.ts';
import { departmentsInReach } from '../draft/draft-access.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { draftRowFields, presentDraftRow, type DraftRowSource } from '../draft/draft.presenter.ts';
import { requireBatch } from './find-batch.ts';

interface PageQuery {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The drafts of a batch by code, each with the fields in which it differs from what is published. */
export async function listBatchDrafts(
  call: Call,
  id: string,
  { after, limit }: PageQuery,
): Promise<{ items: BatchDraftData[]; next?: string }> {
  await requireBatch(call.em, id);
  const rows = await call.em.find(
    MatterDraft,
    { batchId: id, ...(after === undefined ? {} : { code: { $gt: after } }) },
    { orderBy: { code: 'asc' }, limit: limit + 1, disableIdentityMap: true },
  );
  return pageOf(rows, limit, (draft) => ({
    ...presentDraftRow(call, draft),
    baseVersion: draft.baseVersion ?? null,
    successorCode: draft.successorCode ?? null,
    changedFields: changesOf(call, draft),
  }));
}

function changesOf(call: Call, { operation, status, code, content }: MatterDraft): BatchDraftData['changedFields'] {
  const published = call.deps.services.get(catalogKey).current().find(code);
  // Once published, it no longer differs from itself.
  if (operation !== 'change' || status === 'published' || published === undefined) return [];
  return changedFields(contentOf(published), content);
}

/** Drafts that are ready and in no batch, within the caller's reach, by code. */
export async function listBatchCandidates(
  call: Call,
  id: string,
  { after, limit, q }: PageQuery & { readonly q?: string | undefined },
): Promise<{ items: DraftRowData[]; next?: string }> {
  await requireBatch(call.em, id);
  const reach = departmentsInReach(call);
  const wanted = q?.trim().replaceAll(/[\\%_]/g, '') ?? '';
  const rows: DraftRowSource[] = await call.em.find(
    MatterDraft,
    {
      status: 'ready',
      batchId: null,
      ...(reach === undefined ? {} : { departmentId: { $in: [...reach] } }),
      ...(wanted === '' ? {} : { name: { $like: `%${wanted}%` } }),
      ...(after === undefined ? {} : { code: { $gt: after } }),
    },
    {
      fields: draftRowFields,
      orderBy: { code: 'asc' },
      limit: limit + 1,
      disableIdentityMap: true,
    },
  );
  return pageOf(rows, limit, (draft) => presentDraftRow(call, draft));
}

function pageOf<Row extends { readonly code: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(present), ...(rows.length > limit && last !== undefined ? { next: last.code } : {}) };
}
