import type { RowDataPacket } from 'mysql2/promise';
import { insertRows } from '../../apps/api/src/database/index.ts';
import { openDatabase } from '../../tests/load/open-database.ts';
import { signedIn } from '../../tests/load/sessions.ts';
import { seedDatabase } from '../lib/seed-database.ts';
import { copyUniversity, onServer } from './data/universities.ts';
import { startBenchMariadb } from './mariadb.ts';
import type { BenchContext } from './measure.ts';
import { startSite, type Site } from './site.ts';

const cases = 15_000;
const times = 100;
const openCases = 300;
/** Of one clerk in the large university. */
const bigInbox = 300_000;

export interface University {
  readonly site: Site;
  readonly databaseUrl: string;
}

/** Two universities on one MariaDB that differ in nothing but in how many cases they have had. */
export interface Universities {
  readonly databasePid: number;
  readonly small: University;
  readonly large: University;
  /** Sessions, known to both: a clerk, one who has 300,000 open cases in the large one, and a reform officer. */
  readonly clerk: Clerk;
  readonly bigClerk: Clerk;
  readonly officer: string;
}

export interface Clerk {
  readonly cookie: string;
  readonly postId: string;
}

/** 15,000 cases, and the same a hundred times. */
export async function startUniversities(context: BenchContext): Promise<Universities> {
  const server = await startBenchMariadb(context, ['--innodb-buffer-pool-size=4G']);
  const [smallUrl, largeUrl] = [await server.createDatabase('small'), await server.createDatabase('large')];
  let people: Omit<Universities, 'databasePid' | 'small' | 'large'> | undefined;
  const start = (what: string, databaseUrl: string, prepare: (env: NodeJS.ProcessEnv) => Promise<unknown>) =>
    startSite(context, {
      what,
      env: { NO_WEB: '1', DATABASE_URL: databaseUrl },
      prepare: async (env) => void (await prepare(env)),
    });
  const small = await start(`a university of ${cases} cases`, smallUrl, async (env) => {
    await seedDatabase(env, ['--cases', String(cases)]);
    people = await preparePeople(smallUrl);
  });
  const large = await start(`the same with ${cases * times} cases`, largeUrl, async () => {
    await copyUniversity(context, { from: smallUrl, to: largeUrl, times });
    await fillInbox(largeUrl, people!.bigClerk.postId);
  });
  return {
    databasePid: server.pid(),
    small: { site: small, databaseUrl: smallUrl },
    large: { site: large, databaseUrl: largeUrl },
    ...people!,
  };
}

interface Holder extends RowDataPacket {
  postId: string;
  personId: string;
  accountId: string;
  grantId: string;
}

/** Two clerks with one post each, the first one with some open cases; signed in. */
async function preparePeople(url: string): Promise<Omit<Universities, 'databasePid' | 'small' | 'large'>> {
  const found = await onServer(url, async (connection) => {
    const [clerks] = await connection.query<Holder[]>(
      `select min(h.post_id) as postId, h.person_id as personId, min(a.id) as accountId, min(g.id) as grantId
         from post_holders h join accounts a on a.person_id = h.person_id
         join role_grants g on g.person_id = h.person_id and g.role = 'clerk'
        group by h.person_id having count(distinct h.post_id) = 1 and count(distinct g.id) = 1
        order by h.person_id limit 2`,
    );
    const [officers] = await connection.query<Holder[]>(
      `select '' as postId, g.person_id as personId, a.id as accountId, g.id as grantId
         from role_grants g join accounts a on a.person_id = g.person_id where g.role = 'reform-officer' limit 1`,
    );
    const [clerk, bigClerk, officer] = [clerks[0], clerks[1], officers[0]];
    if (clerk === undefined || bigClerk === undefined || officer === undefined)
      throw new Error('the demo university has no two clerks with one post each, or no reform officer');
    await connection.query('update cases set inbox_post = null where inbox_post in (?, ?)', [
      clerk.postId,
      bigClerk.postId,
    ]);
    await connection.query(open, [clerk.postId, openCases]);
    return { clerk, bigClerk, officer };
  });
  const [clerk, bigClerk, officer] = await signIn(url, [found.clerk, found.bigClerk, found.officer]);
  return {
    clerk: { cookie: clerk!, postId: found.clerk.postId },
    bigClerk: { cookie: bigClerk!, postId: found.bigClerk.postId },
    officer: officer!,
  };
}

/** Past cases that somebody has before them again. */
const open = `update cases set inbox_post = ?, inbox_view = 'open', status = 'handling', inbox_order = coalesce(due_on, '9999')
  where inbox_view = 'finished' order by id limit ?`;

const fillInbox = (url: string, postId: string): Promise<unknown> =>
  onServer(url, (connection) => connection.query(open, [postId, bigInbox]));

async function signIn(url: string, people: readonly Holder[]): Promise<string[]> {
  const orm = await openDatabase(url);
  try {
    const sessions = people.map(({ personId, accountId, grantId }) =>
      signedIn({ personId, accountId, activeGrantId: grantId }, new Date()),
    );
    await insertRows(
      orm.em.fork(),
      'sessions',
      sessions.map(({ row }) => row),
    );
    return sessions.map(({ cookie }) => cookie);
  } finally {
    await orm.close(true);
  }
}
