import { rmSync } from 'node:fs';
import { fromRoot } from '../lib/paths.ts';
import { compare } from './compare.ts';
import { openDatabase } from '../../tests/load/open-database.ts';
import { insertDraftFiles } from './data/written-rows.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { startBenchMariadb } from './mariadb.ts';
import type { BenchContext, Measure } from './measure.ts';
import { startSubmitSite, type SubmitSite } from './submit-site.ts';
import { startRawServer } from './yardsticks/start-raw-server.ts';

const rounds = 5;
const perRound = 3_000;
/** Before anything is counted: a server that has served for a while has its code compiled. */
const warmUp = 6_000;
const inAll = warmUp + rounds * perRound;

/** Where the yardstick writes: a database of its own beside ours. */
interface RawPlace {
  readonly engine: 'mysql' | 'sqlite';
  readonly url: string;
  /** The database's own process, where it has one. */
  readonly pids: readonly number[];
}

async function againstRaw(context: BenchContext, ours: SubmitSite, { engine, url, pids }: RawPlace): Promise<number> {
  const orm = await openDatabase(url);
  const drafts = await insertDraftFiles(orm.em.fork(), ours.written, inAll);
  await orm.close(true);
  const database = engine === 'sqlite' ? url.slice('sqlite:'.length) : url.replace('mariadb:', 'mysql:');
  const raw = await startRawServer(context, engine, { database, written: ours.written, drafts });
  context.progress(
    `rows of one submission: ${ours.written.tables.map(({ table, rows }) => `${table} ${rows.length}`).join(', ')}`,
  );
  const load = startLoadGenerator(context);
  await load.run(ours.order(warmUp));
  await load.run(ours.likeOrder(raw.port, warmUp));
  const found = await compare(context, load, {
    what: `submissions on ${engine}`,
    rounds,
    ours: { name: 'ours', pids: [ours.site.pid, ...pids], order: () => ours.order(perRound) },
    yardstick: { name: 'raw', pids: [raw.pid, ...pids], order: () => ours.likeOrder(raw.port, perRound) },
  });
  return found.throughput;
}

/** P4 on MariaDB: every commit is flushed. */
const onMariadb: Measure = {
  names: ['P4.submit'],
  what: 'submissions on MariaDB, by mysql2 behind node:http writing the same rows in one durable transaction each',
  run: async (context) => {
    const server = await startBenchMariadb(context);
    const databaseUrl = await server.createDatabase('yitang');
    const ours = await startSubmitSite(context, { databaseUrl, spread: inAll });
    const url = await server.createDatabase('raw');
    return { 'P4.submit': await againstRaw(context, ours, { engine: 'mysql', url, pids: [server.pid()] }) };
  },
};

/** P4 on the embedded database: WAL, synchronous = full. */
const onSqlite: Measure = {
  names: ['P4.sqlite'],
  what: 'submissions on SQLite, by better-sqlite3 behind node:http writing the same rows in one durable transaction each',
  run: async (context) => {
    const ours = await startSubmitSite(context, { spread: inAll });
    const file = fromRoot(`var/bench/raw-${process.pid}.db`);
    context.after(() => ['', '-wal', '-shm'].forEach((end) => rmSync(`${file}${end}`, { force: true })));
    return { 'P4.sqlite': await againstRaw(context, ours, { engine: 'sqlite', url: `sqlite:${file}`, pids: [] }) };
  },
};

export const submit = [onMariadb, onSqlite];
