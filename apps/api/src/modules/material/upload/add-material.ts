import type { UploadType } from '@yitang/domain/catalog';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { BlobRef, BlobStore } from '../../../platform/files/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Material, type MaterialOwner } from '../material.entity.ts';
import type { MaterialRow } from '../list-materials.ts';

/** What one person may store, in drafts and running cases together. */
export const personQuota = { bytes: 500 * 1024 * 1024, files: 1_000 };

export interface UploadTarget {
  readonly ownerKind: MaterialOwner;
  readonly ownerId: string;
  /** 0: with the application; n: in answer to the n-th list of corrections. */
  readonly round?: number;
  readonly requirement: {
    readonly key: string;
    readonly accepts: readonly UploadType[];
    readonly maxBytes: number;
    readonly maxFiles: number;
  };
}

export interface NewMaterial {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly type: UploadType;
  readonly blob: BlobRef;
  readonly state: 'clean' | 'waiting';
}

/** Before the first byte is read. @throws ProblemError `material.too-many`, `material.quota` */
export async function requireRoom(em: Em, target: UploadTarget, personId: string): Promise<void> {
  await freePlace(em, target);
  const [used] = await em.execute<{ files: number; bytes: number | string | null }[]>(
    'select count(*) as files, sum(size) as bytes from materials where person_id = ? and blob_id is not null',
    [personId],
  );
  const isFull =
    Number(used?.files ?? 0) >= personQuota.files ||
    Number(used?.bytes ?? 0) + target.requirement.maxBytes > personQuota.bytes;
  if (isFull) throw problem('material.quota');
}

async function freePlace(em: Em, { ownerKind, ownerId, round = 0, requirement }: UploadTarget): Promise<number> {
  const rows = await em.execute<{ place: number }[]>(
    'select place from materials where owner_kind = ? and owner_id = ? and requirement_key = ? and round = ? and place is not null',
    [ownerKind, ownerId, requirement.key, round],
  );
  const taken = new Set(rows.map(({ place }) => Number(place)));
  for (let place = 0; place < requirement.maxFiles; place += 1) if (!taken.has(place)) return place;
  throw problem('material.too-many');
}

/** Part of a command: the row, its place, its audit entry; the blob is kept from now on. */
export async function addMaterial(
  tx: Tx,
  blobs: BlobStore,
  { target, material }: { target: UploadTarget; material: NewMaterial },
): Promise<MaterialRow> {
  const { ownerKind, ownerId, round = 0, requirement } = target;
  const { id, personId, name, type, blob, state } = material;
  const place = await freePlace(tx.em, target);
  const file = { name, type, size: blob.size, sha256: blob.sha256, state, requirementKey: requirement.key };
  await tx.em.insert(Material, {
    id,
    ownerKind,
    ownerId,
    personId,
    round,
    place,
    ...file,
    blobId: blob.id,
    createdAt: tx.now,
  });
  await blobs.keep(tx.em, blob.id);
  tx.audit({
    action: 'material.upload',
    chain: `${ownerKind}:${ownerId}`,
    target: { type: 'material', id },
    outcome: 'done',
    after: { requirement: requirement.key, type, size: blob.size, sha256: blob.sha256, state },
    personal: { personId, values: { name } },
  });
  return { id, round, ...file };
}
