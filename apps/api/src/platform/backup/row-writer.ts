import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { familyOf } from '../../database/index.ts';
import { connectPlainly, listMysqlTables, quoted as mysqlName } from './mysql-snapshot.ts';
import type { Cell } from './row-text.ts';
import { listSqliteTables, quoted as sqliteName, sqliteFile } from './sqlite-snapshot.ts';

const rowsAtOnce = 500;

/** Writes rows into tables that migrations have made, in one transaction. */
export interface RowWriter {
  /** Names of tables that already hold a row. */
  listFilled(): Promise<string[]>;
  /** Removes what a migration put into the tables, so that they hold the rows of the archive and no others. */
  empty(): Promise<void>;
  write(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>;
  commit(): Promise<void>;
  /** Ends without keeping what was not committed. */
  close(): Promise<void>;
}

export function openRowWriter(url: string): Promise<RowWriter> {
  return familyOf(url) === 'sqlite' ? openSqliteWriter(url) : openMysqlWriter(url);
}

async function openSqliteWriter(url: string): Promise<RowWriter> {
  const database = new DatabaseSync(sqliteFile(url), { timeout: 30_000 });
  database.exec('pragma foreign_keys = off; pragma synchronous = full; begin immediate');
  const names = listSqliteTables(database).map((table) => table.name);
  return {
    listFilled: async () =>
      names.filter((name) => database.prepare(`select 1 from ${sqliteName(name)} limit 1`).get() !== undefined),
    empty: async () => names.forEach((name) => database.exec(`delete from ${sqliteName(name)}`)),
    write: async (table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ');
      const insert = database.prepare(
        `insert into ${sqliteName(table)} (${columns.map(sqliteName).join(', ')}) values (${marks})`,
      );
      for (const row of rows) insert.run(...(row as SQLInputValue[]));
    },
    commit: async () => database.exec('commit'),
    close: async () => database.close(),
  };
}

async function openMysqlWriter(url: string): Promise<RowWriter> {
  const connection = connectPlainly(url).promise();
  await connection.query('set session foreign_key_checks = 0');
  await connection.query('start transaction');
  const names = (await listMysqlTables(connection)).map((table) => table.name);
  const isFilled = async (name: string) => {
    const [rows] = await connection.query(`select 1 from ${mysqlName(name)} limit 1`);
    return (rows as unknown[]).length > 0;
  };
  return {
    listFilled: async () => {
      const answers = await names.reduce<Promise<string[]>>(
        async (list, name) => ((await isFilled(name)) ? [...(await list), name] : list),
        Promise.resolve([]),
      );
      return answers;
    },
    empty: async () => {
      for (const name of names) await connection.query(`delete from ${mysqlName(name)}`);
    },
    write: async (table, columns, rows) => {
      const head = `insert into ${mysqlName(table)} (${columns.map(mysqlName).join(', ')}) values `;
      const marks = `(${columns.map(() => '?').join(', ')})`;
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const part = rows.slice(from, from + rowsAtOnce);
        await connection.query(head + part.map(() => marks).join(', '), part.flat());
      }
    },
    commit: async () => void (await connection.query('commit')),
    close: () => connection.end(),
  };
}
