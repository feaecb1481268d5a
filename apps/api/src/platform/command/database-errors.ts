// The whole transaction is run again for these; see docs/SECURITY.md on the engines that send them.
const retryableNumbers = new Set([
  1213, // deadlock, and a certification conflict of Galera
  1205, // lock wait timeout
  1020, // record changed since it was read (snapshot isolation of MariaDB)
  1317, // query interrupted
  1047, // the node is not (yet) part of the cluster
  1053, // server shutdown in progress
  1290, // read-only node
  3101, // group replication conflict
  8022, // TiDB: commit conflict
  9007, // TiDB: write conflict
  8002, // TiDB: select for update conflict
  6002, // OceanBase: transaction rolled back
  4012, // OceanBase: timeout
]);
const connectionCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'CR_SERVER_GONE_ERROR',
  'CR_SERVER_LOST',
  'ER_SERVER_SHUTDOWN',
]);
const connectionNumbers = new Set([2006, 2013, 1040, 1152, 1158, 1159, 1160, 1161, 1927, 4031]);
const sqliteBusy = /^SQLITE_(BUSY|LOCKED)/;

interface DriverError {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
}

/** An error and what caused it, outermost first: the ORM wraps what the driver said. */
function* layers(error: unknown): Generator<DriverError> {
  for (let depth = 0, current = error; current instanceof Error && depth < 6; depth++) {
    yield current;
    current = current.cause ?? (current as { previous?: unknown }).previous;
  }
}

const some = (error: unknown, test: (layer: DriverError) => boolean): boolean => [...layers(error)].some(test);

/** The database can't be reached or stopped answering. */
export const isConnectionLoss = (error: unknown): boolean =>
  some(
    error,
    ({ code, errno, message }) =>
      connectionCodes.has(code ?? '') ||
      connectionNumbers.has(errno ?? 0) ||
      message === 'Queue limit reached.' ||
      message === 'Pool is closed.',
  );

/** Known not to be committed, and worth another try. */
export const isRetryable = (error: unknown): boolean =>
  isConnectionLoss(error) ||
  some(error, ({ errno, code }) => retryableNumbers.has(errno ?? 0) || sqliteBusy.test(code ?? ''));

/** After this during COMMIT nobody knows whether it was done; only the command's key tells. */
export const isAmbiguousCommit = (error: unknown): boolean =>
  isConnectionLoss(error) || some(error, ({ errno }) => errno === 1180);

export const isUniqueViolation = (error: unknown): boolean =>
  some(
    error,
    ({ errno, code }) =>
      errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY',
  );
