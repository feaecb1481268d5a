import { createCipheriv, createDecipheriv, randomBytes, type Cipheriv, type Decipheriv } from 'node:crypto';
import { freeBuffer, reclaimBuffers } from './spent-buffers.ts';

export const chunkBytes = 1024 * 1024;
/** What passes the cipher at once of a chunk. */
const pieceBytes = 64 * 1024;
/** What is given on at once of a sealed chunk. */
const givenBytes = chunkBytes / 4;
const magic = Buffer.from('YTF1');
const prefixBytes = 8;
export const headerBytes = magic.length + prefixBytes;
const tagBytes = 16;
export const sealedBytes = chunkBytes + tagBytes;

/** How large the encrypted file of so many bytes is: a truncated one is noticed before a byte is served. */
export function encryptedSize(size: number): number {
  return headerBytes + size + chunkCount(size) * tagBytes;
}

const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / chunkBytes));

/**
 * AES-256-GCM in chunks of 1 MiB. A chunk is bound to its file, its place and whether it is the last, so that flipping,
 * reordering, exchanging and cutting are all refused. What is given is good until the next is asked for.
 */
export async function* encryptChunks(
  source: AsyncIterable<Buffer>,
  key: Buffer,
  fileId: string,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([magic, prefix]);
  // One piece of memory for the whole file: of fifty at once none may leave a trail of megabytes behind.
  const memory = Buffer.allocUnsafeSlow(sealedBytes);
  let [index, filled] = [0, 0];
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      // Only what follows a full chunk tells that it was not the last.
      if (filled === chunkBytes) {
        yield* inPieces(sealChunk(key, memory, nameOf({ prefix, fileId, index: index++, isLast: false })));
        filled = 0;
      }
      const taken = part.copy(memory, filled, at, at + chunkBytes - filled);
      filled += taken;
      at += taken;
    }
    reclaimBuffers(part.length);
  }
  yield* inPieces(
    sealChunk(key, memory.subarray(0, filled + tagBytes), nameOf({ prefix, fileId, index, isLast: true })),
  );
}

function* inPieces(sealed: Buffer): Generator<Buffer> {
  for (let at = 0; at < sealed.length; at += givenBytes) yield sealed.subarray(at, at + givenBytes);
}

/** One encrypted file, and what opens it. */
export interface SealedFile {
  readonly id: string;
  /** Bytes of the content. */
  readonly size: number;
  readonly key: Uint8Array;
}

/** Fills the buffer with what follows, and answers how many bytes that are: fewer only at the end. */
export type ReadNext = (into: Buffer) => Promise<number>;

/** @throws Error at the first chunk that is not exactly what was written. */
export async function* decryptChunks(readNext: ReadNext, file: SealedFile): AsyncGenerator<Buffer> {
  const header = Buffer.alloc(headerBytes);
  const openChunk = chunkOpener(header.subarray(0, await readNext(header)), file);
  // One piece of memory for the whole file; whoever takes a chunk may keep it.
  const sealed = Buffer.allocUnsafeSlow(sealedBytes);
  for (let index = 0; index < chunkCount(file.size); index += 1) {
    yield Buffer.from(openChunk(sealed.subarray(0, await readNext(sealed)), index));
    reclaimBuffers(chunkBytes);
  }
}

/**
 * Opens chunks of a file, in any order, given its first bytes. The content stands in the memory in which the sealed
 * chunk stood: with a new piece for each, a large file leaves a trail of megabytes behind.
 */
export function chunkOpener(header: Buffer, { id, size, key }: SealedFile): (sealed: Buffer, index: number) => Buffer {
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic))
    throw new Error('not an encrypted file');
  const prefix = header.subarray(magic.length);
  return (sealed, index) => {
    const isLast = index === chunkCount(size) - 1;
    return openChunk(key, sealed, nameOf({ prefix, fileId: id, index, isLast }));
  };
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

/** In the memory in which the content stands, with room for the tag behind it. */
function sealChunk(key: Buffer, memory: Buffer, name: ChunkName): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, name.nonce).setAAD(name.context);
  passInPlace(cipher, memory.subarray(0, -tagBytes));
  cipher.final();
  cipher.getAuthTag().copy(memory, memory.length - tagBytes);
  return memory;
}

function openChunk(key: Uint8Array, sealed: Buffer, name: ChunkName): Buffer {
  if (sealed.length < tagBytes) throw new Error('the encrypted file was cut');
  const decipher = createDecipheriv('aes-256-gcm', key, name.nonce, { authTagLength: tagBytes });
  decipher.setAAD(name.context).setAuthTag(sealed.subarray(-tagBytes));
  const body = sealed.subarray(0, -tagBytes);
  passInPlace(decipher, body);
  decipher.final();
  return body;
}

/** A cipher gives each piece a buffer of its own, which would pile up if it were left to the engine. */
function passInPlace(cipher: Cipheriv | Decipheriv, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = cipher.update(bytes.subarray(at, at + pieceBytes));
    piece.copy(bytes, at);
    freeBuffer(piece);
  }
}
