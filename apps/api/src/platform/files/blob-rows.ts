import { randomBytes } from 'node:crypto';
import type { Em } from '../../database/index.ts';
import { openBytes, sealBytes, type KeyRing } from '../crypto/index.ts';
import { BlobMissing, type BlobRef } from './blob-store.ts';

/** What the database knows of one file. */
export interface BlobRow extends BlobRef {
  readonly wrappedKey: string;
  readonly keyId: string;
}

interface RawRow {
  id: string;
  size: number;
  sha256: string;
  media_type: string;
  wrapped_key: string;
  key_id: string;
}

const columns = 'id, size, sha256, media_type, wrapped_key, key_id';
const fromRaw = (raw: RawRow): BlobRow => ({
  id: raw.id,
  size: Number(raw.size),
  sha256: raw.sha256,
  mediaType: raw.media_type,
  wrappedKey: raw.wrapped_key,
  keyId: raw.key_id,
});

export async function getBlobRow(em: Em, id: string): Promise<BlobRow> {
  const [raw] = await em.execute<RawRow[]>(`select ${columns} from blobs where id = ?`, [id]);
  if (raw === undefined) throw new BlobMissing('no such file');
  return fromRaw(raw);
}

export async function insertBlobRow(em: Em, row: BlobRow, now: Date): Promise<void> {
  await em.execute(
    `insert into blobs (${columns}, is_kept, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [row.id, row.size, row.sha256, row.mediaType, row.wrappedKey, row.keyId, false, now],
    'run',
  );
}

/** A new random key for one file, plain and wrapped. */
export function newFileKey(keyRing: KeyRing, id: string): { key: Buffer; wrappedKey: string; keyId: string } {
  const key = randomBytes(32);
  return { key, wrappedKey: wrap(keyRing, key, id), keyId: keyRing.currentId };
}

export function unwrapFileKey(keyRing: KeyRing, row: Pick<BlobRow, 'id' | 'wrappedKey' | 'keyId'>): Buffer {
  return openBytes(keyRing.derive(row.keyId, 'file'), Buffer.from(row.wrappedKey, 'base64url'), row.id);
}

function wrap(keyRing: KeyRing, key: Buffer, id: string): string {
  return sealBytes(keyRing.derive(keyRing.currentId, 'file'), key, id).toString('base64url');
}
