import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { SharedSync } from './shared-sync.ts';

/** What is used of better-sqlite3. */
interface SqliteDatabase {
  readonly name: string;
  readonly inTransaction: boolean;
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  pragma(name: string, options: { simple: true }): unknown;
  close(): unknown;
}
interface SqliteStatement {
  readonly reader: boolean;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number };
}
interface NativeConnection {
  getNativeClient(): Promise<SqliteDatabase>;
}

/** The one connection to SQLite, without what the ORM puts around it. */
export interface SqliteNative {
  readonly database: SqliteDatabase;
  /** Compiles a text once. */
  readonly prepare: (sql: string) => SqliteStatement;
  /** The transaction that has just begun will not be synced by its commit, but by `synced` behind it. */
  readonly putOffSync: () => void;
  /** Resolves when all that is committed by now survives a power cut. */
  readonly synced: () => Promise<void>;
  /** Whether `synced` never resolves again. */
  readonly hasFailedSync: () => boolean;
}

const mostKept = 500;
const known = new WeakMap<object, SqliteNative>();

export async function sqliteNative(connection: object): Promise<SqliteNative> {
  const found = known.get(connection);
  if (found !== undefined) return found;
  const database = await (connection as NativeConnection).getNativeClient();
  const made = known.get(connection) ?? makeNative(database);
  known.set(connection, made);
  return made;
}

/** The query builder compiles a text each time that it meets it; of a text that is kept it gets the same statement again. */
function makeNative(database: SqliteDatabase): SqliteNative {
  const compile = database.prepare.bind(database);
  const sync = makeSync(database);
  const [begin, commit, rollback] = [compile('begin'), compile('commit'), compile('rollback')];
  const kept = new Map([
    ['begin', begin],
    ['commit', sync.behind(() => commit.run())],
    // What SQLite has ended by itself needs none, and one that failed would hold the connection for ever.
    ['rollback', sync.behind(() => (database.inTransaction ? rollback.run() : { changes: 0 }))],
  ]);
  database.prepare = (sql) => kept.get(sql) ?? compile(sql);
  return {
    database,
    prepare: (sql) => {
      const statement = kept.get(sql) ?? compile(sql);
      if (kept.size < mostKept) kept.set(sql, statement);
      return statement;
    },
    putOffSync: () => {
      // Nothing was read or written yet; how a transaction is synced can only be said before it begins.
      rollback.run();
      sync.putOff();
      begin.run();
    },
    synced: sync.wait,
    hasFailedSync: sync.hasFailed,
  };
}

/**
 * SQLite syncs each commit itself (`full`) and does nothing else until that is done. Told not to (`normal`), it leaves the
 * commit in its log, in order and checked by sums: there it only has to be synced, in a thread and for many at once.
 */
function makeSync(database: SqliteDatabase) {
  let log: SharedSync | undefined;
  let isPutOff = false;
  const endPutOff = (): void => {
    if (!isPutOff || database.inTransaction) return;
    database.exec('pragma synchronous = full');
    isPutOff = false;
  };
  return {
    putOff: (): void => {
      // In memory there is none, nor on some shares of a network: there SQLite goes on by itself.
      if (database.pragma('journal_mode', { simple: true }) !== 'wal') return;
      log ??= syncOfLog(database);
      isPutOff = true;
      database.exec('pragma synchronous = normal');
    },
    /** Whoever has the connection next finds it as it always is. */
    behind: (end: SqliteStatement['run']): SqliteStatement => ({
      reader: false,
      all: () => [],
      run: () => {
        try {
          return end();
        } finally {
          endPutOff();
        }
      },
    }),
    wait: async (): Promise<void> => log?.wait(),
    hasFailed: (): boolean => log?.hasFailed === true,
  };
}

const flush = promisify(fdatasync);

function syncOfLog(database: SqliteDatabase): SharedSync {
  let descriptor: number | undefined;
  const close = database.close.bind(database);
  database.close = () => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
    return close();
  };
  return new SharedSync(async () => flush((descriptor ??= openSync(`${database.name}-wal`, 'r+'))));
}
