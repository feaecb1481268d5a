import type { MatterContent } from '@yitang/domain/catalog';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { mayIn } from './draft-access.ts';
import { MatterDraft } from './draft.entity.ts';

/** @throws `record.not-found` also for a draft that the caller may not know of */
export async function requireDraft(call: Call, em: Em, id: string): Promise<MatterDraft> {
  const draft = await em.findOne(MatterDraft, { id }, { disableIdentityMap: true });
  if (draft === null || !mayIn(call, 'catalog.read-drafts', draft.departmentId)) throw problem('record.not-found');
  return draft;
}

/** What a draft holds, for whoever may know of it. */
export async function getDraftContent(call: Call, em: Em, id: string): Promise<MatterContent> {
  return (await requireDraft(call, em, id)).content;
}
