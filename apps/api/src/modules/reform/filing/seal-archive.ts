import { createHash } from 'node:crypto';
import type { FilingSnapshot } from '@yitang/domain/filing';
import { snapshotText } from '@yitang/domain/filing';
import { writeArchive, type ArchiveFile } from '../../../platform/archive/index.ts';
import type { SigningKey } from '../../../platform/crypto/index.ts';
import { partTitles } from './papers/paper-words.ts';
import { readmeText } from './readme-text.ts';

export interface SealedPaper extends ArchiveFile {
  readonly title: string;
}

export interface Seal {
  readonly number: string;
  /** Civil day. */
  readonly frozenOn: string;
  readonly key: SigningKey;
  /** Where the public key can be had. */
  readonly keyUrl: string;
}

/**
 * The package as it is sent: papers, snapshot, manifest and README; SHA256SUMS over all of them, as `sha256sum -c` reads
 * it; and an Ed25519 signature over SHA256SUMS. The same to the byte for the same snapshot, papers and seal.
 */
export function sealArchive(snapshot: FilingSnapshot, made: readonly SealedPaper[], seal: Seal): Buffer {
  const text = snapshotText(snapshot);
  const papers = [...made].sort(byPath);
  const contents: SealedPaper[] = [
    ...papers,
    { path: 'snapshot.json', title: '数据快照', bytes: Buffer.from(text) },
    { path: 'public.pem', title: '签名公钥', bytes: Buffer.from(seal.key.publicPem) },
    { path: 'README.txt', title: '核验说明', bytes: Buffer.from(readmeText(snapshot, papers, seal)) },
  ].sort(byPath);
  const manifest = { path: 'manifest.json', bytes: Buffer.from(manifestText(snapshot, contents, seal)) };
  const listed: ArchiveFile[] = [...contents, manifest].sort(byPath);
  const sums = Buffer.from(listed.map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`).join(''));
  return writeArchive([
    ...listed.map(({ path, bytes }) => ({ path, bytes })),
    { path: 'SHA256SUMS', bytes: sums },
    { path: 'SHA256SUMS.sig', bytes: seal.key.sign(sums) },
  ]);
}

const byPath = (a: ArchiveFile, b: ArchiveFile): number => (a.path < b.path ? -1 : 1);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function manifestText(snapshot: FilingSnapshot, contents: readonly SealedPaper[], seal: Seal): string {
  const { university, asOf, assembledAt, version, replaces, isDemo, format, set } = snapshot;
  const manifest = {
    format,
    number: seal.number,
    university,
    isDemo,
    asOf,
    assembledAt,
    frozenOn: seal.frozenOn,
    version,
    replaces,
    frequencySet: set?.number ?? null,
    snapshotSha256: sha256(Buffer.from(snapshotText(snapshot))),
    signature: { algorithm: 'Ed25519', over: 'SHA256SUMS', keyId: seal.key.id, keyUrl: seal.keyUrl },
    parts: partTitles,
    files: contents.map(({ path, title, bytes }) => ({ path, title, size: bytes.length, sha256: sha256(bytes) })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
