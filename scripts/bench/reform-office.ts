import { setTimeout } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2/promise';
import { highFrequencySet, inheritVolumes } from '@yitang/domain/high-frequency';
import { fromRoot } from '../lib/paths.ts';
import { mustRun } from '../lib/run.ts';
import { onServer } from './data/universities.ts';
import { growth, inbox, orderOf, type Bench } from './growth.ts';
import { median, type Figures } from './measure.ts';
import type { University } from './university-sites.ts';

const highFrequency = '/api/reform/high-frequency';

const rounds = 9;

/** What a reform officer looks at; each of them a room with figures. */
const dashboards = [
  highFrequency,
  '/api/reform/overview',
  '/api/reform/targets',
  '/api/reform/trips',
  '/api/reform/promises',
  '/api/reform/reduction',
  '/api/reform/volume-coverage',
  '/api/reform/high-frequency/moves',
  '/api/reform/arrivals',
];

/** P6: what the reform office looks at, by a group by over as many cases, and by fifteen thousand. */
export async function reformFigures(bench: Bench): Promise<Figures> {
  const { context, load, of } = bench;
  const { large, small, officer } = of;
  const grouped = await groupBysPerSecond(large);
  const { answers, seconds: took } = await load.run(orderOf(large.site.port, highFrequency, { cookie: officer }));
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
    ...(await dashboardFigures(bench)),
    'P6.setMs': setMilliseconds(),
  };
}

/**
 * The slowest of all dashboards, by the 95th percentile of one who looks alone; and how much slower it is than among few
 * cases. An answer of a millisecond is told from its neighbour by the machine as much as by us, hence the middle of rounds
 * in turn.
 */
async function dashboardFigures({ context, load, of }: Bench): Promise<Figures> {
  const p95Of = async ({ site }: University, path: string) =>
    (await load.run(orderOf(site.port, path, { cookie: of.officer, connections: 1 }))).p95ms;
  let [slowest, growing] = [0, 0];
  for (const path of dashboards) {
    const [large, small]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      large.push(await p95Of(of.large, path));
      small.push(await p95Of(of.small, path));
    }
    const [ours, few] = [median(large), median(small)];
    context.progress(`${path}: p95 ${ours.toFixed(1)} ms, among 15,000 cases ${few.toFixed(1)} ms`);
    slowest = Math.max(slowest, ours);
    growing = Math.max(growing, ours / few);
  }
  return {
    'P6.dashboardMs': slowest,
    'P6.dashboardGrowth': growing,
    'P6.whatIfMs': await p95Of(of.large, await whatIfPath(of.large)),
  };
}

/** Twenty matters that would be handled online without a trip. */
async function whatIfPath({ databaseUrl }: University): Promise<string> {
  const codes = await onServer(databaseUrl, async (connection) => {
    const [rows] = await connection.query<(RowDataPacket & { code: string })[]>(
      'select code from matters order by code limit 20',
    );
    return rows.map(({ code }) => code);
  });
  return `/api/reform/what-if?${new URLSearchParams(codes.flatMap((code) => ['online', 'visits~0'].map((step) => ['do', `${code}~${step}`]))).toString()}`;
}

/** The set out of 5,000 matters by 36 months; half of them come from matters that were retired. */
function setMilliseconds(): number {
  const [matters, months] = [5_000, 36];
  const codes = Array.from({ length: matters }, (_, index) => `M${index}`);
  const volumes = codes.flatMap((code, index) =>
    Array.from({ length: months }, (_, month) => ({
      code: index % 2 === 0 ? code : `old ${code}`,
      volume: Math.round(100_000 / (index + 1)) + month,
    })),
  );
  const heirs = new Map(codes.map((code) => [`old ${code}`, code]));
  return median(
    Array.from({ length: 15 }, () => {
      const begin = performance.now();
      highFrequencySet(inheritVolumes(codes, volumes, heirs).volumes);
      return performance.now() - begin;
    }),
  );
}

/**
 * All counters from all cases, and what a clerk at work feels of it: the 95th percentile of the inbox beside the recount, by
 * the one before. The clerk looks for a second in three, as a saturated machine would say nothing of either.
 */
export async function recountFigures({ context, load, of: { large, clerk } }: Bench): Promise<Figures> {
  const look = async () => {
    const order = orderOf(large.site.port, inbox, { cookie: clerk.cookie, connections: 1 });
    return (await load.run(order)).p95ms;
  };
  await look();
  const before = [await look(), await look(), await look()];
  const begin = performance.now();
  let isOver = false;
  const recount = mustRun('Counting 1.5 million cases again', recountCommand, {
    env: { ...process.env, YITANG_MODE: 'demo', DATABASE_URL: large.databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  }).finally(() => (isOver = true));
  const beside: number[] = [];
  while (!isOver) {
    beside.push(await look());
    await Promise.race([recount, setTimeout(2_000)]);
  }
  await recount;
  const took = (performance.now() - begin) / 1000;
  const [quiet, busy] = [median(before), median(beside)];
  context.progress(
    `counters and trips of 1.5 million cases counted again in ${took.toFixed(1)} s; an inbox meanwhile p95 ${busy.toFixed(1)} ms, before ${quiet.toFixed(1)} ms`,
  );
  return { 'P6.recountS': took, 'P6.besideRecountMs': busy };
}

const recountCommand = [process.execPath, fromRoot('scripts/rebuild-counters.ts')];

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
