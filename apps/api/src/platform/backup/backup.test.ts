import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { freshDatabase } from '../../../../../tests/support/test-database.ts';
import { entities } from '../../database/entities.ts';
import { insertRows, migrate, openOrm } from '../../database/index.ts';
import { hashTables, makeBackupKey, readBackupKey, restoreBackup, writeBackup } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-backup-'));
const key = randomBytes(32);
const cleanUps: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
  rmSync(folder, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  if (!process.env.TEST_DATABASE_URL) return `sqlite:${join(folder, `${randomBytes(6).toString('hex')}.db`)}`;
  const fresh = await freshDatabase();
  cleanUps.push(fresh.drop);
  return fresh.url;
}

/** Rows with what gets lost first: rare characters, quotes, line breaks, large numbers, nothing at all. */
async function fillDatabase(url: string): Promise<void> {
  const orm = await openOrm({ url, entities });
  await migrate(orm);
  const em = orm.em.fork();
  const many = Array.from({ length: 2500 }, (_, n) => ({ sequence: `many-${n}`, next_number: n }));
  const strange = ['𠮷龘', `O'Brien \\ "\n`, ''].map((sequence, n) => ({ sequence, next_number: 2_147_483_647 - n }));
  for (let from = 0; from < many.length; from += 500)
    await insertRows(em, 'number_blocks', many.slice(from, from + 500));
  await insertRows(em, 'number_blocks', strange);
  await insertRows(em, 'session_tombstones', [{ ticket_hash: 't', created_at: new Date('2026-03-01T00:00:00.123Z') }]);
  await orm.close(true);
}

function fillFiles(): string {
  const files = join(folder, `files-${randomBytes(4).toString('hex')}`);
  mkdirSync(join(files, 'ab/cd'), { recursive: true });
  writeFileSync(join(files, 'ab/cd/large'), randomBytes(3_000_000));
  writeFileSync(join(files, 'empty'), '');
  return files;
}

describe('backup and restore (R-BAK-1)', () => {
  const source = { url: '', files: '', archive: '' };

  beforeEach(async () => {
    if (source.url !== '') return;
    source.url = await emptyDatabase();
    source.files = fillFiles();
    source.archive = join(folder, 'backups/all.ytb');
    await fillDatabase(source.url);
    const places = { databaseUrl: source.url, filesFolder: source.files, archive: source.archive };
    await writeBackup({ ...places, key, madeAt: new Date('2026-03-01T00:00:00Z') });
  });

  const target = async () => ({
    archive: source.archive,
    key,
    databaseUrl: await emptyDatabase(),
    filesFolder: join(folder, `restored-${randomBytes(4).toString('hex')}`),
  });

  test('a restore into an empty place brings back every row and every file', async () => {
    const request = await target();
    const summary = await restoreBackup(request);
    expect(summary.tables.number_blocks?.rows).toBe(2503);
    expect(await hashTables(request.databaseUrl)).toEqual(await hashTables(source.url));
    for (const path of ['ab/cd/large', 'empty']) {
      expect(readFileSync(join(request.filesFolder, path)).equals(readFileSync(join(source.files, path)))).toBe(true);
    }
  });

  test('the archive shows nothing of what is in it', () => {
    const bytes = readFileSync(source.archive);
    for (const word of ['number_blocks', 'many-1', "O'Brien"]) expect(bytes.includes(word)).toBe(false);
  });

  test('another key, a changed byte and a cut archive are refused, and the target stays empty', async () => {
    const bytes = readFileSync(source.archive);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 5000] = (changed[bytes.length - 5000] as number) ^ 1;
    const damaged: [string, Buffer][] = [
      ['changed', changed],
      ['cut', bytes.subarray(0, bytes.length - 100)],
      ['cut between chunks', bytes.subarray(0, 42 + 2 * ((1 << 20) + 16))],
      ['something else', Buffer.from('hello, this is no backup, but it is long enough to have a header of its own')],
    ];
    for (const [name, content] of damaged) {
      const archive = join(folder, `${name}.ytb`);
      writeFileSync(archive, content);
      const request = { ...(await target()), archive };
      await expect(restoreBackup(request)).rejects.toThrow(/archive|backup/);
      expect(existsSync(request.filesFolder) ? readdirSync(request.filesFolder) : []).toEqual([]);
      await expect(rowsOf(request.databaseUrl)).resolves.toBe(0);
    }
    await expect(restoreBackup({ ...(await target()), key: randomBytes(32) })).rejects.toThrow('not its key');
  });

  test('a place that holds data already is refused and left as it is', async () => {
    const before = await hashTables(source.url);
    await expect(restoreBackup({ ...(await target()), databaseUrl: source.url })).rejects.toThrow('already has tables');
    await expect(restoreBackup({ ...(await target()), filesFolder: source.files })).rejects.toThrow('not empty');
    expect(await hashTables(source.url)).toEqual(before);
  });

  test('rows that are written during the backup are not half in it', async () => {
    const orm = await openOrm({ url: source.url, entities });
    const archive = join(folder, 'busy.ytb');
    let isWriting = true;
    const writing = (async () => {
      for (let n = 0; isWriting; n += 1) {
        await nextTurn();
        await orm.em.fork().transactional(async (em) => {
          const insert = 'insert into number_blocks (sequence, next_number) values (?, 0)';
          for (const half of ['left', 'right']) await em.execute(insert, [`${half}-${n}`]);
        });
      }
    })();
    const request = { ...(await target()), archive };
    await writeBackup({ databaseUrl: source.url, filesFolder: source.files, archive, key, madeAt: new Date() });
    isWriting = false;
    await writing;
    await orm.close(true);
    await restoreBackup(request);
    const restored = await openOrm({ url: request.databaseUrl, entities });
    const count = (half: string) =>
      restored.em
        .fork()
        .execute<{ n: number }[]>('select count(*) as n from number_blocks where sequence like ?', [`${half}-%`]);
    const [[left], [right]] = [await count('left'), await count('right')];
    await restored.close(true);
    expect(left?.n).toEqual(right?.n);
  });

  test('a backup key is made once, for its owner alone, and never overwritten', () => {
    const file = join(folder, 'keys/backup.key');
    makeBackupKey(file);
    const made = readBackupKey(file);
    expect(made).toHaveLength(32);
    expect(() => makeBackupKey(file)).toThrow();
    expect(readBackupKey(file)).toEqual(made);
  });
});

async function rowsOf(url: string): Promise<number> {
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) return 0;
  const hashes = await hashTables(url).catch(() => ({}));
  const filled = Object.entries(hashes as Record<string, { rows: number }>);
  return filled.reduce((sum, [, { rows }]) => sum + rows, 0);
}
