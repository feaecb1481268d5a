import { randomBytes } from 'node:crypto';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { fixedClock } from '../clock/index.ts';
import { createKeyRing } from '../crypto/index.ts';
import { encryptChunks, encryptedSize } from '../encrypted-file/index.ts';
import { BlobDamaged, BlobMissing, BlobTooLarge, createFolderBlobStore, type BlobStore } from './index.ts';

const MiB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'yitang-files-'));
const clock = fixedClock('2026-03-01T00:00:00Z');
const oldKey = { id: 'old', secret: randomBytes(32) };
let database: TestDatabase;
let blobs: BlobStore;
const storeWith = (keys: (typeof oldKey)[]): BlobStore =>
  createFolderBlobStore({ folder, orm: database.orm, keyRing: createKeyRing(keys), clock });
const pathOf = (id: string): string => join(folder, id.slice(-2), id);

beforeAll(async () => {
  database = await openTestDatabase();
  blobs = storeWith([oldKey]);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('stored files', () => {
  test.each([0, 1, MiB - 1, MiB, MiB + 1, 3 * MiB, 3 * MiB + 5])('%i bytes come back as they went in', async (size) => {
    const content = randomBytes(size);
    const ref = await blobs.put(Readable.from([content.subarray(0, size >> 1), content.subarray(size >> 1)]), {
      mediaType: 'application/pdf',
    });
    expect(ref.size).toBe(size);
    expect((await blobs.read(ref.id)).equals(content)).toBe(true);
  });

  test('R-FILE-2: a file on its way is never held but for a chunk, however it arrives', async () => {
    for (const size of [1_000, 65_536, 5 * MiB]) {
      const sent = Math.ceil((8 * MiB) / size);
      let [taken, given, most, largest] = [0, 0, 0, 0];
      const source = (async function* () {
        for (let index = 0; index < sent; index += 1) {
          taken += size;
          yield Buffer.alloc(size);
        }
      })();
      for await (const piece of encryptChunks(source, randomBytes(32), 'file')) {
        given += piece.length;
        most = Math.max(most, taken - given);
        largest = Math.max(largest, piece.length);
      }
      expect(most).toBeLessThanOrEqual(MiB + size);
      expect(largest).toBeLessThanOrEqual(MiB / 4);
      expect(given).toBe(encryptedSize(size * sent));
    }
  });

  test('R-DATA-2: the folder holds no readable byte of the content', async () => {
    const { id } = await blobs.put(Buffer.from('canary 330102199901011234 '.repeat(100)), { mediaType: 'text/plain' });
    expect(readFileSync(pathOf(id)).includes('canary')).toBe(false);
    expect(statSync(pathOf(id)).mode & 0o077).toBe(0);
  });

  test('R-FILE-8: a flipped bit, swapped chunks, a cut and a foreign file are refused', async () => {
    const content = randomBytes(2 * MiB + 100);
    const { id } = await blobs.put(content, { mediaType: 'x/y' });
    const good = readFileSync(pathOf(id));
    const chunk = MiB + 16;
    const swapped = Buffer.concat([
      good.subarray(0, 12),
      good.subarray(12 + chunk, 12 + 2 * chunk),
      good.subarray(12, 12 + chunk),
      good.subarray(12 + 2 * chunk),
    ]);
    const flipped = Buffer.from(good);
    flipped[5_000]! ^= 1;
    const foreign = readFileSync(pathOf((await blobs.put(randomBytes(2 * MiB + 100), { mediaType: 'x/y' })).id));
    for (const bad of [swapped, flipped, foreign]) {
      writeFileSync(pathOf(id), bad);
      await expect(blobs.read(id)).rejects.toThrow();
    }
    writeFileSync(pathOf(id), good);
    truncateSync(pathOf(id), 12 + chunk);
    await expect(blobs.open(id)).rejects.toThrow(BlobDamaged);
  });

  test('what is longer than allowed leaves nothing behind', async () => {
    const before = readdirSync(join(folder, 'incoming'));
    await expect(
      blobs.put(Readable.from([randomBytes(600), randomBytes(600)]), { mediaType: 'x/y', maxBytes: 1_000 }),
    ).rejects.toThrow(BlobTooLarge);
    expect(readdirSync(join(folder, 'incoming'))).toEqual(before);
  });

  test('R-DATA-4: removing a file destroys its key; in a transaction that fails it does not', async () => {
    const { id } = await blobs.put(Buffer.from('x'), { mediaType: 'x/y' });
    await expect(
      database.orm.em.fork().transactional(async (em) => {
        await blobs.remove(id, em);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await blobs.read(id);
    await blobs.remove(id);
    await expect(blobs.open(id)).rejects.toThrow(BlobMissing);
  });

  test('R-FILE-9: what nobody kept and what no row knows is swept after a day, and nothing else', async () => {
    const kept = await blobs.put(Buffer.from('kept'), { mediaType: 'x/y' });
    await blobs.keep(database.orm.em.fork(), kept.id);
    const orphan = await blobs.put(Buffer.from('orphan'), { mediaType: 'x/y' });
    const half = join(folder, 'incoming', 'half');
    writeFileSync(half, 'half an upload');
    await blobs.sweep();
    expect((await blobs.read(orphan.id)).toString()).toBe('orphan');
    clock.advance(25 * 3_600_000);
    const young = await blobs.put(Buffer.from('young'), { mediaType: 'x/y' });
    for (const path of [pathOf(kept.id), pathOf(orphan.id), half])
      utimesSync(path, new Date('2026-02-28'), new Date('2026-02-28'));
    utimesSync(pathOf(young.id), clock.now(), clock.now());
    expect(await blobs.sweep()).toBeGreaterThanOrEqual(2);
    await expect(blobs.open(orphan.id)).rejects.toThrow(BlobMissing);
    expect((await blobs.read(kept.id)).toString()).toBe('kept');
    expect((await blobs.read(young.id)).toString()).toBe('young');
  });
});
