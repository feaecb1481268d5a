import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/sql';
import { CompiledQuery, MysqlDialect } from 'kysely';
import { createPool } from 'mysql2';
import { guardPool, type PoolDeadlines } from './guarded-pool.ts';
import { mostPrepared } from './prepared-texts.ts';
import { familyOf, type DatabaseFamily, type Orm } from './sql-types.ts';

export interface DatabaseOptions {
  /** `sqlite:PATH`, `sqlite::memory:`, `mariadb://…` or `mysql://…`. */
  readonly url: string;
  readonly entities: NonNullable<Options['entities']>;
  readonly poolSize?: number;
  readonly deadlines?: PoolDeadlines;
  /** Sees every statement; for tests that count them. */
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/** Milliseconds. While SQLite waits for another process it holds up this whole one, also for who asks nothing of it. */
const briefWait = 100;

const defaultDeadlines: PoolDeadlines = { acquire: 5_000, statement: 8_000, commit: 12_000 };

/** Opens (does not migrate) the database behind an address. */
export async function openOrm(options: DatabaseOptions): Promise<Orm> {
  return MikroORM.init(await ormOptions(options));
}

export async function ormOptions(options: DatabaseOptions): Promise<Options> {
  const family = familyOf(options.url);
  const { onStatement } = options;
  const common: Options = {
    entities: options.entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    debug: onStatement === undefined ? false : ['query'],
    highlighter: undefined,
    colors: false,
    logger: onStatement === undefined ? () => undefined : (line) => onStatement(line.replace(/^\[query\] /, '')),
    migrations: { path: migrationsFolder(family), emit: 'ts', snapshot: false, silent: true },
    schemaGenerator: { skipTables: ['schema_lease'] },
  };
  return family === 'sqlite' ? sqliteOptions(options, common) : mysqlOptions(options, common);
}

export const migrationsFolder = (family: DatabaseFamily): string =>
  fileURLToPath(new URL(`./migrations/${family}`, import.meta.url));

async function sqliteOptions({ url, deadlines }: DatabaseOptions, common: Options): Promise<Options> {
  const { SqliteDriver } = await import('@mikro-orm/sqlite');
  const file = url.slice('sqlite:'.length);
  const dbName = file === ':memory:' ? file : resolve(file);
  if (dbName !== ':memory:') mkdirSync(dirname(dbName), { recursive: true });
  return {
    ...common,
    driver: SqliteDriver,
    dbName,
    // An acknowledged commit survives a power cut: hence `full`, which WAL does not have by itself.
    onCreateConnection: runOnEachConnection([
      'pragma journal_mode = wal',
      'pragma synchronous = full',
      `pragma busy_timeout = ${deadlines?.acquire ?? briefWait}`,
      'pragma foreign_keys = on',
    ]),
  };
}

async function mysqlOptions(options: DatabaseOptions, common: Options): Promise<Options> {
  const isMariaDb = options.url.startsWith('mariadb:');
  // The wrong one of the two drivers sees every JSON column of the other engine as changed.
  const driver = isMariaDb
    ? (await import('@mikro-orm/mariadb')).MariaDbDriver
    : (await import('@mikro-orm/mysql')).MySqlDriver;
  const mysqlPool = () =>
    createPool({
      uri: options.url,
      connectionLimit: options.poolSize ?? 10,
      queueLimit: 500,
      maxPreparedStatements: mostPrepared,
      connectTimeout: 5_000,
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
      jsonStrings: isMariaDb,
      charset: 'utf8mb4',
    });
  return {
    ...common,
    driver,
    clientUrl: options.url,
    charset: 'utf8mb4',
    // Under the general and unicode collations 𠮷 equals 𠀀.
    collate: 'utf8mb4_bin',
    driverOptions: () =>
      new MysqlDialect({
        pool: guardPool(mysqlPool(), options.deadlines ?? defaultDeadlines),
        // Read committed takes no gap locks, so that two inserts into one index do not meet in a deadlock.
        onCreateConnection: runOnEachConnection(['set session transaction isolation level read committed']),
      }),
  };
}

function runOnEachConnection(statements: readonly string[]): (connection: unknown) => Promise<void> {
  return async (connection) => {
    for (const sql of statements) {
      await (connection as { executeQuery(query: CompiledQuery): Promise<unknown> }).executeQuery(
        CompiledQuery.raw(sql),
      );
    }
  };
}
