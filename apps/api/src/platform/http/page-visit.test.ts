import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AsksInProcess } from '@yitang/contract';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { ApiModule } from '../endpoint/index.ts';
import { newId } from '../ids/index.ts';
import type { Principal } from '../principal/index.ts';
import { sessionFactColumns, toSessionFacts, type SessionFactsRow } from '../session/index.ts';
import { frontDoor } from './front-door.ts';

let timesLookedUp = 0;
const disabled = new Set<string>();

/** The least of an identity module: `/auth/in?who=…` signs somebody in, `/auth/who` says who asks. */
const identity: ApiModule = {
  name: 'identity',
  principals: () => ({
    findPerson: async (em, tokenHash, { address, requestId, locale }) => {
      const sql = `select ${sessionFactColumns} from sessions s where s.token_hash = ?`;
      const [row] = await em.execute<SessionFactsRow[]>(sql, [tokenHash]);
      if (row === undefined) return undefined;
      timesLookedUp += 1;
      const session = toSessionFacts(row);
      const { id: sessionId, personId, accountId, assurance } = session;
      if (disabled.has(personId)) return { session, person: undefined };
      const facts = { address, requestId, locale, activeGrantId: null, grants: [] };
      return { session, person: { kind: 'person', personId, accountId, sessionId, assurance, ...facts } };
    },
  }),
  mount: ({ sessions }) => [
    async (ctx, next) => {
      if (ctx.path === '/auth/in') {
        const personId = String(ctx.query['who']);
        await sessions.signIn(ctx, { personId, accountId: newId(), assurance: 'campus' });
        ctx.body = 'in';
      } else if (ctx.path === '/auth/who') {
        const { personId, requestId } = (ctx.state as { principal: Principal }).principal;
        ctx.body = [personId ?? 'nobody', requestId].join(' ');
      } else await next();
    },
  ],
};

/** A page that asks twice at once and once more, each time with the cookie of that place in `x-cookies` or its own. */
async function page(request: IncomingMessage & AsksInProcess): Promise<string> {
  const given = request.headers['x-cookies'];
  const cookies = given === undefined ? [] : String(given).split('|');
  const ask = async (turn: number) => {
    const headers = { cookie: cookies[turn] ?? request.headers.cookie ?? '' };
    const answer = await request.askApi!({ target: '/auth/who', headers });
    return Buffer.from(await answer.arrayBuffer())
      .toString()
      .split(' ')[0];
  };
  return [...(await Promise.all([ask(0), ask(1)])), await ask(2)].join(' ');
}

let app: TestApp;
let server: Server;
let base: string;
beforeAll(async () => {
  app = await createTestApp({ modules: [identity] });
  const koa = app.koa.callback();
  const { publicCache, log } = app.deps;
  server = createServer(
    frontDoor({
      api: (request, response) => void koa(request, response),
      pages: (request, response) =>
        void page(request as IncomingMessage & AsksInProcess).then((text) => response.end(text)),
      publicCache,
      metrics: app.metrics,
      log,
      origin: app.config.origin,
      isSecure: false,
      trustedProxies: 0,
      hasFixedHost: false,
    }),
  ).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await app.close();
});
beforeEach(() => {
  timesLookedUp = 0;
});

async function signIn(who: string): Promise<string> {
  const answer = await fetch(`${base}/auth/in?who=${who}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}
const read = async (cookie: string, { method = 'GET', ...headers }: Record<string, string> = {}): Promise<string> =>
  (await fetch(`${base}/my`, { method, headers: { cookie, ...headers } })).text();

describe('R-AUTHZ-3 who reads a page', () => {
  test('is looked up once for all that the page asks', async () => {
    const li = await signIn(newId());
    const [first, ...others] = (await read(li)).split(' ');
    expect(others).toEqual([first, first]);
    expect(timesLookedUp).toBe(1);
  });

  test('is never somebody else who reads at the same time', async () => {
    const people = Array.from({ length: 10 }, () => newId());
    const cookies = await Promise.all(people.map(signIn));
    const pages = await Promise.all(cookies.map((cookie) => read(cookie)));
    expect(pages).toEqual(people.map((person) => `${person} ${person} ${person}`));
    expect(timesLookedUp).toBe(people.length);
  });

  test('is looked up by itself where a question brings another cookie than the first one did, or none', async () => {
    const [li, zhao] = [newId(), newId()];
    const [ofLi, ofZhao] = [await signIn(li), await signIn(zhao)];
    expect(await read(ofLi, { 'x-cookies': `${ofLi}|${ofZhao}|${ofLi}` })).toBe(`${li} ${zhao} ${li}`);
    expect(await read(ofLi, { 'x-cookies': `a=1|${ofLi}|${ofZhao}` })).toBe(`nobody ${li} ${zhao}`);
  });

  test('is looked up again for the next page: an account that was closed meanwhile reads as nobody', async () => {
    const li = newId();
    const cookie = await signIn(li);
    expect(await read(cookie)).toBe(`${li} ${li} ${li}`);
    disabled.add(li);
    expect(await read(cookie)).toBe('nobody nobody nobody');
  });

  test('is looked up for each question of a form, which may change who they are', async () => {
    const cookie = await signIn(newId());
    await read(cookie, { method: 'POST' });
    expect(timesLookedUp).toBe(3);
  });

  test('no header of a request makes it part of a page', async () => {
    const answer = await fetch(`${base}/auth/who`, { headers: { visit: '{}', 'x-yitang-visit': '1' } });
    expect(await answer.text()).toMatch(/^nobody /);
  });
});
