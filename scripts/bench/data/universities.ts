import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { BenchContext } from '../measure.ts';

/** Of each table that grows with the cases: the columns that must differ in each copy. */
const grown: Readonly<Record<string, readonly string[]>> = {
  cases: ['id', 'number'],
  case_events: ['id', 'case_id'],
  case_trips: ['id', 'case_id'],
  visits: ['id'],
  visit_cases: ['visit_id', 'case_id'],
  visit_answers: ['case_id'],
  ratings: ['case_id'],
};

/** A statement against MariaDB as root; numbers in sums come as text. */
export async function onServer<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: url.replace('mariadb:', 'mysql:'), dateStrings: true });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/**
 * Fills an empty database with all that another one of the same server holds, its cases so many times. Set-based and
 * bound to MariaDB: a million cases take minutes, not hours.
 */
export async function copyUniversity(
  { progress }: BenchContext,
  { from, to, times }: { from: string; to: string; times: number },
): Promise<void> {
  const source = new URL(from).pathname.slice(1);
  await onServer(to, async (connection) => {
    await connection.query('set unique_checks = 0, foreign_key_checks = 0');
    const [tables] = await connection.query<RowDataPacket[]>(
      'select table_name as name from information_schema.tables where table_schema = ?',
      [source],
    );
    for (const { name } of tables) {
      await connection.query(`create table \`${name}\` like ${source}.\`${name}\``);
      await connection.query(`insert into \`${name}\` select * from ${source}.\`${name}\``);
    }
    for (let copy = 1; copy < times; copy += 1) {
      for (const table of Object.keys(grown)) await copyTable(connection, { source, table, copy });
      if (copy % 10 === 0) progress(`cases copied ${copy} times of ${times - 1}`);
    }
    // Of all tables: without statistics a statement may be planned otherwise here than there.
    await connection.query(`analyze table ${tables.map(({ name }) => `\`${name}\``).join(', ')}`);
  });
}

async function copyTable(
  connection: Connection,
  { source, table, copy }: { source: string; table: string; copy: number },
): Promise<void> {
  const [columns] = await connection.query<RowDataPacket[]>(`show columns from ${source}.\`${table}\``);
  const names = columns.map(({ Field }) => `\`${String(Field)}\``);
  const values = columns.map(({ Field }) => valueOf(String(Field), grown[table]!, copy));
  await connection.query(
    `insert into \`${table}\` (${names.join(', ')}) select ${values.join(', ')} from ${source}.\`${table}\``,
  );
}

/** Ids keep their time and get other random digits, made from the old ones, so that what belongs together does. */
function valueOf(column: string, differing: readonly string[], copy: number): string {
  if (!differing.includes(column)) return `\`${column}\``;
  if (column === 'number') return `concat(number, '-', ${copy})`;
  return `concat(left(\`${column}\`, 24), left(md5(concat(\`${column}\`, ${copy})), 12))`;
}
