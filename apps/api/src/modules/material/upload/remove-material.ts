import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { casesForMaterialKey } from '../cases-for-material.ts';
import { Material } from '../material.entity.ts';

/** Takes a file out of an own draft; its key is destroyed with the row. */
export async function removeMaterial(call: Call, draftId: string, id: string): Promise<void> {
  await call.deps.services.get(casesForMaterialKey).requireOwnDraft(call, draftId);
  await call.deps.runCommand(call, { name: 'material.remove' }, async (tx) => {
    const material = await tx.em.findOne(
      Material,
      { id, ownerKind: 'draft', ownerId: draftId },
      { disableIdentityMap: true },
    );
    if (material === null) throw problem('record.not-found');
    const removed = await tx.em.nativeDelete(Material, { id, ownerKind: 'draft', ownerId: draftId });
    if (removed === 0) throw problem('record.not-found');
    if (typeof material.blobId === 'string') await call.deps.blobs.remove(material.blobId, tx.em);
    tx.audit({
      action: 'material.remove',
      chain: `draft:${draftId}`,
      target: { type: 'material', id },
      outcome: 'done',
      before: { requirement: material.requirementKey, sha256: material.sha256 },
    });
  });
}
