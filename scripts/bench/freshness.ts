import { setTimeout } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2/promise';
import { fillSite } from '../../tests/load/fill-site.ts';
import { openDatabase } from '../../tests/load/open-database.ts';
import { alikeCode, prepareSubmissions, publishAlike, type Submission } from '../../tests/load/submissions.ts';
import { onServer } from './data/universities.ts';
import { startBenchMariadb } from './mariadb.ts';
import type { BenchContext, Measure } from './measure.ts';
import { startSite, type Site } from './site.ts';
import { submit } from './submit-site.ts';

const rounds = 10;
const longest = 60_000;

/** How soon what was done is seen elsewhere; of a promise that bounds it the slowest counts, not the middle. */
export const freshness: Measure = {
  names: ['P6.freshS', 'P10.everyInstanceS'],
  what: 'seconds from a submission to the counters of statistics, and from a publication to every one of two instances',
  run: async (context) => {
    const server = await startBenchMariadb(context);
    const databaseUrl = await server.createDatabase('fresh');
    const env = { NO_WEB: '1', DATABASE_URL: databaseUrl };
    let submissions: Submission[] = [];
    const one = await startSite(context, {
      ...{ what: 'a site with drafts that are filled in', env },
      prepare: (own) =>
        fillSite(own, async (deps) => {
          await publishAlike(deps, 1);
          submissions = await prepareSubmissions(deps, { count: rounds, isSpread: false });
        }),
    });
    const other = await startSite(context, {
      ...{ what: 'a second instance on the same database', env },
      prepare: () => Promise.resolve(),
    });
    return {
      'P6.freshS': await untilCounted(context, databaseUrl, () => submit(one, submissions.pop()!)),
      'P10.everyInstanceS': await untilEverywhere(context, databaseUrl, [one, other]),
    };
  },
};

function untilCounted(context: BenchContext, databaseUrl: string, submitOne: () => Promise<void>): Promise<number> {
  return onServer(databaseUrl, async (connection) => {
    const counted = async () => {
      const [[row]] = await connection.query<RowDataPacket[]>(
        "select coalesce(sum(value), 0) as sum from case_counters where measure = 'submitted'",
      );
      return Number(row?.['sum']);
    };
    return slowest(context, 'a submission counted', async () => {
      const before = await counted();
      await submitOne();
      return async () => (await counted()) > before;
    });
  });
}

async function untilEverywhere(context: BenchContext, databaseUrl: string, sites: readonly Site[]): Promise<number> {
  const orm = await openDatabase(databaseUrl);
  const versionAt = async ({ origin }: Site) => {
    const answer = await fetch(`${origin}/api/matters/${alikeCode(0)}`);
    return ((await answer.json()) as { version: number }).version;
  };
  try {
    return await slowest(context, 'a publication on both instances', async () => {
      const before = await versionAt(sites[0]!);
      await publishAlike({ orm, clock: { now: () => new Date() } }, 1);
      return async () => (await Promise.all(sites.map(versionAt))).every((version) => version > before);
    });
  } finally {
    await orm.close(true);
  }
}

/** Seconds of the slowest of all rounds, which begin at any moment between two looks of the server. */
async function slowest(
  { progress }: BenchContext,
  what: string,
  begin: () => Promise<() => Promise<boolean>>,
): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await setTimeout(1_000 + ((round * 370) % 1_000));
    const isSeen = await begin();
    const start = performance.now();
    while (!(await isSeen())) {
      if (performance.now() - start > longest) throw new Error(`${what}: not seen after ${longest} ms`);
      await setTimeout(10);
    }
    took.push((performance.now() - start) / 1_000);
  }
  progress(`${what}: ${took.map((seconds) => seconds.toFixed(2)).join(' ')} s`);
  return Math.max(...took);
}
