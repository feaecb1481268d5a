import { compare } from './compare.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { startLateReplica, withBinaryLog } from './late-replica.ts';
import { startBenchMariadb } from './mariadb.ts';
import type { BenchContext, Measure } from './measure.ts';
import { startSubmitSite } from './submit-site.ts';

const rounds = 5;
const perRound = 1_500;

/** Everybody applies for one matter, against the same number over twenty: the site, its database and its rows are the same. */
async function hotAgainstSpread(context: BenchContext, replicaDelay?: number): Promise<number> {
  const server = await startBenchMariadb(context, replicaDelay === undefined ? [] : withBinaryLog);
  const databaseUrl = await server.createDatabase('yitang');
  const count = rounds * perRound;
  const ours = await startSubmitSite(context, { databaseUrl, spread: count, hot: count });
  const replica = replicaDelay === undefined ? undefined : await startLateReplica(context, server, replicaDelay);
  const pids = [ours.site.pid, server.pid()];
  const found = await compare(context, startLoadGenerator(context), {
    what: 'submissions of one matter',
    rounds,
    ours: { name: 'one matter', pids, order: () => ours.order(perRound, 'hot') },
    yardstick: { name: 'twenty matters', pids, order: () => ours.order(perRound, 'spread') },
  });
  await replica?.requireWaited();
  return found.throughput;
}

const onFastDisk: Measure = {
  names: ['P4.hot'],
  what: 'submissions of one matter, by those of twenty matters, on MariaDB: a row that all of them change would show',
  run: async (context) => ({ 'P4.hot': await hotAgainstSpread(context) }),
};

/** A fast disk hides such a row: each commit holds its locks for a tenth of a millisecond only. */
const onSlowCommits: Measure = {
  names: ['P4.hot.2ms'],
  what: 'the same with a binary log, where every commit takes two milliseconds longer (it waits for a replica that answers late)',
  run: async (context) => ({ 'P4.hot.2ms': await hotAgainstSpread(context, 2) }),
};

export const hotMatter = [onFastDisk, onSlowCommits];
