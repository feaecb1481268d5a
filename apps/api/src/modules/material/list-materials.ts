import type { UploadType } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { Material } from './material.entity.ts';

/** A file that its owner has: clean, or waiting for the scanner. */
export interface MaterialRow {
  readonly id: string;
  readonly requirementKey: string;
  /** 0: with the application; n: in answer to the n-th list of corrections. */
  readonly round: number;
  readonly name: string;
  readonly size: number;
  readonly type: UploadType;
  readonly sha256: string;
  readonly state: 'clean' | 'waiting';
}

/** The files of a draft or a case, oldest first. */
export async function listMaterials(em: Em, ownerKind: 'draft' | 'case', ownerId: string): Promise<MaterialRow[]> {
  const rows = await em.find(
    Material,
    { ownerKind, ownerId, state: { $in: ['clean', 'waiting'] } },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(({ id, requirementKey, round, name, size, type, sha256, state }) => ({
    id,
    requirementKey,
    round,
    name,
    size,
    type,
    sha256,
    state: state === 'clean' ? 'clean' : 'waiting',
  }));
}
