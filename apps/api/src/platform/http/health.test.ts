import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entities } from '../../database/entities.ts';
import { affectedRows, beginShared, commitShared, openOrm, type Orm } from '../../database/index.ts';
import { createReadiness } from './health.ts';

let folder: string;
let orm: Orm;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yitang-ready-'));
  orm = await openOrm({ url: `sqlite:${folder}/site.db`, entities });
  await orm.em.fork().execute('create table things (name text primary key)');
});
afterEach(async () => {
  await orm.close(true);
  rmSync(folder, { recursive: true, force: true });
});

async function add(name: string): Promise<void> {
  const em = orm.em.fork();
  await beginShared(em);
  await affectedRows(em, 'insert into things values (?)', [name]);
  await commitShared(em);
}

describe('whether work may be sent here', () => {
  test('a process whose log could not be synced says so, though it can still read', async () => {
    rmSync(`${folder}/site.db-wal`);
    expect(await createReadiness(orm).check()).toBeUndefined();
    await expect(add('card')).rejects.toThrow('ENOENT');
    expect(await createReadiness(orm).check()).toBe('sync-failed');
  });

  test('one whose commits are synced stays ready', async () => {
    await add('card');
    expect(await createReadiness(orm).check()).toBeUndefined();
  });
});
