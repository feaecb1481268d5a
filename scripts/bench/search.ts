import { publishUpTo } from './data/more-matters.ts';
import { fillSite } from '../../tests/load/fill-site.ts';
import { searchQueries } from './data/search-queries.ts';
import { compare, lowerRatio, type Comparison } from './compare.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { browserHeaders, requestText } from './load/request-text.ts';
import type { BenchContext, Measure } from './measure.ts';
import { startSite, type Site } from './site.ts';
import { recordAnswers, startSameBytesServer } from './yardsticks/same-bytes-server.ts';

const matters = 5_000;
const rounds = 5;
const perRound = 6_000;
/** Searches before the figures, of both servers: a minute of use, after which their programs are compiled. */
const warmingUp = 12_000;
const oftenAsked = 300;
const connections = 16;

const addressOf = (query: string): string => `/api/search?limit=8&q=${encodeURIComponent(query)}`;

/** P3: suggestions while somebody types. Every search of the figures is asked for the first time; repeats are reported beside. */
export const search: Measure = {
  names: ['P3.p95ms', 'P3.ratio', 'P3.matters'],
  what: 'search in Chinese, pinyin, initials and with slips, by node:http sending the same bytes from memory',
  run: async (context) => {
    const site = await startSite(context, {
      what: `a site with ${matters} matters`,
      prepare: (env) => fillSite(env, (deps) => publishUpTo(deps, matters)),
    });
    const addresses = searchQueries(warmingUp + rounds * perRound).map(addressOf);
    const sides = await bothSides(context, site, addresses);
    const load = startLoadGenerator(context);
    for (const { order } of Object.values(sides.warmUp)) await load.run(order());
    const what = 'searches asked for the first time';
    const firstTime = await compare(context, load, { what, rounds, ...sides.firstTime });
    const again = await compare(context, load, { what: 'searches asked often', rounds: 3, ...sides.again });
    report(context, again);
    return {
      'P3.p95ms': firstTime.ours.p95ms,
      'P3.ratio': lowerRatio(firstTime),
      'P3.matters': await countMatters(site),
    };
  },
};

function report({ progress }: BenchContext, again: Comparison): void {
  progress(
    `searches asked often, for comparison: ratio ${lowerRatio(again).toFixed(3)}, p95 ${again.ours.p95ms.toFixed(2)} ms`,
  );
}

/** Records every answer, gives them to the yardstick, and starts the site again with nothing remembered. */
async function bothSides(context: BenchContext, site: Site, addresses: readonly string[]) {
  const bytes = await startSameBytesServer(context);
  context.progress(`recording ${addresses.length} answers for the yardstick`);
  await bytes.give(await recordAnswers(site.port, addresses, browserHeaders));
  await site.restart();
  const requests = addresses.map((address) => requestText(address));
  const sides = (isOnce: boolean, part: (turn: number) => string[]) => {
    const side = (name: string, of: { pid: number; port: number }) => {
      let turn = 0;
      const seconds = isOnce ? 60 : 3;
      const order = () => ({ port: of.port, connections, seconds, requests: part(turn++), isOnce });
      return { name, pids: [of.pid], order };
    };
    return { ours: side('ours', site), yardstick: side('the same bytes', bytes) };
  };
  const from = (first: number, count: number) => requests.slice(first, first + count);
  return {
    warmUp: sides(true, () => from(0, warmingUp)),
    firstTime: sides(true, (turn) => from(warmingUp + turn * perRound, perRound)),
    again: sides(false, () => from(0, oftenAsked)),
  };
}

async function countMatters({ origin }: Site): Promise<number> {
  const answer = await fetch(`${origin}/api/matters?limit=1`);
  return ((await answer.json()) as { total: number }).total;
}
