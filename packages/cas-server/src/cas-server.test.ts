import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Koa from 'koa';
import { createCasServer, type CasServerOptions, type Persona } from './index.ts';

const student: Persona = {
  username: '0023141001',
  name: '李<小>明',
  identity: '本科生 · 计算机学院',
  abilities: '申请在读证明',
  attributes: { cn: '李<小>明 & 龘𠮷', department: ['计算机学院', 'a "b"'] },
  isFeatured: true,
};
const evil: Persona = {
  username: 'evil</cas:user><cas:user>R1',
  name: '恶意',
  identity: '测试',
  abilities: '不能做什么',
  attributes: { cn: ']]></cas:attributes>\u0000' },
};

let server: Server;
let base: string;
let now: Date;
let posts: { url: string; body: string }[];
let listener: Server;
let service: string;

async function listen(created: Server): Promise<number> {
  await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve));
  return (created.address() as AddressInfo).port;
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

const options = (): CasServerOptions => ({
  personas: [student, evil],
  basePath: '/cas',
  isServiceAllowed: (url) => url.href.startsWith(service),
  clock: { now: () => now },
  environment: 'demo',
  listenHosts: ['127.0.0.1', '::1'],
});

beforeAll(async () => {
  listener = createServer((request, response) => {
    void read(request).then((body) => {
      posts.push({ url: request.url ?? '', body });
      response.end();
    });
  });
  service = `http://127.0.0.1:${await listen(listener)}/auth/cas/callback`;
  const app = new Koa();
  app.use(createCasServer(options()));
  server = createServer(app.callback());
  base = `http://127.0.0.1:${await listen(server)}/cas`;
});
beforeEach(() => {
  now = new Date('2026-11-22T08:00:00Z');
  posts = [];
});
afterAll(() => {
  for (const one of [server, listener]) {
    one.close();
    one.closeAllConnections();
  }
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers, redirect: 'manual' });
const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

