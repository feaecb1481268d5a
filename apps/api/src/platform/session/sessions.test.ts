import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Em } from '../../database/index.ts';
import type { ApiModule } from '../endpoint/index.ts';
import { newId } from '../ids/index.ts';
import type { Principal, RequestFacts } from '../principal/index.ts';
import { sessionFactColumns, toSessionFacts, type SessionFacts, type SessionFactsRow } from './index.ts';

const disabled = new Set<string>();
const person = newId();
let loaded: Principal | undefined;

const personOf = (session: SessionFacts, { address, requestId, locale }: RequestFacts): Principal => ({
  kind: 'person',
  personId: session.personId,
  accountId: session.accountId,
  sessionId: session.id,
  activeGrantId: session.activeGrantId,
  grants: [],
  assurance: session.assurance,
  address,
  requestId,
  locale,
});

/** The least of an identity module: `/auth/in?ticket=…` signs in, `/auth/who` says who. */
const identity: ApiModule = {
  name: 'identity',
  principals: () => ({
    findPerson: async (em, tokenHash, facts) => {
      const sql = `select ${sessionFactColumns} from sessions s where s.token_hash = ?`;
      const [row] = await em.execute<SessionFactsRow[]>(sql, [tokenHash]);
      if (row === undefined) return undefined;
      const session = toSessionFacts(row);
      return { session, person: disabled.has(session.personId) ? undefined : personOf(session, facts) };
    },
    loadMachine: async (_em, key, facts) =>
      key === 'machine-key-of-the-test'
        ? { kind: 'machine', clientId: 'm1', activeGrantId: null, grants: [], assurance: 'none', ...facts }
        : undefined,
  }),
  mount: ({ sessions }) => [
    async (ctx, next) => {
      if (ctx.path === '/auth/in') {
        const ticket = ctx.URL.searchParams.get('ticket') ?? undefined;
        await sessions.signIn(ctx, { personId: person, accountId: newId(), assurance: 'campus', ticket });
        ctx.body = 'in';
      } else if (ctx.path === '/auth/out') {
        await sessions.signOut(ctx);
        ctx.body = 'out';
      } else if (ctx.path === '/auth/who') {
        loaded = (ctx.state as { principal: Principal }).principal;
        ctx.body = loaded.personId ?? loaded.clientId ?? 'nobody';
      } else await next();
    },
  ],
};

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [identity], environment: { SESSION_IDLE_MINUTES: '60', SESSION_HOURS: '12' } });
});
afterAll(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
const visit = (path: string, cookie = '', headers = {}) =>
  fetch(app.base + path, { headers: { ...(cookie === '' ? {} : { cookie }), ...headers } });
const signIn = async (cookie = '', ticket = ''): Promise<string> =>
  (await visit(`/auth/in${ticket === '' ? '' : `?ticket=${ticket}`}`, cookie)).headers
    .getSetCookie()[0]!
    .split(';')[0]!;
const who = async (cookie: string): Promise<string> => (await visit('/auth/who', cookie)).text();
const minutes = (n: number): number => n * 60_000;

describe('a session', () => {
  test('R-SESS-1: its cookie is out of reach of scripts and other sites, and the table does not hold it', async () => {
    const answer = await visit('/auth/in');
    const [line] = answer.headers.getSetCookie();
    expect(line).toMatch(/^yt_session=[\w-]{43}; path=\/; httponly; samesite=lax$/);
    const token = line!.slice('yt_session='.length, -'; path=/; httponly; samesite=lax'.length);
    expect(JSON.stringify(await em().execute('select * from sessions'))).not.toContain(token);
    expect(await who(`yt_session=${token}`)).toBe(person);
  });

  test('R-SESS-1: under https the cookie is bound to host and TLS', async () => {
    const secure = await createTestApp({
      modules: [identity],
      environment: { PUBLIC_ORIGIN: 'https://fuwu.example.edu.cn' },
    });
    const answer = await fetch(`${secure.base}/auth/in`);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-yt_session=[\w-]{43}; path=\/; httponly; samesite=lax; secure$/,
    );
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    await secure.close();
  });

  test('R-AUTHN-1: signing in gives a new id and ends the session that the browser had', async () => {
    const first = await signIn();
    const second = await signIn(first);
    expect(second).not.toBe(first);
    expect([await who(first), await who(second)]).toEqual(['nobody', person]);
  });

  test('it ends after an hour without a request, and after twelve hours in any case', async () => {
    const idle = await signIn();
    app.clock.advance(minutes(59));
    expect(await who(idle)).toBe(person);
    app.clock.advance(minutes(59));
    expect(await who(idle)).toBe(person);
    app.clock.advance(minutes(62));
    expect(await who(idle)).toBe('nobody');
    const busy = await signIn();
    for (let half = 0; half < 23; half++) {
      app.clock.advance(minutes(30));
      expect(await who(busy)).toBe(person);
    }
    app.clock.advance(minutes(30));
    expect(await who(busy)).toBe('nobody');
  });

  test('P2: it costs one statement a request; that people were here is written for all of them at once', async () => {
    const cookies = [await signIn(), await signIn()];
    const count = async (cookie: string) => (await app.statements(() => who(cookie))).length;
    const seen = async (): Promise<number> =>
      (await em().execute<unknown[]>('select id from sessions where last_seen_at = ?', [app.clock.now()])).length;
    app.clock.advance(minutes(2));
    for (const cookie of [...cookies, ...cookies]) expect(await count(cookie)).toBe(1);
    expect(await seen()).toBe(0);
    expect(await app.statements(() => app.deps.sessions.writeSeen())).toHaveLength(1);
    expect(await seen()).toBe(2);
    expect(await app.statements(() => app.deps.sessions.writeSeen())).toEqual([]);
  });

  test('R-AUTHZ-3: a disabled account is out at the next request', async () => {
    const cookie = await signIn();
    disabled.add(person);
    expect(await who(cookie)).toBe('nobody');
    disabled.delete(person);
    expect(await who(cookie)).toBe('nobody');
  });

  test('signing out ends it on the server and takes the cookie back', async () => {
    const cookie = await signIn();
    const answer = await visit('/auth/out', cookie);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^yt_session=; .*expires=Thu, 01 Jan 1970/);
    expect(await who(cookie)).toBe('nobody');
  });

  const logOut = async (ticket: string): Promise<number> => {
    await app.deps.sessions.leaveTombstone(ticket);
    return app.deps.sessions.endByTicket(em(), ticket);
  };

  test('single logout by the ticket ends exactly its session; one that comes first leaves its mark', async () => {
    const [one, other] = [await signIn('', 'ST-1-aaaaaa'), await signIn('', 'ST-2-bbbbbb')];
    expect(await logOut('ST-1-aaaaaa')).toBe(1);
    expect([await who(one), await who(other)]).toEqual(['nobody', person]);
    await logOut('ST-3-cccccc');
    const late = await visit('/auth/in?ticket=ST-3-cccccc');
    expect([late.status, late.headers.getSetCookie()]).toEqual([401, []]);
  });

  test('logout and sign-in at the same moment never leave a session behind', async () => {
    for (let round = 0; round < 20; round++) {
      const ticket = `ST-race-${round}xxxxxx`;
      const [answer] = await Promise.all([visit(`/auth/in?ticket=${ticket}`), logOut(ticket)]);
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect(await who(cookie)).toBe('nobody');
    }
  });

  test('a person sees own sessions and ends one, or all others', async () => {
    await app.deps.sessions.endAll(em(), person);
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    await who(here);
    const current = loaded!.sessionId!;
    const list = await app.deps.sessions.list(em(), person);
    expect(list).toHaveLength(3);
    expect(await app.deps.sessions.end(em(), newId(), list[0]!.id)).toBe(false);
    await who(there);
    expect(await app.deps.sessions.end(em(), person, loaded!.sessionId!)).toBe(true);
    expect(await app.deps.sessions.endOthers(em(), person, current)).toBe(1);
    expect([await who(here), await who(there), await who(elsewhere)]).toEqual([person, 'nobody', 'nobody']);
  });

  test('a role is switched without signing in again', async () => {
    const cookie = await signIn();
    await who(cookie);
    const grant = newId();
    await app.deps.sessions.setActiveGrant(em(), loaded!.sessionId!, grant);
    await who(cookie);
    expect(loaded!.activeGrantId).toBe(grant);
  });

  test('what is over is swept', async () => {
    await signIn();
    app.clock.advance(minutes(60 * 49));
    expect(await app.deps.sessions.sweep(em())).toBeGreaterThan(0);
    expect(await em().execute('select 1 from sessions')).toEqual([]);
  });

  test('junk in the cookie is nobody, without a statement', async () => {
    const statements = await app.statements(async () => {
      for (const junk of ['x', "' or 1=1 --", 'a'.repeat(43) + '!', '%00'])
        expect(await who(`yt_session=${encodeURIComponent(junk)}`)).toBe('nobody');
    });
    expect(statements).toEqual([]);
  });
});

describe('a machine client', () => {
  test('calls with its key; a wrong key is refused and not taken for nobody', async () => {
    const asMachine = (key: string) => visit('/auth/who', '', { authorization: `Bearer ${key}` });
    expect(await (await asMachine('machine-key-of-the-test')).text()).toBe('m1');
    expect((await asMachine('machine-key-of-somebody')).status).toBe(401);
  });
});
