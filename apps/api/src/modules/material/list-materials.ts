import type { UploadType } from '@yitang/domain/catalog';
import type { Em } from '../../database/index.ts';
import { Material, type MaterialOwner } from './material.entity.ts';

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
export async function listMaterials(em: Em, ownerKind: MaterialOwner, ownerId: string): Promise<MaterialRow[]> {
  return (await listMaterialsOf(em, ownerKind, [ownerId])).get(ownerId) ?? [];
}

/** The files of several owners of one kind, oldest first; an owner without files is absent. */
export async function listMaterialsOf(
  em: Em,
  ownerKind: MaterialOwner,
  ownerIds: readonly string[],
): Promise<Map<string, MaterialRow[]>> {
  if (ownerIds.length === 0) return new Map();
  const rows = await em.find(
    Material,
    { ownerKind, ownerId: { $in: [...ownerIds] }, state: { $in: ['clean', 'waiting'] } },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
  const byOwner = Map.groupBy(rows, ({ ownerId }) => ownerId);
  return new Map([...byOwner].map(([ownerId, files]) => [ownerId, files.map(rowOf)]));
}

function rowOf({ id, requirementKey, round, name, size, type, sha256, state }: Material): MaterialRow {
  return { id, requirementKey, round, name, size, type, sha256, state: state === 'clean' ? 'clean' : 'waiting' };
}