async function signIn(username = student.username, forService = service) {
  const answer = await fetch(`${base}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username, service: forService }),
  });
  const location = answer.headers.get('location') ?? '';
  return {
    answer,
    location,
    ticket: ticketOf(location),
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}
const ticketOf = (location: string) => new URL(location).searchParams.get('ticket') ?? '';
const validate = async (ticket: string, path = '/p3/serviceValidate', forService = service, more = {}) =>
  (await get(`${path}?${query({ ticket, service: forService, ...more })}`)).text();

describe('the page', () => {
  test('shows one button for each persona, needs no script and is marked as a demo', async () => {
    const answer = await get(`/login?${query({ service })}`);
    const html = await answer.text();
    expect(html).toContain('演示登录');
    expect(html).toContain('value="0023141001"');
    expect(html).toContain('李&lt;小&gt;明');
    expect(html).not.toContain('<script');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
  test('finds a persona by name, number or identity', async () => {
    expect(await (await get(`/login?${query({ service, q: '恶意' })}`)).text()).toContain('evil&lt;/cas:user&gt;');
    expect(await (await get(`/login?${query({ service, q: '没有此人' })}`)).text()).toContain('没有找到');
  });
  test('refuses a service that is not registered, on GET and on POST', async () => {
    for (const bad of ['http://evil.example/auth/cas/callback', 'javascript:alert(1)', '//evil.example', 'not a url']) {
      expect((await get(`/login?${query({ service: bad })}`)).status).toBe(403);
      const posted = await fetch(`${base}/login`, {
        method: 'POST',
        body: new URLSearchParams({ username: student.username, service: bad }),
        redirect: 'manual',
      });
      expect(posted.status).toBe(403);
      expect(posted.headers.get('set-cookie')).toBeNull();
    }
  });
  test('refuses a sign-in that another site sends', async () => {
    const answer = await fetch(`${base}/login`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ username: student.username, service }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });
});

describe('tickets (R-AUTHN-1)', () => {
  test('a ticket is for one service, once, and answers with escaped attributes', async () => {
    const { ticket, answer } = await signIn();
    expect(answer.status).toBe(303);
    const xml = await validate(ticket);
    expect(xml).toContain('<cas:user>0023141001</cas:user>');
    expect(xml).toContain('<cas:cn>李&lt;小&gt;明 &amp; 龘𠮷</cas:cn>');
    expect(xml).toContain('<cas:department>计算机学院</cas:department>');
    expect(xml).toContain('<cas:department>a &quot;b&quot;</cas:department>');
    expect(await validate(ticket)).toContain('code="INVALID_TICKET"');
  });
  test('a ticket shown for another service is refused and gone', async () => {
    const { ticket } = await signIn();
    expect(await validate(ticket, '/serviceValidate', `${service}?state=other`)).toContain('code="INVALID_SERVICE"');
    expect(await validate(ticket)).toContain('code="INVALID_TICKET"');
  });
  test('a ticket lives for 60 seconds', async () => {
    const first = await signIn();
    now = new Date(now.getTime() + 59_999);
    expect(await validate(first.ticket)).toContain('authenticationSuccess');
    const second = await signIn();
    now = new Date(now.getTime() + 60_000);
    expect(await validate(second.ticket)).toContain('has expired');
  });
  test('CAS 2 answers without attributes', async () => {
    const { ticket } = await signIn();
    expect(await validate(ticket, '/serviceValidate')).not.toContain('cas:attributes');
  });
  test('a hostile name cannot add an element', async () => {
    const { ticket } = await signIn(evil.username);
    const xml = await validate(ticket);
    expect(xml.match(/<cas:user>/g)).toHaveLength(1);
    expect(xml.match(/<\/cas:attributes>/g)).toHaveLength(1);
    expect(xml).not.toContain('\u0000');
  });
  test('missing, doubled or wrong parameters are named', async () => {
    expect(await (await get('/serviceValidate')).text()).toContain('INVALID_REQUEST');
    expect(await validate('PT-1')).toContain('INVALID_TICKET_SPEC');
    expect(await (await get(`/serviceValidate?ticket=ST-1&ticket=ST-2&${query({ service })}`)).text()).toContain(
      'INVALID_REQUEST',
    );
  });
});

describe('single sign-on', () => {
  test('a second service gets a ticket without a click, which renew refuses', async () => {
    const { cookie } = await signIn();
    const again = await get(`/login?${query({ service: `${service}?state=2` })}`, { cookie });
    const ticket = ticketOf(again.headers.get('location') ?? '');
    expect(ticket).toMatch(/^ST-/);
    expect(await validate(ticket, '/serviceValidate', `${service}?state=2`, { renew: 'true' })).toContain(
      'INVALID_TICKET',
    );
    const renewed = await get(`/login?${query({ service, renew: 'true' })}`, { cookie });
    expect(renewed.status).toBe(200);
  });
  test('gateway goes back without a ticket when nobody is signed in', async () => {
    const answer = await get(`/login?${query({ service, gateway: 'true' })}`);
    expect(answer.headers.get('location')).toBe(service);
  });
  test('sign-out tells each service the ticket it had', async () => {
    const { cookie, ticket } = await signIn();
    await validate(ticket);
    const answer = await get('/logout', { cookie });
    expect(answer.status).toBe(200);
    expect(posts).toHaveLength(1);
    const message = new URLSearchParams(posts[0]?.body).get('logoutRequest') ?? '';
    expect(message).toContain(`<samlp:SessionIndex>${ticket}</samlp:SessionIndex>`);
    expect((await get(`/login?${query({ service })}`, { cookie })).status).toBe(200);
  });
});

describe('a start that would be dangerous is refused', () => {
  test.each([
    ['production', { environment: 'production' }],
    ['an environment nobody named', { environment: '' }],
    ['an open address', { listenHosts: ['127.0.0.1', '0.0.0.0'] }],
    ['an open IPv6 address', { listenHosts: ['::'] }],
    ['no address', { listenHosts: [] }],
  ])('%s', (_name, change) => {
    expect(() => createCasServer({ ...options(), ...change })).toThrow('does not start');
  });
});
