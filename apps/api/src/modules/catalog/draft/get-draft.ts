import type { MatterDraftData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { MatterDraftStep } from './draft.entity.ts';
import { presentDraft } from './draft.presenter.ts';
import { requireDraft } from './find-draft.ts';

/** A draft with what has been done to it, oldest first. */
export async function getDraft(call: Call, id: string): Promise<MatterDraftData> {
  const draft = await requireDraft(call, call.em, id);
  const steps = await call.em.find(
    MatterDraftStep,
    { draftId: id },
    { orderBy: { at: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  return presentDraft(call, draft, steps);
}
