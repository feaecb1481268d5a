import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant, staff } from '../../../../../tests/support/principals.ts';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { entities } from '../../database/entities.ts';
import { openOrm, type Orm } from '../../database/index.ts';
import { anchorAudit } from '../housekeeping/index.ts';

test('R-AUD-3: no statement of the product changes or removes a row of the trail', () => {
  const source = new URL('../../', import.meta.url).pathname;
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const guilty = files.filter((name) =>
    /(update|delete from|truncate( table)?|drop table)\s+[`"]?audit_/i.test(readFileSync(join(source, name), 'utf8')),
  );
  expect(guilty).toEqual([]);
});

const server = process.env.TEST_DATABASE_URL;
if (server !== undefined) {
  describe('an account of the database that may only add to the trail', () => {
    let owner: TestDatabase;
    let admin: Connection | undefined;
    let orm: Orm | undefined;
    let app: TestApp | undefined;
    const account = `yt_${process.pid}_${Date.now() % 100_000}`;
    afterAll(async () => {
      await app?.close();
      await orm?.close(true);
      await admin?.query(`drop user if exists '${account}'@'127.0.0.1'`);
      await admin?.end();
      await owner.close();
    });

    test('R-AUD-3: carries the product, and can change nothing in the trail', async () => {
      owner = await openTestDatabase();
      const database = new URL(owner.url).pathname.slice(1);
      admin = await createConnection(owner.url.replace(/^mariadb:/, 'mysql:'));
      await admin.query(`create user '${account}'@'127.0.0.1' identified by 'secret'`);
      const [tables] = await admin.query(
        `select table_name as name from information_schema.tables where table_schema = '${database}'`,
      );
      for (const { name } of tables as { name: string }[]) {
        const rights = name.startsWith('audit_') ? 'select, insert' : 'select, insert, update, delete';
        await admin.query(`grant ${rights} on ${database}.${name} to '${account}'@'127.0.0.1'`);
      }
      const restricted = new URL(owner.url);
      restricted.username = account;
      restricted.password = 'secret';
      orm = await openOrm({ url: restricted.toString(), entities });
      app = await createTestApp({ modules: [], orm });
      await app.deps.runCommand(app.call(applicant()), { name: 'x.y' }, async (tx) => {
        tx.audit({ action: 'x.y', chain: 'x:1', target: { type: 'x', id: '1' }, outcome: 'done' });
        tx.enqueue({ kind: 'x', payload: {} });
      });
      await app.deps.audit.read(app.call(staff('clerk')), { action: 'x.read', target: { type: 'x', id: '1' } });
      await anchorAudit(app.deps);
      for (const sql of [
        "update audit_entries set actor = 'x'",
        'delete from audit_entries',
        'delete from audit_anchors',
        'drop table audit_entries',
      ]) {
        await expect(orm.em.fork().execute(sql)).rejects.toThrow(/denied/);
      }
    }, 60_000);
  });
}
