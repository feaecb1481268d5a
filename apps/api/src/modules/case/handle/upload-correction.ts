import type { UploadedMaterialData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { receiveUpload } from '../../material/index.ts';
import { openCorrectionOf } from '../record/load-case.ts';
import { requireOwnCase } from '../view/get-my-case.ts';

/** A file for something on the open list of corrections; it counts once the list is given back. */
export async function uploadCorrection(
  call: Call,
  { caseId, requirementKey }: { caseId: string; requirementKey: string },
): Promise<UploadedMaterialData> {
  const loaded = await requireOwnCase(call.em, call.deps, { caseId, personId: call.principal.personId });
  const open = openCorrectionOf(loaded.corrections);
  if (open === undefined) throw problem('case.not-allowed');
  const isListed = open.items.some(({ kind, field }) => kind === 'material' && field === requirementKey);
  const requirement = loaded.matter.guide.materials.find(({ key }) => key === requirementKey);
  if (!isListed || requirement === undefined) throw problem('record.not-found');
  return receiveUpload(call, { ownerKind: 'case', ownerId: caseId, round: open.round, requirement });
}
