import { createConnection } from 'mysql2/promise';
import { startMariadb, type PrivateMariadb } from '../../tests/support/processes/private-mariadb.ts';
import { ensurePackages } from '../lib/debian-packages.ts';
import type { BenchContext } from './measure.ts';

export interface BenchMariadb extends PrivateMariadb {
  /** An empty database of its own; answers its address. */
  createDatabase(name: string): Promise<string>;
}

const durable = [
  '--innodb-flush-log-at-trx-commit=1',
  '--innodb-buffer-pool-size=1G',
  '--innodb-log-file-size=1G',
  '--max-connections=200',
];

/** A MariaDB as a university would run it, under var/bench; gone when the measure ends. */
export async function startBenchMariadb(
  context: BenchContext,
  settings: readonly string[] = [],
): Promise<BenchMariadb> {
  await ensurePackages(['mariadb', 'mariadbTools']);
  context.progress('starting MariaDB');
  const server = await startMariadb({ settings: [...durable, ...settings], within: 'var/bench' });
  context.after(() => server.stop());
  return {
    ...server,
    createDatabase: async (name) => {
      const connection = await createConnection(server.url.replace('mariadb:', 'mysql:'));
      await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
      await connection.end();
      return `${server.url}/${name}`;
    },
  };
}
