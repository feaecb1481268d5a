import { CompiledQuery, type ControlledTransaction, type DatabaseConnection, type Kysely } from 'kysely';
import { familyOfEm, type Em } from './sql-types.ts';
import { sqliteNative } from './sqlite-native.ts';

interface Ran {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

/**
 * Rows of a hot statement. Unlike `em.execute` it does not write the values into the text: they are bound, and SQLite
 * compiles the text once. So `parameters` are single values, no lists.
 */
export async function selectRows<T>(em: Em, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
  return (await run(em, sql, parameters)).rows as T[];
}

/** Runs one writing statement and returns how many rows it touched. */
export async function affectedRows(em: Em, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  return (await run(em, sql, parameters)).affected;
}

async function run(em: Em, sql: string, parameters: readonly unknown[]): Promise<Ran> {
  const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
  em.config.getLogger().log('query', sql);
  if (familyOfEm(em) === 'sqlite') return runInSqlite(em, sql, parameters.map(forSqlite));
  const values = parameters.map(forMysql);
  return ask(transaction === undefined ? clientOf(em) : await connectionOf(transaction), sql, values);
}

const clientOf = (em: Em): Kysely<unknown> => em.getConnection().getClient<unknown>();

async function ask(
  client: Pick<Kysely<unknown> | DatabaseConnection, 'executeQuery'>,
  sql: string,
  values: readonly unknown[],
): Promise<Ran> {
  const { rows, numAffectedRows } = await client.executeQuery(CompiledQuery.raw(sql, [...values]));
  return { rows, affected: Number(numAffectedRows ?? 0n) };
}

const connections = new WeakMap<object, DatabaseConnection>();

/** The transaction holds its connection, so nothing needs to stand between that and a statement. */
async function connectionOf(transaction: ControlledTransaction<unknown>): Promise<DatabaseConnection> {
  // The connection may be somebody else's by now.
  if (transaction.isCommitted || transaction.isRolledBack) throw new Error(hasEnded);
  const known = connections.get(transaction);
  if (known !== undefined) return known;
  const connection = await transaction.getExecutor().provideConnection((held) => Promise.resolve(held));
  connections.set(transaction, connection);
  return connection;
}

const hasEnded = 'the transaction has ended already';

/** There is one connection: while nobody's transaction holds it, it need not be waited for. */
async function runInSqlite(em: Em, sql: string, values: readonly unknown[]): Promise<Ran> {
  const isInside = em.isInTransaction();
  const { database, prepare } = await sqliteNative(em.getConnection());
  const statement = prepare(sql);
  if (!isInside && database.inTransaction) return ask(clientOf(em), sql, values);
  // SQLite ends a transaction by itself on some errors; a statement must not run outside of it then.
  if (isInside && !database.inTransaction) throw new Error(hasEnded);
  if (statement.reader) return { rows: statement.all(...values), affected: 0 };
  return { rows: [], affected: statement.run(...values).changes };
}

function forSqlite(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return single(value);
}

const forMysql = (value: unknown): unknown => (value instanceof Date ? value : single(value));

function single(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    throw new TypeError('a parameter must be a single value');
  return value ?? null;
}
