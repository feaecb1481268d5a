import { compare } from './compare.ts';
import { growth, inbox, orderOf, rounds, type Bench } from './growth.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import type { Figures, Measure } from './measure.ts';
import { recountFigures, reformFigures } from './reform-office.ts';
import { startUniversities, type Clerk, type University } from './university-sites.ts';
import { startRawServer } from './yardsticks/start-raw-server.ts';

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
      order: () => orderOf(large.site.port, inbox, { cookie: clerk.cookie }),
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

export const largeUniversity: Measure = {
  names: [
    ...['P5.inbox', 'P5.growth', 'P5.bigClerk'],
    ...['P6.groupby', 'P6.growth', 'P6.dashboardMs', 'P6.dashboardGrowth', 'P6.whatIfMs', 'P6.setMs'],
    ...['P6.recountS', 'P6.besideRecountMs'],
  ],
  what: 'inboxes and what the reform office looks at, with 1.5 million cases, by 15,000 and by raw mysql2',
  run: async (context) => {
    const of = await startUniversities(context);
    const bench = { context, of, load: startLoadGenerator(context) };
    // The copy has a hundred times the cases and still the counters of one: the recount mends them.
    const recount = await recountFigures(bench);
    return { ...recount, ...(await inboxFigures(bench)), ...(await reformFigures(bench)) };
  },
};
