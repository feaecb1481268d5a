// The limit of P4 on MariaDB: mysql2 writing the same rows in the same order, with prepared statements and one commit.
import { createPool } from 'mysql2/promise';
import { makeInserts, tablesBeforeFiles, takeFiles } from './row-maker.ts';
import { serveRaw } from './raw-server.ts';

const connections = 16;

serveRaw(async ({ database, written }) => {
  const pool = createPool({ uri: database, connectionLimit: connections, dateStrings: true, charset: 'utf8mb4' });
  const inserts = makeInserts(written).map(({ table, columns, rows, values }) => {
    const names = columns.map((name) => `\`${name}\``).join(', ');
    const marks = `(${columns.map(() => '?').join(', ')})`;
    return { sql: `insert into ${table} (${names}) values ${Array<string>(rows).fill(marks).join(', ')}`, values };
  });
  const statements = inserts.toSpliced(tablesBeforeFiles, 0, takeFiles);
  return async (fresh) => {
    const connection = await pool.getConnection();
    try {
      await connection.query('begin');
      for (const { sql, values } of statements) await connection.execute(sql, values(fresh));
      await connection.query('commit');
    } finally {
      connection.release();
    }
  };
});
