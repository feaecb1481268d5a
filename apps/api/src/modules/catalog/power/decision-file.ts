import type { Call } from '../../../platform/endpoint/index.ts';
import type { FileAnswer } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { listMaterialsOf, openMaterial, receiveUpload } from '../../material/index.ts';
import { requireDecision } from './list-powers.ts';

const requirement = {
  key: 'document',
  accepts: ['pdf', 'jpg', 'png'],
  maxBytes: 20 * 1024 * 1024,
  maxFiles: 1,
} as const;

/** Keeps the document of a decision, inspected as every upload. @throws `material.…` */
export async function attachDecisionFile(call: Call, id: string): Promise<{ id: string; name: string }> {
  await requireDecision(call, id);
  const file = await receiveUpload(call, { ownerKind: 'power', ownerId: id, requirement });
  return { id: file.id, name: file.name };
}

/** For the reform office and for the departments whose entries it is about. */
export async function readDecisionFile(call: Call, id: string): Promise<FileAnswer> {
  await requireDecision(call, id);
  const file = (await listMaterialsOf(call.em, 'power', [id])).get(id)?.at(-1);
  if (file === undefined) throw problem('record.not-found');
  return openMaterial(call, file.id);
}
