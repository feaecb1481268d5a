import { createConnection, type Connection, type RowDataPacket } from 'mysql2';
import type { Connection as Asking } from 'mysql2/promise';
import type { Cell } from './row-text.ts';
import { bookkeeping, type Snapshot, type Table } from './snapshot.ts';

/** Values as the server writes them: dates, JSON and large numbers stay texts, so that nothing is rounded on the way. */
export function connectPlainly(url: string): Connection {
  return createConnection({
    uri: url,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: 10_000,
  });
}

/** One transaction of InnoDB sees every table as it stood when it began. */
export async function openMysqlSnapshot(url: string): Promise<Snapshot> {
  const plain = connectPlainly(url);
  const connection = plain.promise();
  try {
    await connection.query('set session transaction isolation level repeatable read');
    await connection.query('start transaction with consistent snapshot');
    return {
      family: 'mysql',
      migrations: await listMigrations(connection),
      tables: await listMysqlTables(connection),
      rows: (table) => rowsOf(plain, table),
      close: () => connection.end(),
    };
  } catch (error) {
    plain.destroy();
    throw error;
  }
}

export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

async function listMigrations(connection: Asking): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('select name from mikro_orm_migrations order by id');
  return rows.map((row) => String(row.name));
}

/** Tables of the product, by name. */
export async function listMysqlTables(connection: Asking): Promise<Table[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select c.table_name as name, c.column_name as col, k.ordinal_position as place
     from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     left join information_schema.key_column_usage k on k.table_schema = c.table_schema and k.table_name = c.table_name
       and k.column_name = c.column_name and k.constraint_name = 'PRIMARY'
     where c.table_schema = database() order by c.table_name, c.ordinal_position`,
  );
  const byName = Map.groupBy(rows as { name: string; col: string; place: number | null }[], (row) => row.name);
  return [...byName]
    .filter(([name]) => !bookkeeping.includes(name))
    .map(([name, columns]) => ({
      name,
      columns: columns.map((column) => column.col),
      key: columns
        .filter((column) => column.place !== null)
        .sort((a, b) => Number(a.place) - Number(b.place))
        .map((column) => column.col),
    }));
}

async function* rowsOf(connection: Connection, table: Table): AsyncGenerator<readonly Cell[]> {
  const columns = table.columns.map(quoted).join(', ');
  const order = (table.key.length > 0 ? table.key : table.columns).map(quoted).join(', ');
  const sql = `select ${columns} from ${quoted(table.name)} order by ${order}`;
  yield* connection.query({ sql, rowsAsArray: true }).stream() as AsyncIterable<Cell[]>;
}
