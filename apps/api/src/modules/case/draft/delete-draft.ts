import { removeMaterials } from '../../material/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { CaseDraft } from '../draft.entity.ts';
import { requireOwnDraft } from './draft-context.ts';

/** Throws an own draft away with its files. What was submitted at the same moment keeps its own. */
export async function deleteDraft(call: Call, draftId: string): Promise<void> {
  await call.deps.runCommand(call, { name: 'draft.delete' }, async (tx) => {
    const asker = { principal: tx.principal, deps: call.deps, now: tx.now };
    const draft = await requireOwnDraft(tx.em, asker, draftId);
    await tx.em.nativeDelete(CaseDraft, { id: draft.id });
    const files = await removeMaterials(tx, 'draft', draftId);
    tx.audit({
      action: 'draft.delete',
      chain: `draft:${draftId}`,
      target: { type: 'draft', id: draftId },
      outcome: 'done',
      before: { matter: draft.matterCode, version: draft.version, files },
    });
  });
}
