import type { UploadedMaterialData } from '@yitang/contract';
import type { MaterialRow } from './list-materials.ts';

export function presentMaterial({
  id,
  requirementKey,
  name,
  size,
  type,
  sha256,
  state,
}: MaterialRow): UploadedMaterialData {
  return { id, requirementKey, name, size, type, sha256, state };
}
