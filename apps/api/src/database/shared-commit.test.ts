import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openFileDatabase, type FileDatabase } from '../../../../tests/support/file-database.ts';
import { affectedRows, beginShared, commitShared, selectRows, type Em } from './index.ts';

let database: FileDatabase;
beforeEach(async () => {
  database = await openFileDatabase();
});
afterEach(() => database.close());

const fork = (): Em => database.orm.em.fork();
const put = (em: Em, name: string): Promise<unknown> => affectedRows(em, 'insert into things values (?)', [name]);
const names = async (): Promise<string[]> =>
  (await selectRows<{ name: string }>(fork(), 'select name from things order by name')).map(({ name }) => name);
/** 1: a commit is left to be synced by somebody else; 2: SQLite syncs it. */
async function levelOf(em: Em): Promise<number | undefined> {
  const [row] = await em.execute<{ synchronous: number }[]>('pragma synchronous');
  return row?.synchronous;
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
    await Promise.all(all.map(database.add));
    expect(await names()).toEqual(all);
  });

  test('is not acknowledged where the log can not be synced', async () => {
    database.loseLog();
    await expect(database.add('card')).rejects.toThrow('ENOENT');
  });
});
