import type { ExecuteValues, Pool, PoolConnection } from 'mysql2';
import type { MysqlPool } from 'kysely';
import { isPreparedOnServer } from './prepared-texts.ts';

/** Milliseconds; a COMMIT gets longer, because giving it up leaves its outcome open. */
export interface PoolDeadlines {
  readonly acquire: number;
  readonly statement: number;
  readonly commit: number;
}

type Callback = (error: unknown, result?: unknown) => void;
type Connection = Parameters<Parameters<MysqlPool['getConnection']>[0]>[1];

/**
 * mysql2 waits for ever: for a free connection and for the answer of a hung server. Here both end with ETIMEDOUT, and
 * a connection that did not answer is destroyed, so that the pool heals by itself.
 */
export function guardPool(pool: Pool, deadlines: PoolDeadlines): MysqlPool {
  const guarded = new WeakMap<PoolConnection, Connection>();
  const guard = (connection: PoolConnection): Connection => {
    const known = guarded.get(connection);
    if (known !== undefined) return known;
    const made = guardConnection(connection, deadlines);
    guarded.set(connection, made);
    return made;
  };
  // A connection may fail once more after it has left the pool; nobody is waiting for it then.
  pool.on('connection', (connection) => connection.on('error', () => undefined));
  return {
    getConnection: (callback) => {
      let isSettled = false;
      const timer = setTimeout(() => {
        isSettled = true;
        callback(timedOut('no database connection became free'), undefined as never);
      }, deadlines.acquire);
      pool.getConnection((error, connection) => {
        if (isSettled) return error ? undefined : connection.release();
        isSettled = true;
        clearTimeout(timer);
        callback(error, error ? (undefined as never) : guard(connection));
      });
    },
    end: (callback) => endPool(pool, deadlines.acquire, callback),
  };
}

// The server has rolled the transaction back, or will have to.
const doomed = new Set([1213, 1205, 1020]);

function guardConnection(connection: PoolConnection, deadlines: PoolDeadlines): Connection {
  let isInTransaction = false;
  let doom: unknown;
  const query = (sql: string, parameters: unknown[], callback?: Callback): unknown => {
    if (callback === undefined) return connection.query(sql, parameters);
    if (sql === 'begin' || sql === 'rollback') doom = undefined;
    // After a swallowed deadlock the next statement would run by itself, outside any transaction.
    if (doom !== undefined) return callback(doom);
    let isSettled = false;
    const timer = setTimeout(
      () => {
        isSettled = true;
        destroy(connection);
        callback(timedOut('the database did not answer in time'));
      },
      sql === 'commit' ? deadlines.commit : deadlines.statement,
    );
    const settle = (error: { errno?: number } | null, result: unknown): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      if (error === null)
        isInTransaction = sql === 'begin' || (isInTransaction && sql !== 'commit' && sql !== 'rollback');
      else if (isInTransaction && doomed.has(error.errno ?? 0)) doom = error;
      // A statement may have failed while the rollback was on its way.
      if (error === null && sql === 'rollback') doom = undefined;
      callback(error, result);
    };
    if (isPreparedOnServer(sql)) return connection.execute(sql, parameters as ExecuteValues[], settle);
    return connection.query(sql, parameters, settle);
  };
  return {
    config: connection.config,
    threadId: connection.threadId,
    query,
    release: () => connection.release(),
    destroy: () => destroy(connection),
  } as unknown as Connection;
}

/** mysql2 only says goodbye, which a server that hangs does not hear. */
function destroy(connection: PoolConnection): void {
  connection.destroy();
  (connection as unknown as { stream?: { destroy?: () => void } }).stream?.destroy?.();
}

/** Ends in time and without an error also where connections are broken or were just being made. */
function endPool(pool: Pool, patience: number, callback: (error: unknown) => void): void {
  let isDone = false;
  const done = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    callback(undefined);
  };
  const timer = setTimeout(done, patience);
  pool.end(done);
}

function timedOut(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
