import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { BenchContext } from '../measure.ts';

/** Of each table that grows with the cases: the columns that must differ in each copy. */
const grown: Readonly<Record<string, readonly string[]>> = {
  cases: ['id', 'number', 'track_hash'],
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
    for (const table of Object.keys(grown)) {
      progress(`copying ${table} ${times - 1} times`);
      await growTable(connection, { source, table, copies: times - 1 });
    }
    // Of all tables: without statistics a statement may be planned otherwise here than there.
    await connection.query(`analyze table ${tables.map(({ name }) => `\`${name}\``).join(', ')}`);
  });
}

interface Growth {
  readonly source: string;
  readonly table: string;
  readonly copies: number;
}

const rowsAtOnce = 300;

/** Rows come in the order of their key, and indexes are built at the end: otherwise each row goes to ten places of a disk. */
async function growTable(connection: Connection, growth: Growth): Promise<void> {
  const { source, table } = growth;
  const indexes = await indexesOf(connection, growth);
  const change = (changes: readonly string[]) =>
    changes.length === 0 ? undefined : connection.query(`alter table \`${table}\` ${changes.join(', ')}`);
  await change(indexes.map(({ name }) => `drop index \`${name}\``));
  const [columns] = await connection.query<RowDataPacket[]>(`show columns from ${source}.\`${table}\``);
  const names = columns.map(({ Field }) => String(Field));
  const key = grown[table]![0]!;
  let after = '';
  for (;;) {
    const [[span]] = await connection.query<RowDataPacket[]>(
      `select max(\`${key}\`) as until from
         (select \`${key}\` from ${source}.\`${table}\` where \`${key}\` > ? order by \`${key}\` limit ${rowsAtOnce}) as span`,
      [after],
    );
    if (typeof span?.['until'] !== 'string') break;
    const until = span['until'];
    await connection.query(
      `insert into \`${table}\` (${names.map((name) => `\`${name}\``).join(', ')})
       select straight_join ${names.map((name) => valueOf(name, grown[table]!)).join(', ')}
         from ${source}.\`${table}\` as past cross join seq_1_to_${growth.copies} as copies
        where past.\`${key}\` > ? and past.\`${key}\` <= ?`,
      [after, until],
    );
    after = until;
  }
  await change(indexes.map(({ name, kind, columns: of }) => `add ${kind} \`${name}\` (${of})`));
}

/** All but the primary key, as they are written in a statement that makes them. */
async function indexesOf(
  connection: Connection,
  { source, table }: Growth,
): Promise<{ name: string; kind: string; columns: string }[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select index_name as name, if(min(non_unique) = 0, 'unique index', 'index') as kind,
            group_concat('\`', column_name, '\`' order by seq_in_index separator ', ') as columns
       from information_schema.statistics
      where table_schema = ? and table_name = ? and index_name <> 'PRIMARY' group by index_name`,
    [source, table],
  );
  return rows as { name: string; kind: string; columns: string }[];
}

/** Ids keep their time and get other random digits, made from the old ones, so that what belongs together does. */
function valueOf(column: string, differing: readonly string[]): string {
  if (!differing.includes(column)) return `past.\`${column}\``;
  if (column === 'number') return "concat(number, '-', copies.seq)";
  return `concat(left(past.\`${column}\`, 24), left(md5(concat(past.\`${column}\`, copies.seq)), 12))`;
}
