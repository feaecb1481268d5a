import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filingSnapshot } from '../../../../../../tests/support/filing-snapshot.ts';
import { readArchive, textOfFile, writeArchive, type ArchiveFile } from '../../../platform/archive/index.ts';
import { signingKeyFor } from '../../../platform/crypto/index.ts';
import { sealArchive } from './seal-archive.ts';
import { verifyArchive } from './verify-archive.ts';

const siteKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const pem = siteKey();
const key = signingKeyFor(pem, 'filing');
const papers = [
  { path: '00-cover.pdf', title: '备案说明', bytes: Buffer.from('cover') },
  { path: '02-catalog.xlsx', title: '校务服务事项目录', bytes: Buffer.from('catalog') },
];
const seal = { number: '2026-01', frozenOn: '2026-03-02', key, keyUrl: 'https://fuwu.example.edu.cn/key' };
const archive = sealArchive(filingSnapshot(), papers, seal);
const limits = { maxBytes: 10_000_000 };

const folder = mkdtempSync(join(tmpdir(), 'yitang-filing-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Unpacks it, and runs a program there as the one who receives it does. */
function runIn(name: string, files: readonly ArchiveFile[], [program, ...given]: readonly [string, ...string[]]) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  for (const { path, bytes } of files) writeFileSync(join(place, path), bytes);
  const { status, stdout, stderr, error } = spawnSync(program, given, { cwd: place, encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${program} is not on this machine, and the papers say that it checks them`);
  return { status, text: stdout + stderr };
}

const openssl = 'openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig'.split(
  ' ',
) as [string, ...string[]];

const changed = (path: string, bytes: Buffer): ArchiveFile[] =>
  readArchive(archive, limits).map((file) => (file.path === path ? { path, bytes } : file));

describe('a sealed package', () => {
  test('is checked by the commands that its README gives', () => {
    const files = readArchive(archive, limits);
    const readme = textOfFile(files.find(({ path }) => path === 'README.txt')!);
    expect(readme).toContain('sha256sum -c SHA256SUMS');
    expect(readme).toContain(openssl.join(' '));
    expect(readme).toContain(`备案号：2026-01`);
    const sums = runIn('whole', files, ['sha256sum', '-c', 'SHA256SUMS']);
    expect(sums.text.trim().split('\n').sort()).toEqual(
      ['00-cover.pdf', '02-catalog.xlsx', 'README.txt', 'manifest.json', 'public.pem', 'snapshot.json'].map(
        (path) => `${path}: OK`,
      ),
    );
    expect(sums.status).toBe(0);
    expect(runIn('whole', files, openssl)).toEqual({ status: 0, text: 'Signature Verified Successfully\n' });
  });

  test('one changed byte is found by both', () => {
    const paper = changed('00-cover.pdf', Buffer.from('Cover'));
    expect(runIn('paper', paper, ['sha256sum', '-c', 'SHA256SUMS'])).toMatchObject({ status: 1 });
    const sums = readArchive(archive, limits).find(({ path }) => path === 'SHA256SUMS')!;
    const forged = Buffer.from(textOfFile(sums).replace(/^./, (letter) => (letter === '0' ? '1' : '0')));
    expect(runIn('sums', changed('SHA256SUMS', forged), openssl).status).not.toBe(0);
  });

  test('is the same to the byte each time, and another under another number', () => {
    expect(sealArchive(filingSnapshot(), [...papers].reverse(), seal).equals(archive)).toBe(true);
    expect(sealArchive(filingSnapshot(), papers, { ...seal, number: '2026-02' }).equals(archive)).toBe(false);
  });
});

describe('verify-filing', () => {
  test('finds nothing wrong, and says whose key it was', () => {
    expect(verifyArchive(archive, key.publicPem)).toEqual({ faults: [], good: 6, keyId: key.id, isOwnKey: false });
    expect(verifyArchive(archive)).toMatchObject({ faults: [], isOwnKey: true });
  });

  const sealed = (files: readonly ArchiveFile[]) => verifyArchive(writeArchive(files), key.publicPem).faults;

  test('a changed, a missing and an added paper are named, all at once', () => {
    const files = changed('00-cover.pdf', Buffer.from('Cover')).filter(({ path }) => path !== '02-catalog.xlsx');
    expect(sealed([...files, { path: 'extra.pdf', bytes: Buffer.from('x') }])).toEqual([
      '文件被改动 00-cover.pdf',
      '缺少文件 02-catalog.xlsx',
      '多出文件 extra.pdf',
    ]);
  });

  test('a package that somebody else sealed anew is found out by the key of the site', () => {
    const forger = signingKeyFor(siteKey(), 'filing');
    const forged = sealArchive(filingSnapshot(), papers, { ...seal, key: forger });
    expect(verifyArchive(forged).faults).toEqual([]);
    expect(verifyArchive(forged, key.publicPem).faults).toEqual([expect.stringContaining('签名不符')]);
  });

  test('what is no package is told in a sentence', () => {
    expect(verifyArchive(Buffer.from('PK')).faults).toEqual([expect.stringContaining('ZIP')]);
    expect(verifyArchive(writeArchive([{ path: 'a', bytes: Buffer.from('a') }])).faults).toEqual(['缺少 SHA256SUMS']);
    expect(sealed(changed('SHA256SUMS', Buffer.from('nonsense')))).toEqual(['SHA256SUMS 的格式不对']);
    expect(verifyArchive(archive, 'no key').faults).toEqual(['公钥不能读取']);
  });
});

test('the key of packages signs for no other purpose, and is the same after every start', () => {
  expect(signingKeyFor(pem, 'filing').id).toBe(key.id);
  expect(signingKeyFor(pem, 'other').id).not.toBe(key.id);
  expect(signingKeyFor(siteKey(), 'filing').id).not.toBe(key.id);
});
