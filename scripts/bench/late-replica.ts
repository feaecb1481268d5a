import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { createConnection, type Connection } from 'mysql2/promise';
import { startMariadb, type PrivateMariadb } from '../../tests/support/processes/private-mariadb.ts';
import { Stop } from '../lib/say.ts';
import type { BenchContext } from './measure.ts';

/** Settings of a server that will be followed: a binary log that is flushed with each commit. */
export const withBinaryLog = ['--server-id=1', '--log-bin=binlog', '--sync-binlog=1', '--binlog-format=row'];

export interface LateReplica {
  /** @throws Stop where commits went through without waiting for it: the figure would not be what it says */
  requireWaited(): Promise<void>;
}

const open = ({ url }: PrivateMariadb): Promise<Connection> => createConnection(url.replace('mariadb:', 'mysql:'));

/**
 * From now on every commit waits, with all its locks, until a replica has it, and the replica says so `delay` milliseconds
 * late. For whoever waits it is a disk that takes so long to flush. MariaDB has no setting that makes a flush slow:
 * `binlog_commit_wait_usec` gives way as soon as somebody waits for a row, which is what is to be measured.
 */
export async function startLateReplica(
  context: BenchContext,
  source: PrivateMariadb,
  delay: number,
): Promise<LateReplica> {
  context.progress(`starting a replica that answers ${delay} ms late`);
  const replica = await startMariadb({
    settings: ['--server-id=2', '--rpl-semi-sync-slave-enabled=on'],
    within: 'var/bench',
  });
  context.after(() => replica.stop());
  const { server, port } = await answerLate(source.port, delay);
  context.after(() => void server.close());
  const here = await open(source);
  context.after(() => here.end());
  // What was written before is none of its business.
  await here.query('reset master');
  await here.query(
    "set global rpl_semi_sync_master_enabled = on, rpl_semi_sync_master_wait_point = 'AFTER_SYNC', rpl_semi_sync_master_timeout = 10000",
  );
  const there = await open(replica);
  await there.query(`change master to master_host='127.0.0.1', master_port=${port}, master_user='root'`);
  // It keeps what it is sent and does not do it: that would take the processor from the server that is measured.
  await there.query('start slave io_thread');
  await there.end();
  for (let tries = 0; (await status(here, 'Rpl_semi_sync_master_clients')) !== 1; tries += 1) {
    if (tries > 300) throw new Stop('The replica does not follow.');
    await rest(100);
  }
  const before = await status(here, 'Rpl_semi_sync_master_no_tx');
  return {
    requireWaited: async () => {
      const passed = (await status(here, 'Rpl_semi_sync_master_no_tx')) - before;
      if (passed > 0) throw new Stop(`${passed} commits did not wait for the replica.`);
    },
  };
}

async function status(connection: Connection, name: string): Promise<number> {
  const [rows] = await connection.query(`show global status like '${name}'`);
  return Number((rows as { Value: string }[])[0]?.Value ?? 0);
}

/** Passes what the source sends on at once, and what the replica answers after `delay` milliseconds. */
async function answerLate(port: number, delay: number): Promise<{ server: Server; port: number }> {
  const server = createServer((near: Socket) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', () => undefined);
    near.on('data', (part) => setTimeout(() => far.write(part), delay)).once('close', () => far.destroy());
    far.on('data', (part) => near.write(part)).once('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}
