import { fillSite } from '../../tests/load/fill-site.ts';
import { openDatabase } from '../../tests/load/open-database.ts';
import { prepareSubmissions, publishAlike, type Submission } from '../../tests/load/submissions.ts';
import { countRows, readWrittenRows, type WrittenRows } from './data/written-rows.ts';
import { requestText } from './load/request-text.ts';
import type { LoadOrder } from './load/order.ts';
import type { BenchContext } from './measure.ts';
import { startSite, type Site } from './site.ts';

export interface SubmitSite {
  readonly site: Site;
  /** What one submission writes, for the yardstick. */
  readonly written: WrittenRows;
  /** The same number of requests for the yardstick, which looks at none of them. */
  likeOrder(port: number, count: number): LoadOrder;
  /** The next so many submissions, each sent once. */
  order(count: number, kind?: 'spread' | 'hot'): LoadOrder;
}

export interface SubmitSiteOptions {
  readonly databaseUrl?: string;
  /** How many submissions will be asked for: of all matters, and of one matter alone. */
  readonly spread: number;
  readonly hot?: number;
  readonly env?: NodeJS.ProcessEnv;
}

const connections = 16;
const matters = 20;

/** A site with filled-in drafts, which only have to be submitted. Jobs run elsewhere, as they do behind the yardstick. */
export async function startSubmitSite(context: BenchContext, options: SubmitSiteOptions): Promise<SubmitSite> {
  const { databaseUrl, spread, hot = 0 } = options;
  const stock: Record<'spread' | 'hot', Submission[]> = { spread: [], hot: [] };
  let database = databaseUrl ?? '';
  context.progress(`preparing ${spread + hot} drafts`);
  const site = await startSite(context, {
    what: 'a site with drafts that are filled in',
    env: { NO_WEB: '1', NO_JOBS: '1', ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }), ...options.env },
    prepare: async (env) => {
      database = env.DATABASE_URL!;
      await fillSite(env, async (deps) => {
        await publishAlike(deps, matters);
        stock.spread = await prepareSubmissions(deps, { count: spread + 50, isSpread: true });
        stock.hot = await prepareSubmissions(deps, { count: hot, isSpread: false });
      });
    },
  });
  const written = await submitOne(site, database, stock.spread);
  const sample = requestOf({ draftId: written.caseId, cookie: `yt_session=${'x'.repeat(43)}` });
  return {
    site,
    written,
    likeOrder: (port, count) => ({
      port,
      connections,
      seconds: 120,
      requests: Array<string>(count).fill(sample),
      isOnce: true,
    }),
    order: (count, kind = 'spread') => {
      const requests = stock[kind].splice(0, count).map(requestOf);
      if (requests.length < count) throw new Error(`only ${requests.length} of ${count} drafts are left`);
      return { port: site.port, connections, seconds: 120, requests, isOnce: true };
    },
  };
}

function requestOf({ draftId, cookie }: Submission): string {
  const headers = { cookie, 'idempotency-key': draftId, 'sec-fetch-site': 'same-origin' };
  return requestText(`/api/drafts/${draftId}/submit`, { method: 'POST', headers, body: {} });
}

/** Submits a few by themselves, so that sessions and directories are known, and then one whose rows are looked at. */
async function submitOne(site: Site, database: string, stock: Submission[]): Promise<WrittenRows> {
  for (const { draftId, cookie } of stock.splice(0, 40)) await submit(site, { draftId, cookie });
  const orm = await openDatabase(database);
  try {
    const em = orm.em.fork();
    const names = [...new Set([...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName))];
    const before = await countRows(em, names);
    const [one] = stock.splice(0, 1);
    await submit(site, one!);
    return await readWrittenRows(em, one!.draftId, before);
  } finally {
    await orm.close(true);
  }
}

export async function submit({ origin }: Site, { draftId, cookie }: Submission): Promise<void> {
  const headers = {
    cookie,
    'idempotency-key': draftId,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  const answer = await fetch(`${origin}/api/drafts/${draftId}/submit`, { method: 'POST', headers, body: '{}' });
  if (answer.status !== 201) throw new Error(`a submission answers ${answer.status}: ${await answer.text()}`);
}
