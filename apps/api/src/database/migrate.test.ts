import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freshDatabase } from '../../../../tests/support/test-database.ts';
import { entities } from './entities.ts';
import { instantOf, migrate, openOrm } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-migrate-'));
const fresh = process.env.TEST_DATABASE_URL
  ? await freshDatabase()
  : { url: `sqlite:${join(folder, 'db/yitang.db')}`, drop: async () => undefined };
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

describe('migrations', () => {
  test('of five instances that start at once, one migrates and the others wait', async () => {
    const instances = await Promise.all(Array.from({ length: 5 }, () => openOrm({ url: fresh.url, entities })));
    const ran = await Promise.all(instances.map(migrate));
    await Promise.all(instances.map((orm) => orm.close(true)));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  }, 60_000);

  test('the migrations make exactly the tables that the entities describe', async () => {
    const orm = await openOrm({ url: fresh.url, entities });
    expect(await migrate(orm)).toEqual([]);
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    await orm.close(true);
  });

  test('instants come back as they went in, to the millisecond', async () => {
    const orm = await openOrm({ url: fresh.url, entities });
    const at = new Date('2026-02-28T16:00:00.123Z');
    const em = orm.em.fork();
    await em.execute('insert into session_tombstones (ticket_hash, created_at) values (?, ?)', ['x', at]);
    const [row] = await em.execute<{ created_at: unknown }[]>('select created_at from session_tombstones');
    expect(instantOf(row!.created_at)).toEqual(at);
    await orm.close(true);
  });

  test('rare characters that share a general collation weight stay two different keys', async () => {
    const orm = await openOrm({ url: fresh.url, entities });
    const em = orm.em.fork();
    for (const name of ['𠮷', '𠀀'])
      await em.execute('insert into number_blocks (sequence, next_number) values (?, 1)', [name]);
    const rows = await em.execute('select sequence from number_blocks where sequence = ?', ['𠮷']);
    expect(rows).toEqual([{ sequence: '𠮷' }]);
    await orm.close(true);
  });
});
