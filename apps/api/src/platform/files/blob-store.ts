import type { Readable } from 'node:stream';
import type { Em } from '../../database/index.ts';
import type { LentFile } from '../encrypted-file/index.ts';

export interface BlobRef {
  readonly id: string;
  /** Bytes of the content. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

export interface BlobMeta {
  readonly mediaType: string;
  /** Refuse the content as soon as it is longer: `put` throws `BlobTooLarge`. */
  readonly maxBytes?: number;
}

/**
 * Content by id, encrypted at rest. Storing and referring are two steps: `put` (outside a transaction) stores, and the
 * command that writes the row which refers to it calls `keep` in its transaction. What nobody keeps is swept.
 */
export interface BlobStore {
  put(content: Readable | AsyncIterable<Buffer> | Buffer, meta: BlobMeta): Promise<BlobRef>;
  /** @throws BlobMissing when it was swept meanwhile. */
  keep(em: Em, id: string): Promise<void>;
  /** @throws BlobMissing */
  find(id: string, em?: Em): Promise<BlobRef>;
  /** The content as a stream that fails where the file is not what was written. @throws BlobMissing, BlobDamaged */
  open(id: string, em?: Em): Promise<Readable>;
  /** The content for a thread that reads it by ranges, with `openLentFile`. @throws BlobMissing, BlobDamaged */
  lend(id: string, em?: Em): Promise<LentFile>;
  /** The whole content; for small files. */
  read(id: string, em?: Em): Promise<Buffer>;
  /** Destroys the file's key; with `em` as part of a transaction, and the file itself is swept later. */
  remove(id: string, em?: Em): Promise<void>;
  /** Removes what nobody kept and files that no row knows, when older than a day; returns how many. */
  sweep(): Promise<number>;
}

export class BlobMissing extends Error {
  override name = 'BlobMissing';
}
export class BlobDamaged extends Error {
  override name = 'BlobDamaged';
}
export class BlobTooLarge extends Error {
  override name = 'BlobTooLarge';
}
