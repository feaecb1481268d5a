import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entities } from './entities.ts';
import { affectedRows, beginShared, commitShared, openOrm, selectRows, type Em, type Orm } from './index.ts';

let folder: string;
let orm: Orm;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yitang-commit-'));
  orm = await openOrm({ url: `sqlite:${folder}/site.db`, entities });
  await orm.em.fork().execute('create table things (name text primary key)');
});
afterEach(async () => {
  await orm.close(true);
  rmSync(folder, { recursive: true, force: true });
});

const fork = (): Em => orm.em.fork();
const put = (em: Em, name: string): Promise<unknown> => affectedRows(em, 'insert into things values (?)', [name]);
const names = async (): Promise<string[]> =>
  (await selectRows<{ name: string }>(fork(), 'select name from things order by name')).map(({ name }) => name);
/** 1: a commit is left to be synced by somebody else; 2: SQLite syncs it. */
async function levelOf(em: Em): Promise<number | undefined> {
  const [row] = await em.execute<{ synchronous: number }[]>('pragma synchronous');
  return row?.synchronous;
}

async function add(name: string): Promise<void> {
  const em = fork();
  await beginShared(em);
  await put(em, name);
  await commitShared(em);
}

describe('a commit that shares its sync', () => {
  test('leaves the connection as it was: whatever else is written, SQLite syncs by itself', async () => {
    const em = fork();
    await beginShared(em);
    expect(await levelOf(em)).toBe(1);
    await put(em, 'card');
    await commitShared(em);
    expect(await levelOf(fork())).toBe(2);
    expect(await names()).toEqual(['card']);
  });

  test('and so does a transaction that is taken back, or that SQLite ended', async () => {
    const em = fork();
    await beginShared(em);
    await put(em, 'card');
    await em.rollback();
    expect(await levelOf(fork())).toBe(2);
    const ended = fork();
    await beginShared(ended);
    await expect(ended.execute('insert or rollback into things values (null), (1), (1)')).rejects.toThrow();
    await ended.rollback();
    expect(await levelOf(fork())).toBe(2);
    expect(await names()).toEqual([]);
  });

  test('many at once are all there', async () => {
    const all = ['badge', 'card', 'key', 'leave', 'room'];
    await Promise.all(all.map(add));
    expect(await names()).toEqual(all);
  });

  test('is not acknowledged where the log can not be synced', async () => {
    rmSync(`${folder}/site.db-wal`);
    await expect(add('card')).rejects.toThrow('ENOENT');
  });
});
