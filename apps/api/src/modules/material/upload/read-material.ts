import type { UploadType } from '@yitang/domain/catalog';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { casesForMaterialKey } from '../cases-for-material.ts';
import { Material } from '../material.entity.ts';

export const mediaTypes: Readonly<Record<UploadType, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/**
 * An uploaded file, for its owner and for who handles the case; every read is recorded.
 * @throws ProblemError `record.not-found`, `material.scan-unavailable` while no scanner has looked at it
 */
export async function readMaterial(call: Call, id: string): Promise<FileAnswer> {
  const material = await requireMaterial(call, id);
  const { ownerKind, ownerId, personId } = material;
  // The document of a decision is read through the decision.
  if (ownerKind === 'power') throw problem('record.not-found');
  const cases = call.deps.services.get(casesForMaterialKey);
  await cases.requireMaterialReader(call, { kind: ownerKind, id: ownerId, personId });
  return answerWith(call, material);
}

/** The same for whoever has asked already whether the caller may. */
export async function openMaterial(call: Call, id: string): Promise<FileAnswer> {
  return answerWith(call, await requireMaterial(call, id));
}

async function requireMaterial(call: Call, id: string): Promise<Material> {
  const material = await call.em.findOne(Material, { id }, { disableIdentityMap: true });
  if (material === null) throw problem('record.not-found');
  return material;
}

async function answerWith(call: Call, { id, state, blobId, name, type, size }: Material): Promise<FileAnswer> {
  if (state === 'waiting') throw problem('material.scan-unavailable', { retryAfter: 60 });
  if (state === 'unsafe' || typeof blobId !== 'string') throw problem('record.not-found');
  await call.deps.audit.read(call, { action: 'material.read', target: { type: 'material', id } });
  return new FileAnswer({
    content: await call.deps.blobs.open(blobId),
    mediaType: mediaTypes[type],
    fileName: name,
    size,
  });
}
