import { compare } from './compare.ts';
import { onServer } from './data/universities.ts';
import { startLoadGenerator, type LoadGenerator } from './load/load-generator.ts';
import type { LoadOrder } from './load/order.ts';
import { requestText } from './load/request-text.ts';
import type { BenchContext, Figures, Measure } from './measure.ts';
import { startUniversities, type Clerk, type Universities, type University } from './university-sites.ts';
import { startRawServer } from './yardsticks/start-raw-server.ts';

const connections = 16;
const seconds = 3;
const rounds = 5;

interface Bench {
  readonly context: BenchContext;
  readonly load: LoadGenerator;
  readonly of: Universities;
}

const orderOf = (port: number, path: string, cookie = ''): LoadOrder => ({
  port,
  connections,
  seconds,
  requests: [requestText(path, { headers: { cookie } })],
});

/** How many times longer the first takes than the second: medians of rounds in turn. */
async function growth(
  { context, load, of }: Bench,
  {
    what,
    sides,
  }: { what: string; sides: readonly [name: string, university: University, path: string, cookie: string][] },
): Promise<number> {
  const [ours, yardstick] = sides.map(([name, { site }, path, cookie]) => ({
    name,
    pids: [site.pid, of.databasePid],
    order: () => orderOf(site.port, path, cookie),
  }));
  const { throughput } = await compare(context, load, { what, rounds, ours: ours!, yardstick: yardstick! });
  return 1 / throughput;
}

const inbox = '/api/office/inbox?limit=20';

/** P5: the inbox of a department, by Koa with raw mysql2, by fifteen thousand cases, and of a clerk with very many. */
async function inboxFigures(bench: Bench): Promise<Figures> {
  const { context, load, of } = bench;
  const { clerk, bigClerk, small, large } = of;
  const database = large.databaseUrl.replace('mariadb:', 'mysql:');
  const raw = await startRawServer(context, 'inbox', { database });
  const found = await compare(context, load, {
    what: 'inbox',
    rounds,
    ours: {
      name: 'ours',
      pids: [large.site.pid, of.databasePid],
      order: () => orderOf(large.site.port, inbox, clerk.cookie),
    },
    yardstick: {
      name: 'raw',
      pids: [raw.pid, of.databasePid],
      order: () => orderOf(raw.port, `/?post=${clerk.postId}`),
    },
  });
  const against = (what: string, { cookie }: Clerk, [one, other]: readonly [Clerk, University]) =>
    growth(bench, {
      what,
      sides: [
        [what, large, inbox, cookie],
        ['a usual one', other, inbox, one.cookie],
      ],
    });
  return {
    'P5.inbox': found.throughput,
    'P5.growth': await against('inbox among 1.5 million cases', clerk, [clerk, small]),
    'P5.bigClerk': await against('inbox with 300,000 open cases', bigClerk, [clerk, large]),
  };
}

const highFrequency = '/api/reform/high-frequency';

/** P6: what the reform office looks at, by a group by over as many cases, and by fifteen thousand. */
async function reformFigures(bench: Bench): Promise<Figures> {
  const { context, load, of } = bench;
  const { large, small, officer } = of;
  const grouped = await groupBysPerSecond(large);
  const { answers, seconds: took } = await load.run(orderOf(large.site.port, highFrequency, officer));
  context.progress(`group by ${grouped.toFixed(2)}/s, the high-frequency set ${Math.round(answers / took)}/s`);
  return {
    'P6.groupby': answers / took / grouped,
    'P6.growth': await growth(bench, {
      what: 'high-frequency set',
      sides: [
        ['1.5 million', large, highFrequency, officer],
        ['15,000', small, highFrequency, officer],
      ],
    }),
  };
}

/** Cases per matter of the last year by counting them, as often as two cores can. */
function groupBysPerSecond({ databaseUrl }: University): Promise<number> {
  return onServer(databaseUrl, async (connection) => {
    const [begin, times] = [performance.now(), 5];
    for (let turn = 0; turn < times; turn += 1) {
      await connection.query(
        "select matter_id, count(*) as cases from cases where accepted_on >= '2000-01-01' group by matter_id",
      );
    }
    return (times * 1000) / (performance.now() - begin);
  });
}

export const largeUniversity: Measure = {
  names: ['P5.inbox', 'P5.growth', 'P5.bigClerk', 'P6.groupby', 'P6.growth'],
  what: 'inboxes and what the reform office looks at, with 1.5 million cases, by 15,000 and by raw mysql2',
  run: async (context) => {
    const of = await startUniversities(context);
    const bench = { context, of, load: startLoadGenerator(context) };
    return { ...(await inboxFigures(bench)), ...(await reformFigures(bench)) };
  },
};
