import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readArchive, textOfFile, type ArchiveFile } from '../../../platform/archive/index.ts';
import { keyIdOf } from '../../../platform/crypto/index.ts';

export interface ArchiveReport {
  /** What is wrong, in sentences; empty: all is as it was sealed. */
  readonly faults: readonly string[];
  /** Files whose hash is right. */
  readonly good: number;
  readonly keyId: string | null;
  /** The key was the one in the package itself: that shows no more than that nobody changed the package by accident. */
  readonly isOwnKey: boolean;
}

const [sumsName, signatureName, keyName] = ['SHA256SUMS', 'SHA256SUMS.sig', 'public.pem'];
/** Of all papers of the largest catalog, unpacked. */
const maxBytes = 1024 * 1024 * 1024;

/**
 * Checks a sealed package without the application that made it: every file against SHA256SUMS, no file beside it, and the
 * Ed25519 signature over SHA256SUMS.
 * @param pem the university's public key, from its site; without it the key in the package is used
 */
export function verifyArchive(bytes: Uint8Array, pem?: string): ArchiveReport {
  const none = { good: 0, keyId: null, isOwnKey: pem === undefined };
  let files: Map<string, ArchiveFile>;
  try {
    files = new Map(readArchive(bytes, { maxBytes }).map((file) => [file.path, file]));
  } catch (error) {
    return {
      ...none,
      faults: [`不是可以读取的 ZIP 文件（${error instanceof Error ? error.message : String(error)}）`],
    };
  }
  const sums = files.get(sumsName);
  if (sums === undefined) return { ...none, faults: [`缺少 ${sumsName}`] };
  const listed = readSums(textOfFile(sums));
  if (listed === undefined) return { ...none, faults: [`${sumsName} 的格式不对`] };
  const hashes = checkHashes(files, listed);
  const { key, fault } = findKey(files, pem);
  const signed = key === undefined ? [fault] : checkSignature(files, sums, key);
  return {
    faults: [...hashes.faults, ...signed],
    good: hashes.good,
    keyId: key === undefined ? null : keyIdOf(key),
    isOwnKey: pem === undefined,
  };
}

/** Name by hash, as `sha256sum` writes them; undefined where a line is none. */
function readSums(text: string): Map<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  if (lines.length === 0 || parsed.includes(null)) return undefined;
  return new Map(parsed.map((found) => [found?.[2] ?? '', found?.[1] ?? '']));
}

function checkHashes(
  files: ReadonlyMap<string, ArchiveFile>,
  listed: ReadonlyMap<string, string>,
): { faults: string[]; good: number } {
  const faults: string[] = [];
  for (const [path, hash] of listed) {
    const file = files.get(path);
    if (file === undefined) faults.push(`缺少文件 ${path}`);
    else if (createHash('sha256').update(file.bytes).digest('hex') !== hash) faults.push(`文件被改动 ${path}`);
  }
  const good = listed.size - faults.length;
  for (const path of files.keys())
    if (!listed.has(path) && path !== sumsName && path !== signatureName) faults.push(`多出文件 ${path}`);
  return { faults, good };
}

type FoundKey = { readonly key: KeyObject; readonly fault: '' } | { readonly key: undefined; readonly fault: string };

function findKey(files: ReadonlyMap<string, ArchiveFile>, pem: string | undefined): FoundKey {
  const own = files.get(keyName);
  const text = pem ?? (own && textOfFile(own));
  if (text === undefined) return { key: undefined, fault: `缺少 ${keyName}，也没有指定公钥` };
  try {
    return { key: createPublicKey(text), fault: '' };
  } catch {
    return { key: undefined, fault: '公钥不能读取' };
  }
}

function checkSignature(files: ReadonlyMap<string, ArchiveFile>, sums: ArchiveFile, key: KeyObject): string[] {
  const signature = files.get(signatureName);
  if (signature === undefined) return [`缺少签名 ${signatureName}`];
  if (key.asymmetricKeyType !== 'ed25519') return ['公钥不是 Ed25519 公钥'];
  return verify(null, sums.bytes, key, signature.bytes) ? [] : ['签名不符：校验值不是用这个公钥对应的私钥签署的'];
}
