import { createCipheriv, createHash } from 'node:crypto';

/**
 * A workbook with a password to open it, as Excel saves one: no ZIP file but a compound file (MS-CFB) with two streams,
 * encrypted as MS-OFFCRYPTO 2.3.4.5 says (standard encryption: AES-128, SHA-1).
 */
export function lockWorkbook(workbook: Uint8Array, password: string): Buffer {
  const key = keyOf(password);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(workbook.length));
  return compoundFile({
    encryptionInfo: describeEncryption(key),
    encryptedPackage: Buffer.concat([size, encrypt(key, workbook)]),
  });
}

const salt = Buffer.from('yitang-test-salt');
const spins = 50_000;
const sha1 = (...parts: Uint8Array[]): Buffer => createHash('sha1').update(Buffer.concat(parts)).digest();
const words = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const name16 = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');

function keyOf(password: string): Buffer {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let turn = 0; turn < spins; turn += 1) hash = sha1(words(turn), hash);
  const last = sha1(hash, words(0));
  const mixed = (filling: number): Buffer => sha1(Buffer.alloc(64, filling).map((byte, at) => byte ^ (last[at] ?? 0)));
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, 16);
}

function encrypt(key: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded(plain, 16)), cipher.final()]);
}

/** The stream that says how it was encrypted, and lets a program try a password. */
function describeEncryption(key: Buffer): Buffer {
  const [aesByCryptoApi, aes128, sha1Id, aesProvider] = [0x24, 0x660e, 0x8004, 0x18];
  const provider = name16('Microsoft Enhanced RSA and AES Cryptographic Provider');
  const header = Buffer.concat([words(aesByCryptoApi, 0, aes128, sha1Id, 128, aesProvider, 0, 0), provider]);
  const verifier = Buffer.from('a test verifies!');
  const proof = [words(salt.length), salt, encrypt(key, verifier), words(20), encrypt(key, sha1(verifier))];
  const version = Buffer.from([3, 0, 2, 0]);
  return Buffer.concat([version, words(aesByCryptoApi, header.length), header, ...proof]);
}

const sector = 512;
const miniSector = 64;
const [endOfChain, fatSector, free] = [0xfffffffe, 0xfffffffd, 0xffffffff];

const padded = (bytes: Uint8Array, unit: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
const table = (entries: readonly number[]): Buffer =>
  words(...entries, ...Array.from({ length: (128 - (entries.length % 128)) % 128 }, () => free));
/** Sectors from `first` on, each naming the next. */
const chain = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index + 1 < count ? first + index + 1 : endOfChain));

/** Sector 0 is the allocation table, 1 the directory, 2 the table of small sectors; then what is small, then the package. */
function compoundFile({
  encryptionInfo,
  encryptedPackage,
}: Record<'encryptionInfo' | 'encryptedPackage', Buffer>): Buffer {
  if (encryptionInfo.length >= 4_096 || encryptedPackage.length < 4_096)
    throw new Error('not of the sizes written here');
  const small = padded(padded(encryptionInfo, miniSector), sector);
  const large = padded(encryptedPackage, sector);
  const [smallAt, smallCount] = [3, small.length / sector];
  const [largeAt, largeCount] = [smallAt + smallCount, large.length / sector];
  const fat = [fatSector, endOfChain, endOfChain, ...chain(smallAt, smallCount), ...chain(largeAt, largeCount)];
  if (fat.length > 128) throw new Error('one sector of the allocation table holds 128 sectors');
  const miniCount = Math.ceil(encryptionInfo.length / miniSector);
  const directory = Buffer.concat([
    entry({ name: 'Root Entry', type: 5, child: 1, at: smallAt, size: miniCount * miniSector }),
    // Shorter names come first: the tree has the package at its root and the description on its left.
    entry({ name: 'EncryptedPackage', type: 2, left: 2, at: largeAt, size: encryptedPackage.length }),
    entry({ name: 'EncryptionInfo', type: 2, at: 0, size: encryptionInfo.length }),
    entry({ name: '', type: 0, at: 0, size: 0 }),
  ]);
  return Buffer.concat([fileHeader(), table(fat), directory, table(chain(0, miniCount)), small, large]);
}

function fileHeader(): Buffer {
  const header = Buffer.alloc(sector, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  const [tables, directoryAt, smallLimit, miniTableAt] = [1, 1, 4_096, 2];
  words(tables, directoryAt, 0, smallLimit, miniTableAt, 1, endOfChain, 0, 0).copy(header, 44);
  return header;
}

interface Entry {
  readonly name: string;
  /** 0 unused, 2 stream, 5 root. */
  readonly type: number;
  readonly left?: number;
  readonly child?: number;
  readonly at: number;
  readonly size: number;
}

function entry({ name, type, left = free, child = free, at, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  const written = name === '' ? Buffer.alloc(0) : name16(name);
  written.copy(bytes);
  bytes.writeUInt16LE(written.length, 64);
  bytes.set([type, 1], 66);
  words(left, free, child).copy(bytes, 68);
  words(at, size).copy(bytes, 116);
  return bytes;
}
