import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';
import { startMariadb, type PrivateMariadb } from '../../support/processes/private-mariadb.ts';

/** A way in which a database can be away. */
export interface DatabaseFault {
  readonly name: string;
  /** Whether nothing can be read meanwhile either. */
  readonly losesReads: boolean;
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** A database that a test takes away from the server and gives back. */
export interface FaultyDatabase {
  readonly faults: readonly DatabaseFault[];
  /** Answers its address; undefined where the server brings its own. */
  start(): Promise<string | undefined>;
  /** Which one the server uses. */
  use(url: string): void;
  stop(): Promise<void>;
}

/** Each engine with the faults that it can have: nothing is skipped on either. */
export const faultyDatabase = (): FaultyDatabase =>
  process.env.TEST_DATABASE_URL === undefined ? heldFile() : brokenServer();

function brokenServer(): FaultyDatabase {
  let server: PrivateMariadb;
  const signal = async (name: 'SIGSTOP' | 'SIGCONT'): Promise<void> => void process.kill(server.pid(), name);
  return {
    faults: [
      { name: 'hangs', losesReads: true, begin: () => signal('SIGSTOP'), end: () => signal('SIGCONT') },
      { name: 'was killed', losesReads: true, begin: () => server.kill(), end: () => server.restart() },
    ],
    start: async () => {
      server = await startMariadb();
      const connection = await createConnection(server.url.replace('mariadb:', 'mysql:'));
      await connection.query('create database yitang character set utf8mb4 collate utf8mb4_bin');
      await connection.end();
      return `${server.url}/yitang`;
    },
    use: () => undefined,
    stop: async () => {
      // A stopped process would not hear that it shall end.
      await signal('SIGCONT').catch(() => undefined);
      await server.stop();
    },
  };
}

/** An embedded database has no server that could be away, but another process may hold its file. */
function heldFile(): FaultyDatabase {
  let file = '';
  let holder: DatabaseSync | undefined;
  const end = async (): Promise<void> => {
    holder?.close();
    holder = undefined;
  };
  return {
    faults: [
      {
        name: 'is held by another process',
        losesReads: false,
        begin: async () => {
          holder = new DatabaseSync(file, { timeout: 5_000 });
          holder.exec('begin immediate');
        },
        end,
      },
    ],
    start: async () => undefined,
    use: (url) => void (file = url.slice('sqlite:'.length)),
    stop: end,
  };
}
