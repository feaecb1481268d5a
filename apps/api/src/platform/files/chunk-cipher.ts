import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { reclaimBuffers } from './reclaim-buffers.ts';

export const chunkBytes = 1024 * 1024;
/** What is written at once of a chunk. */
const pieceBytes = 256 * 1024;
const magic = Buffer.from('YTF1');
const prefixBytes = 8;
const headerBytes = magic.length + prefixBytes;
const tagBytes = 16;

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

/** @throws Error at the first chunk that is not exactly what was written. */
export async function* decryptChunks(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  fileId: string,
): AsyncGenerator<Buffer> {
  const pieces = inPieces(source, chunkBytes + tagBytes, headerBytes);
  const header = (await pieces.next()).value as Buffer | undefined;
  if (header === undefined || header.length !== headerBytes || !header.subarray(0, 4).equals(magic))
    throw new Error('not an encrypted file');
  const prefix = header.subarray(4);
  let index = 0;
  let held: Buffer | undefined;
  for await (const piece of pieces) {
    if (held !== undefined) yield openChunk(key, held, nameOf({ prefix, fileId, index: index++, isLast: false }));
    held = piece;
    reclaimBuffers(piece.length);
  }
  if (held === undefined) throw new Error('the encrypted file was cut');
  yield openChunk(key, held, nameOf({ prefix, fileId, index, isLast: true }));
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

/** The same bytes in pieces of one size (the first of another one, if given); only the last piece may be shorter. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number, firstSize = size): AsyncGenerator<Buffer> {
  let wanted = firstSize;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    let rest = part;
    while (length + rest.length >= wanted) {
      const take = wanted - length;
      yield Buffer.concat([...parts, rest.subarray(0, take)]);
      rest = rest.subarray(take);
      parts = [];
      length = 0;
      wanted = size;
    }
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(parts);
}
