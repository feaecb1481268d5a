import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { entities } from '../../apps/api/src/database/entities.ts';
import {
  familyOf,
  openOrm,
  type DatabaseFamily,
  type DatabaseOptions,
  type Orm,
} from '../../apps/api/src/database/index.ts';

export interface TestDatabase {
  readonly orm: Orm;
  readonly url: string;
  readonly family: DatabaseFamily;
  close(): Promise<void>;
}

/** Where tests run: SQLite in memory, or the server of TEST_DATABASE_URL (`mariadb://user:password@host:port`). */
export const testDatabaseAddress = (): string => process.env.TEST_DATABASE_URL ?? 'sqlite::memory:';

export interface TestDatabaseOptions extends Partial<Omit<DatabaseOptions, 'url' | 'entities'>> {
  /** Reach the server through this port of this machine: the one of a proxy that fails. */
  readonly throughPort?: number;
}

/** An empty database of one's own with every table. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { throughPort, ...database } = options;
  const fresh = await freshDatabase();
  const url = throughPort === undefined ? fresh.url : withPort(fresh.url, throughPort);
  const isInMemory = familyOf(fresh.url) === 'sqlite';
  if (!isInMemory) await createTables(fresh.url);
  const orm = await openOrm({ url, entities, ...database });
  if (isInMemory) await orm.schema.create();
  return {
    orm,
    url: fresh.url,
    family: familyOf(fresh.url),
    close: async () => {
      await orm.close(true);
      await fresh.drop();
    },
  };
}

/** With patience: a busy machine may take seconds for a table. */
async function createTables(url: string): Promise<void> {
  const orm = await openOrm({ url, entities, deadlines: { acquire: 60_000, statement: 60_000, commit: 60_000 } });
  await orm.schema.create();
  await orm.close(true);
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.host = `127.0.0.1:${port}`;
  return changed.toString();
}

/** The address of a database without tables. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const address = testDatabaseAddress();
  if (familyOf(address) === 'sqlite') return { url: address, drop: async () => undefined };
  const server = new URL(address);
  const name = `yitang_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  server.pathname = `/${name}`;
  return { url: server.toString(), drop: () => onServer(server, `drop database if exists ${name}`) };
}

async function onServer(server: URL, sql: string): Promise<void> {
  const connection = await createConnection({
    host: server.hostname,
    port: Number(server.port || 3306),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
  });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** Runs `work` and returns the statements that the database was sent meanwhile (`begin` and `commit` included). */
export function statementCounter(): {
  onStatement: (sql: string) => void;
  during: (work: () => Promise<unknown>) => Promise<string[]>;
} {
  let seen: string[] | undefined;
  return {
    onStatement: (sql) => void seen?.push(sql),
    during: async (work) => {
      const mine: string[] = [];
      seen = mine;
      try {
        await work();
      } finally {
        seen = undefined;
      }
      return mine;
    },
  };
}
