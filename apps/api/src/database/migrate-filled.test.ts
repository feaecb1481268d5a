import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { freshDatabase } from '../../../../tests/support/test-database.ts';
import { entities } from './entities.ts';
import { familyOfEm, migrate, openOrm, type Orm } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-migrate-filled-'));
const onServer = process.env.TEST_DATABASE_URL !== undefined;
const cleanUps: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
  rmSync(folder, { recursive: true });
});

interface Column {
  readonly name: string;
  /** As the engine tells it: `text`, `enum('a','b')`, `int(11)`. */
  readonly type: string;
  /** Of a column that takes few words, the first of them. */
  readonly word: string | undefined;
}

/** Columns that took any text for one migration; what was written there is one of these words. */
const narrowedLater: Readonly<Record<string, string>> = { trip_cause: 'other', cause: 'other' };

const firstWord = (list: string | undefined) => /'([^']+)'/.exec(list ?? '')?.[1];

async function tablesOf(orm: Orm): Promise<Map<string, Column[]>> {
  const em = orm.em.fork();
  if (familyOfEm(em) !== 'sqlite') {
    const rows = await em.execute<{ t: string; name: string; type: string }[]>(
      `select table_name as t, column_name as name, column_type as type from information_schema.columns
        where table_schema = database() order by table_name, ordinal_position`,
    );
    return Map.groupBy(
      rows.map((row) => ({ ...row, word: row.type.startsWith('enum') ? firstWord(row.type) : undefined })),
      ({ t }) => t,
    );
  }
  const tables = await em.execute<{ name: string; sql: string }[]>(
    "select name, sql from sqlite_master where type = 'table'",
  );
  const described = tables.map(async ({ name, sql }): Promise<[string, Column[]]> => {
    const columns = await em.execute<{ name: string; type: string }[]>(`pragma table_info(\`${name}\`)`);
    const wordOf = (column: string) => firstWord(new RegExp(`check \\(\`${column}\` in \\(([^)]*)`).exec(sql)?.[1]);
    return [name, columns.map((column) => ({ ...column, word: wordOf(column.name) }))];
  });
  return new Map(await Promise.all(described));
}

/** Every text the same and every number 1: what refers to another row finds it. */
function valueOf({ name, type, word = narrowedLater[name] }: Column): string | number {
  if (word !== undefined) return word;
  if (/json|longtext/i.test(type)) return '[]';
  if (/datetime|timestamp/i.test(type)) return onServer ? '2026-03-01 00:00:00' : Date.UTC(2026, 2, 1);
  return /int|real|double|decimal/i.test(type) ? 1 : 'x';
}

const kept = ['mikro_orm_migrations', 'schema_lease', 'sqlite_sequence'];

/** A row in each table, as an engine of that time holds it. */
async function fill(orm: Orm): Promise<Map<string, Column[]>> {
  const tables = new Map([...(await tablesOf(orm))].filter(([name]) => !kept.includes(name)));
  const em = orm.em.fork();
  const connection = orm.em.getConnection();
  await connection.execute(onServer ? 'set foreign_key_checks = 0' : 'pragma foreign_keys = off');
  for (const [table, columns] of tables) {
    const names = columns.map(({ name }) => `\`${name}\``).join(', ');
    const marks = columns.map(() => '?').join(', ');
    await em.execute(`insert into \`${table}\` (${names}) values (${marks})`, columns.map(valueOf));
  }
  await connection.execute(onServer ? 'set foreign_key_checks = 1' : 'pragma foreign_keys = on');
  return tables;
}

async function emptyDatabase(name: string): Promise<string> {
  if (!onServer) return `sqlite:${join(folder, `${name}.db`)}`;
  const fresh = await freshDatabase();
  cleanUps.push(fresh.drop);
  return fresh.url;
}

const probe = await openOrm({ url: await emptyDatabase('probe'), entities, poolSize: 1 });
const names = (await probe.migrator.getPending()).map(({ name }) => name);
await probe.close(true);
// Over the wire a migration takes long: from the first, and from the middle.
const starts = onServer ? [1, Math.ceil(names.length / 2)] : names.map((_, index) => index + 1);

test.each(starts)(
  'a filled database of migration %i is brought up to date, and no row is lost or changed',
  async (count) => {
    const orm = await openOrm({ url: await emptyDatabase(`from-${count}`), entities, poolSize: 1 });
    try {
      await orm.migrator.up({ migrations: names.slice(0, count) });
      const before = await fill(orm);
      await migrate(orm);
      const after = await tablesOf(orm);
      const em = orm.em.fork();
      for (const [table, columns] of before) {
        const left = columns.filter(({ name }) => after.get(table)?.some((column) => column.name === name));
        if (left.length === 0) continue;
        const list = left.map(({ name }) => `cast(\`${name}\` as char) as \`${name}\``).join(', ');
        const rows = await em.execute<Record<string, unknown>[]>(`select ${list} from \`${table}\``);
        expect({ table, rows: rows.length }).toEqual({ table, rows: 1 });
        const expected = left.filter(({ type }) => !/datetime|timestamp/i.test(type));
        expect({ table, ...rows[0] }).toMatchObject({
          table,
          ...Object.fromEntries(expected.map((column) => [column.name, String(valueOf(column))])),
        });
      }
    } finally {
      await orm.close(true);
    }
  },
  120_000,
);
