import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startFakeScanner, type FakeScanner } from '../../../../../../tests/support/material/fake-scanner.ts';
import { eicar, pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { scanFile } from './scan-file.ts';

async function* inPieces(file: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

describe('asking the virus scanner (R-FILE-3)', () => {
  let scanner: FakeScanner;
  beforeEach(async () => {
    scanner = await startFakeScanner();
  });
  afterEach(() => scanner.close());

  test('a clean file is clean, in pieces of any size', async () => {
    for (const size of [1, 7, 100_000])
      expect(await scanFile(inPieces(pdf(), size), scanner.address)).toEqual({ state: 'clean' });
  });

  test('the test virus is found with its name', async () => {
    expect(await scanFile(inPieces(eicar, 20), scanner.address)).toEqual({
      state: 'infected',
      signature: 'Eicar-Test-Signature',
    });
  });

  test.each(['too-large', 'nonsense'] as const)(
    'an answer that is no verdict (%s) does not make it clean',
    async (mode) => {
      scanner.mode = mode;
      expect(await scanFile(inPieces(pdf(), 50), scanner.address)).toEqual({ state: 'unknown' });
    },
  );

  test('a silent scanner is given up after its time', async () => {
    scanner.mode = 'silent';
    expect(await scanFile(inPieces(pdf(), 50), scanner.address, 200)).toEqual({ state: 'unknown' });
  });

  test('a scanner that is away is no reason to call a file clean', async () => {
    await scanner.close();
    expect(await scanFile(inPieces(pdf(), 50), scanner.address)).toEqual({ state: 'unknown' });
  });

  test('a scanner that hangs up in the middle of a large file does not make it clean', async () => {
    const large = Buffer.alloc(8 * 1024 * 1024);
    scanner.mode = 'silent';
    setTimeout(() => void scanner.close(), 50);
    expect(await scanFile(inPieces(large, 65_536), scanner.address, 5_000)).toEqual({ state: 'unknown' });
  });
});
