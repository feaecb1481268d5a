import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { reclaimBuffers } from './reclaim-buffers.ts';

export const chunkBytes = 1024 * 1024;
/** What is written at once of a chunk. */
const pieceBytes = 256 * 1024;
const magic = Buffer.from('YTF1');
const prefixBytes = 8;
const headerBytes = magic.length + prefixBytes;
const tagBytes = 16;
const sealedBytes = chunkBytes + tagBytes;

/** How large the encrypted file of so many bytes is: a truncated one is noticed before a byte is served. */
export function encryptedSize(size: number): number {
  return headerBytes + size + Math.max(1, Math.ceil(size / chunkBytes)) * tagBytes;
}

/**
 * AES-256-GCM in chunks of 1 MiB. A chunk is bound to its file, its place and whether it is the last, so that flipping,
 * reordering, exchanging and cutting are all refused.
 */
export async function* encryptChunks(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  fileId: string,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([magic, prefix]);
  // One piece of memory for the whole file: of fifty at once none may leave a trail of megabytes behind.
  const plain = Buffer.allocUnsafeSlow(chunkBytes);
  let [index, filled] = [0, 0];
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      // Only what follows a full chunk tells that it was not the last.
      if (filled === chunkBytes) {
        yield* sealChunk(key, plain, nameOf({ prefix, fileId, index: index++, isLast: false }));
        reclaimBuffers(filled);
        filled = 0;
      }
      const taken = part.copy(plain, filled, at);
      filled += taken;
      at += taken;
    }
  }
  yield* sealChunk(key, plain.subarray(0, filled), nameOf({ prefix, fileId, index, isLast: true }));
}

/** Fills the buffer with what follows, and answers how many bytes that are: fewer only at the end. */
export type ReadNext = (into: Buffer) => Promise<number>;

/** @throws Error at the first chunk that is not exactly what was written. */
export async function* decryptChunks(readNext: ReadNext, key: Buffer, fileId: string): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(headerBytes);
  if ((await readNext(header)) < headerBytes || !header.subarray(0, magic.length).equals(magic))
    throw new Error('not an encrypted file');
  const prefix = header.subarray(magic.length);
  // Two pieces of memory for the whole file, in turn: only what follows a chunk tells that it was not the last.
  let [sealed, next] = [Buffer.allocUnsafeSlow(sealedBytes), Buffer.allocUnsafeSlow(sealedBytes)];
  let length = await readNext(sealed);
  if (length === 0) throw new Error('the encrypted file was cut');
  for (let index = 0; length > 0; index += 1) {
    const following = await readNext(next);
    const name = nameOf({ prefix, fileId, index, isLast: following === 0 });
    yield openChunk(key, sealed.subarray(0, length), name);
    reclaimBuffers(length);
    [sealed, next] = [next, sealed];
    length = following;
  }
}

interface ChunkName {
  readonly nonce: Buffer;
  readonly context: Buffer;
}

function nameOf(chunk: { prefix: Buffer; fileId: string; index: number; isLast: boolean }): ChunkName {
  const { prefix, fileId, index, isLast } = chunk;
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, prefixBytes);
  return { nonce, context: Buffer.from(`${fileId}/${index}/${isLast ? 'last' : 'more'}`) };
}

function* sealChunk(key: Buffer, plain: Buffer, name: ChunkName): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', key, name.nonce).setAAD(name.context);
  for (let at = 0; at < plain.length; at += pieceBytes) yield cipher.update(plain.subarray(at, at + pieceBytes));
  cipher.final();
  yield cipher.getAuthTag();
}

function openChunk(key: Buffer, sealed: Buffer, name: ChunkName): Buffer {
  if (sealed.length < tagBytes) throw new Error('the encrypted file was cut');
  const decipher = createDecipheriv('aes-256-gcm', key, name.nonce, { authTagLength: tagBytes });
  decipher.setAAD(name.context).setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(0, -tagBytes));
  decipher.final();
  return plain;
}
