import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fillSite } from '../../tests/load/fill-site.ts';
import { prepareSubmissions, publishAlike, type Submission } from '../../tests/load/submissions.ts';
import { fromRoot } from '../lib/paths.ts';
import { compare, type Side } from './compare.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { browserHeaders, requestText } from './load/request-text.ts';
import type { BenchContext, Measure } from './measure.ts';
import { startSite } from './site.ts';

/**
 * Many short rounds, as for growth; and in longer pauses, while the other is asked, V8 takes a server for one at rest: it
 * looks through its whole heap to make it smaller, and what that costs would be counted to the pages that follow.
 */
const rounds = 15;
const connections = 16;
const seconds = 1;
const warmUpSeconds = 8;
/** What a page costs must not depend on how much the catalog holds. */
const matters = 5_000;

/** P2: public pages greet who is signed in, so they are rendered for each of them. */
export const signedInPages: Measure = {
  names: ['P2.home', 'P2.list', 'P2.guide'],
  what: 'CPU of public pages for a signed-in student, by SvelteKit rendering the same page from data at hand',
  run: async (context) => {
    const students: Submission[] = [];
    const site = await startSite(context, {
      what: `a site with the matters of the demo, ${matters.toLocaleString('en')} more and a student`,
      // What a fresh site makes up for at its start is no part of a page.
      env: { NO_JOBS: '1' },
      prepare: (env) =>
        fillSite(env, async (deps) => {
          await publishAlike(deps, matters);
          students.push(...(await prepareSubmissions(deps, { count: 1, isSpread: true })));
        }),
    });
    const bare = await startBarePages(context, site.origin);
    const headers = { ...browserHeaders, cookie: students[0]!.cookie };
    const load = startLoadGenerator(context);
    const ratioOf = async (path: string): Promise<number> => {
      const side = (name: string, { pid, port }: { pid: number; port: number }): Side => {
        const order = { port, connections, seconds, requests: [requestText(path, { headers })] };
        return { name, pids: [pid], order: () => order };
      };
      const sides = { ours: side('ours', site), yardstick: side('SvelteKit alone', bare) };
      // Visitors come to these pages all the time: what they show of the catalog is in memory.
      await fetch(site.origin + path);
      for (const { port } of [site, bare]) await requireGreeting(port, path, headers.cookie);
      for (const { order } of Object.values(sides)) await load.run({ ...(await order()), seconds: warmUpSeconds });
      return 1 / (await compare(context, load, { what: `${path} for a student`, rounds, ...sides })).cpu;
    };
    return {
      'P2.home': await ratioOf('/'),
      'P2.list': await ratioOf('/matters'),
      'P2.guide': await ratioOf(`/matters/${await anyCode(site.origin)}`),
    };
  },
};

async function anyCode(origin: string): Promise<string> {
  const { items } = (await (await fetch(`${origin}/api/matters?limit=1`)).json()) as { items: { code: string }[] };
  if (items[0] === undefined) throw new Error('nothing is published');
  return items[0].code;
}

/** Starts the yardstick in a process of its own; it ends with the measure. */
async function startBarePages(context: BenchContext, apiOrigin: string): Promise<{ pid: number; port: number }> {
  const child = fork(fromRoot('scripts/bench/yardsticks/bare-pages.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  context.after(() => void child.kill());
  child.send({ apiOrigin });
  const [port] = (await once(child, 'message')) as [number];
  return { pid: child.pid!, port };
}

/** Both must have rendered the page of that student: an anonymous one comes from memory. */
async function requireGreeting(port: number, path: string, cookie: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes('林知远'))
    throw new Error(`${path} is no page of the student: ${answer.status}`);
}
