import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { fromRoot } from '../../../scripts/lib/paths.ts';
import { startChild, type Child } from './child.ts';
import { freePort } from './free-port.ts';

const execute = promisify(execFile);

export interface PrivateMariadb {
  /** `mariadb://root@127.0.0.1:PORT`; append a database's name. */
  url: string;
  port: number;
  /** Of the server that runs now. */
  pid(): number;
  /** SIGKILL, as a power cut would; `restart` brings it back on the same port with the same data. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface MariadbOptions {
  /** Only settings that a test is about; durability is on unless it says otherwise. */
  settings?: readonly string[];
  /** Where its folder is made, from the checkout; `var/test` unless said otherwise. */
  within?: string;
}

async function isUp(port: number): Promise<boolean> {
  try {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 1000 });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

// mariadbd refuses to run as root unless it is told to; this instance listens on loopback and dies with the tests.
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

function serverArguments(folder: string, port: number, settings: readonly string[]): string[] {
  return [
    '--no-defaults',
    ...asRoot,
    `--datadir=${join(folder, 'data')}`,
    '--socket=mariadb.sock', // relative to the data folder: a long path would not fit a socket's name
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${join(folder, 'pid')}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--skip-name-resolve',
    '--innodb-buffer-pool-size=128M',
    '--innodb-flush-log-at-trx-commit=1',
    ...settings,
  ];
}

/** A MariaDB of its own folder (under var/) and port, empty, gone after `stop`. */
export async function startMariadb(options: MariadbOptions = {}): Promise<PrivateMariadb> {
  const { within = 'var/test' } = options;
  await mkdir(fromRoot(within), { recursive: true });
  const folder = await mkdtemp(fromRoot(within, 'mariadb-'));
  const setUp = ['--no-defaults', ...asRoot, `--datadir=${join(folder, 'data')}`];
  await execute('mariadb-install-db', [...setUp, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const port = await freePort();
  const args = serverArguments(folder, port, options.settings ?? []);
  const start = () => startChild({ command: '/usr/sbin/mariadbd', args, isReady: () => isUp(port) });
  let server: Child = await start();
  return {
    url: `mariadb://root@127.0.0.1:${port}`,
    port,
    pid: () => server.pid,
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
