import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildWeb } from '../../scripts/lib/build-web.ts';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';
import { faultyDatabase } from './support/faulty-database.ts';
import { findOrphans, readWritten } from './support/find-orphans.ts';
import { isDone, submit, type Acknowledged } from './support/submit.ts';
import { startTraffic, submitPatiently } from './support/traffic.ts';

const applicants = 160;
const awayMilliseconds = 10_000;
/** Milliseconds of an answer: ten seconds, and a little for a busy machine. */
const longest = 12_000;

const database = faultyDatabase();
let site: FaultSite;
beforeAll(async () => {
  await buildWeb();
  const databaseUrl = await database.start();
  const env = { NO_WEB: '0' };
  site = await startFaultSite({
    drafts: applicants * database.faults.length,
    env,
    ...(databaseUrl && { databaseUrl }),
  });
  database.use(site.databaseUrl);
  // Everybody was here before, so that also their coming back is to be noted.
  await site.look((em) => em.execute('update sessions set last_seen_at = ?', [new Date(Date.now() - 300_000)], 'run'));
}, 300_000);
afterAll(async () => {
  await site.close();
  await database.stop();
});

interface Look {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

type TimedLook = Look & {
  /** Milliseconds since the database went away. */
  readonly since: number;
};

async function look(path: string, cookie?: string): Promise<Look> {
  const begin = performance.now();
  const answer = await fetch(site.app().origin + path, { headers: { ...(cookie && { cookie }) } });
  return { status: answer.status, text: await answer.text(), milliseconds: performance.now() - begin };
}

/** For as long as the database is away. */
async function watch(path: string): Promise<TimedLook[]> {
  const looks: TimedLook[] = [];
  const begin = performance.now();
  for (let since = 0; since < awayMilliseconds; since = performance.now() - begin) {
    const [found] = await Promise.all([look(path), rest(500)]);
    looks.push({ ...found, since });
  }
  return looks;
}

/** What a person sees of a page: no script, no markup. */
const wordsOf = (html: string): string => html.replace(/<script[^]*?<\/script>|<[^>]*>/g, ' ');

describe.each(database.faults)('the database $name for ten seconds', (fault) => {
  const drafts = () => {
    const start = database.faults.indexOf(fault) * applicants;
    return site.drafts.slice(start, start + applicants);
  };
  let given: ReadonlyMap<string, Acknowledged | undefined>;

  test('F-4, F-5: nobody waits longer than that, each is told clearly, and it works again by itself', async () => {
    const { origin } = site.app();
    const [last, ...others] = drafts();
    const first = await look('/');
    const traffic = startTraffic(origin, others, 8);
    await rest(1_500);
    await fault.begin();
    const during = Promise.all([watch('/healthz'), watch('/readyz'), look('/'), look('/my/cases', last!.cookie)]);
    const [health, ready, hall, own] = await during.finally(() => fault.end());
    const back = performance.now();
    await submitPatiently(origin, last!);
    expect(performance.now() - back).toBeLessThan(10_000);
    await traffic.stop();
    given = traffic.given;

    expect(new Set(health.map(({ status }) => status))).toEqual(new Set([200]));
    expect(Math.max(...health.map(({ milliseconds }) => milliseconds))).toBeLessThan(3_000);
    // The hall comes from memory; what only the database knows does not come.
    expect([hall.status, hall.text]).toEqual([200, first.text]);
    expect(own.status).toBe(fault.losesReads ? 503 : 200);
    expect(own.milliseconds).toBeLessThan(longest);
    if (fault.losesReads) expect(wordsOf(own.text)).toContain('服务暂时不可用');
    expect(wordsOf(own.text)).not.toMatch(/ECONN|ETIMEDOUT|SQL|mysql|mariadb|\bError\b/i);
    // Known at the latest five seconds after it began, an answer of two seconds included.
    const later = ready.filter(({ since }) => since >= 3_000).map(({ status }) => status);
    expect(new Set(later)).toEqual(new Set([fault.losesReads ? 503 : 200]));

    const answers = [...given.values()];
    expect(answers.filter((answer) => !isDone(answer) && answer?.code !== 'service.unavailable')).toEqual([]);
    expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([201, 503]));
    expect(Math.max(...answers.map((answer) => answer!.milliseconds))).toBeLessThan(longest);
  }, 60_000);

  test('F-4: what was acknowledged is there once, and who was told to come back is done by the same key', async () => {
    const again = await Promise.all(drafts().map((draft) => submit(site.app().origin, draft)));
    expect(again.filter((answer) => !isDone(answer))).toEqual([]);
    for (const answer of again) {
      const before = given.get(answer!.caseId!);
      if (isDone(before)) expect(answer!.number).toBe(before!.number);
    }
    const written = await site.look(readWritten);
    expect(findOrphans(written)).toEqual([]);
    const all = (database.faults.indexOf(fault) + 1) * applicants;
    expect([written.cases.length, written.keys]).toEqual([all, all]);
  }, 60_000);
});
