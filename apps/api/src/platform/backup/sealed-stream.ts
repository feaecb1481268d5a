import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const magic = Buffer.from('YTBACKUP1\n', 'latin1');
const saltLength = 32;
const chunkLength = 1 << 20;
const tagLength = 16;

/** An archive that was changed, cut short, or made with another key; nothing of it is to be trusted. */
export class SealBroken extends Error {}

/** Every archive has a key of its own, so that a chunk's number may serve as its nonce. */
function archiveKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'yitang backup', 32));
}

/** A chunk cannot be moved, and the last one cannot be taken for one in the middle: number and end are sealed with it. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeUIntBE(index, 6, 6);
  return nonce;
}

function sealChunk(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, cipher.getAuthTag()]);
}

function openChunk(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < tagLength) throw new SealBroken('the archive ends in the middle of a chunk');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
  } catch {
    throw new SealBroken('the archive was changed or cut short, or this is not its key');
  }
}

/** Pieces of exactly `length` bytes, and a last one that is shorter (perhaps empty). */
async function* pieces(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    held.push(part);
    size += part.length;
    if (size <= length) continue;
    let all = Buffer.concat(held);
    for (; all.length > length; all = all.subarray(length)) yield { piece: all.subarray(0, length), isLast: false };
    held = [all];
    size = all.length;
  }
  yield { piece: Buffer.concat(held), isLast: true };
}

/** AES-256-GCM in chunks of 1 MiB. `key` is 32 bytes. */
export async function* seal(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const own = archiveKey(key, salt);
  yield Buffer.concat([magic, salt]);
  let index = 0;
  for await (const { piece, isLast } of pieces(source, chunkLength))
    yield sealChunk(own, nonceOf(index++, isLast), piece);
}

/**
 * The bytes that `seal` was given; each chunk is checked before it is handed on.
 * @throws SealBroken
 */
export async function* unseal(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const iterator = withoutHeader(source);
  const { value: salt } = (await iterator.next()) as { value: Buffer };
  const own = archiveKey(key, salt);
  let index = 0;
  for await (const { piece, isLast } of pieces(iterator, chunkLength + tagLength)) {
    yield openChunk(own, nonceOf(index++, isLast), piece);
  }
}

/** First the salt, then all that follows it. */
async function* withoutHeader(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const length = magic.length + saltLength;
  let head = Buffer.alloc(0);
  let isPast = false;
  for await (const part of source) {
    if (isPast) {
      yield part;
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < length) continue;
    if (!head.subarray(0, magic.length).equals(magic))
      throw new SealBroken('this file is not a backup of this program');
    isPast = true;
    yield head.subarray(magic.length, length);
    yield head.subarray(length);
  }
  if (!isPast) throw new SealBroken('this file is not a backup of this program');
}
