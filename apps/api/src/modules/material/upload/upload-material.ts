import type { UploadedMaterialData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { casesForMaterialKey } from '../cases-for-material.ts';
import { receiveUpload } from './receive-upload.ts';

/** One file for a requirement of an own draft. */
export async function uploadMaterial(
  call: Call,
  where: { draftId: string; requirementKey: string },
): Promise<UploadedMaterialData> {
  const cases = call.deps.services.get(casesForMaterialKey);
  const requirement = await cases.getUploadRequirement(call, where.draftId, where.requirementKey);
  return receiveUpload(call, { ownerKind: 'draft', ownerId: where.draftId, requirement });
}
