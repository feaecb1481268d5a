import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Cell } from './row-text.ts';
import { bookkeeping, type Snapshot, type Table } from './snapshot.ts';

export const sqliteFile = (url: string): string => resolve(url.slice('sqlite:'.length));

/** SQLite copies itself, consistently and without stopping writers, into a file that is read and then removed. */
export async function openSqliteSnapshot(url: string): Promise<Snapshot> {
  const file = sqliteFile(url);
  if (!existsSync(file)) throw new Error(`there is no database at ${file}`);
  const folder = await mkdtemp(join(dirname(file), '.snapshot-'));
  try {
    const copy = join(folder, 'copy.db');
    const source = new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
    source.prepare('vacuum into ?').run(copy);
    source.close();
    return readerOf(new DatabaseSync(copy, { readOnly: true }), () => rm(folder, { recursive: true, force: true }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function readerOf(database: DatabaseSync, remove: () => Promise<void>): Snapshot {
  return {
    family: 'sqlite',
    migrations: listMigrations(database),
    tables: listSqliteTables(database),
    rows: (table) => rowsOf(database, table),
    close: async () => {
      database.close();
      await remove();
    },
  };
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tables of the product, by name. */
export function listSqliteTables(database: DatabaseSync): Table[] {
  const names = database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .all() as { name: string }[];
  return names
    .filter(({ name }) => !bookkeeping.includes(name))
    .map(({ name }) => {
      const columns = database.prepare(`pragma table_info(${quoted(name)})`).all() as { name: string; pk: number }[];
      const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
      return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
    });
}

function listMigrations(database: DatabaseSync): string[] {
  const rows = database.prepare('select name from mikro_orm_migrations order by id').all() as { name: string }[];
  return rows.map((row) => row.name);
}

async function* rowsOf(database: DatabaseSync, table: Table): AsyncGenerator<readonly Cell[]> {
  const columns = table.columns.map(quoted).join(', ');
  const order = (table.key.length > 0 ? table.key : table.columns).map(quoted).join(', ');
  const statement = database.prepare(`select ${columns} from ${quoted(table.name)} order by ${order}`);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  for (const row of statement.iterate()) yield row as unknown as Cell[];
}
