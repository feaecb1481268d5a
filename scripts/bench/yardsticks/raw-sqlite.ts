// The limit of P4 on SQLite: better-sqlite3 writing the same rows in the same order, one durable commit for each case.
import { apiPackage } from '../api-packages.ts';
import { makeInserts, tablesBeforeFiles, takeFiles, type Fresh } from './row-maker.ts';
import { serveRaw } from './raw-server.ts';

interface Statement {
  run(...values: unknown[]): unknown;
}
interface Database {
  pragma(text: string): unknown;
  prepare(sql: string): Statement;
  transaction<A extends unknown[]>(work: (...given: A) => void): { immediate(...given: A): void };
}

serveRaw(async ({ database, written }) => {
  const Sqlite = apiPackage<new (file: string) => Database>('better-sqlite3', '@mikro-orm/sqlite');
  const db = new Sqlite(database);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  const inserts = makeInserts(written).map(({ table, columns, rows, values }) => {
    const marks = `(${columns.map(() => '?').join(', ')})`;
    const names = columns.map((name) => `"${name}"`).join(', ');
    return { sql: `insert into ${table} (${names}) values ${Array<string>(rows).fill(marks).join(', ')}`, values };
  });
  const statements = inserts
    .toSpliced(tablesBeforeFiles, 0, takeFiles)
    .map(({ sql, values }) => ({ statement: db.prepare(sql), values }));
  const write = db.transaction((fresh: Fresh) => {
    for (const { statement, values } of statements) statement.run(...values(fresh));
  });
  return (fresh) => write.immediate(fresh);
});
