import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestBrowser } from '../../../../../../tests/support/browser.ts';
import {
  casFailure,
  casSays,
  casSuccess,
  startLyingCas,
  type LyingCas,
} from '../../../../../../tests/support/lying-cas.ts';
import { makePerson, type MadePerson } from '../../../../../../tests/support/people.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { Account } from '../account.entity.ts';
import { identityModule } from '../index.ts';

let cas: LyingCas;
let app: TestApp;
let student: MadePerson;

const origin = 'https://yt.example.edu.cn';
const user = (number: string) => `<cas:user>${number}</cas:user>`;
const knows = (number: string) => casSays(casSuccess(user(number)));

beforeAll(async () => {
  cas = await startLyingCas();
  const environment = { CAS_URL: cas.url, CAS_EMBEDDED: '0', PUBLIC_ORIGIN: origin };
  app = await createTestApp({ modules: [identityModule], environment });
  student = await makePerson(app.deps, { name: '李小明', number: '0023141001' });
});
afterAll(async () => {
  await app.close();
  cas.stop();
});
beforeEach(() => {
  cas.answer = knows('0023141001');
  cas.asked = [];
});

interface Me {
  isSignedIn: boolean;
  person: { id: string; name: string } | null;
}
const newBrowser = () => new TestBrowser(app.base);
const me = (browser: TestBrowser) => browser.json<Me>('/api/me');
const problemOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', origin).searchParams.get('code');

/** Goes to the CAS; the service that it was told. */
async function leave(browser: TestBrowser, path = '/auth/login'): Promise<URL> {
  const answer = await browser.fetch(path);
  const location = new URL(answer.headers.get('location') ?? '');
  expect(`${location.origin}${location.pathname}`).toBe(`${cas.url}/login`);
  return new URL(location.searchParams.get('service') ?? '');
}
const comeBack = (browser: TestBrowser, ticket: string, more = '') =>
  browser.fetch(`/auth/cas/callback?ticket=${ticket}${more}`);

describe('signing in (R-AUTHN-1)', () => {
  test('leads to the CAS and back to where the person was, with a session of their own', async () => {
    const browser = newBrowser();
    const service = await leave(browser, '/auth/login?return=/my/cases%3Fpage%3D2');
    expect(`${service.origin}${service.pathname}`).toBe(`${origin}/auth/cas/callback`);
    const answer = await comeBack(browser, 'ST-1');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my/cases?page=2']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(
      cas.asked.map(({ pathname, searchParams }) => [
        pathname,
        searchParams.get('ticket'),
        searchParams.get('service'),
      ]),
    ).toEqual([['/cas/p3/serviceValidate', 'ST-1', service.href]]);
    expect((await me(browser)).person).toMatchObject({ id: student.personId, name: '李小明' });
    expect(browser.cookies.has('__Host-yt_sign_in')).toBe(false);
  });
  test('cookies are __Host-, Secure, HttpOnly and Lax (R-SESS-1)', async () => {
    const browser = newBrowser();
    const started = await browser.fetch('/auth/login');
    const finished = await comeBack(browser, 'ST-cookie');
    const lines = [...started.headers.getSetCookie(), ...finished.headers.getSetCookie()].filter(
      (line) => !line.includes('=;'),
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^__Host-.*path=\/.*httponly.*samesite=lax.*secure/i);
  });
  test('gives a new session, and the one from before is over', async () => {
    const browser = newBrowser();
    await leave(browser);
    await comeBack(browser, 'ST-a');
    const first = browser.cookies.get('__Host-yt_session') ?? '';
    await leave(browser);
    await comeBack(browser, 'ST-b');
    expect(browser.cookies.get('__Host-yt_session')).not.toBe(first);
    const old = newBrowser();
    old.setCookie('__Host-yt_session', first);
    expect((await me(old)).isSignedIn).toBe(false);
  });
  test('never takes a role from the CAS', async () => {
    cas.answer = casSays(
      casSuccess(
        '<cas:user>0023141001</cas:user><cas:attributes><cas:role>administrator</cas:role><cas:memberOf>administrator</cas:memberOf></cas:attributes>',
      ),
    );
    const browser = newBrowser();
    await leave(browser);
    await comeBack(browser, 'ST-role');
    expect(await browser.json('/api/me')).toMatchObject({ grants: [], activeRole: 'applicant' });
  });
  test('returns to no other site', async () => {
    const browser = newBrowser();
    await leave(browser, '/auth/login?return=//evil.example/');
    expect((await comeBack(browser, 'ST-home')).headers.get('location')).toBe('/');
  });
  test('leaves no ticket in the log', async () => {
    const browser = newBrowser();
    await leave(browser);
    await comeBack(browser, 'ST-very-secret');
    cas.answer = casSays('nonsense');
    await leave(browser);
    await comeBack(browser, 'ST-very-secret');
    expect(app.logLines.filter((line) => line.includes('very-secret'))).toEqual([]);
  });
});

describe('an attack or a fault signs nobody in and leads to a page that says what to do (R-AUTHN-1)', () => {
  async function attempt(browser: TestBrowser, path: string): Promise<string | null> {
    const answer = await browser.fetch(path);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\/problem\?code=/);
    expect((await me(browser)).isSignedIn).toBe(false);
    return problemOf(answer);
  }
  const started = async () => {
    const browser = newBrowser();
    await leave(browser);
    return browser;
  };

  test('a ticket in a browser that never left for the CAS', async () => {
    expect(await attempt(newBrowser(), '/auth/cas/callback?ticket=ST-1')).toBe('cookie-lost');
    expect(cas.asked).toEqual([]);
  });
  test('a forged or an old cookie', async () => {
    const forged = await started();
    const value = forged.cookies.get('__Host-yt_sign_in') ?? '';
    forged.setCookie('__Host-yt_sign_in', value.replace(/^.{5}/, 'AAAAA'));
    expect(await attempt(forged, '/auth/cas/callback?ticket=ST-1')).toBe('cookie-lost');
    const old = await started();
    app.clock.advance(10 * 60_000);
    expect(await attempt(old, '/auth/cas/callback?ticket=ST-1')).toBe('cookie-lost');
    expect(cas.asked).toEqual([]);
  });
  test('a ticket that another browser got: the CAS is asked with the service of this one', async () => {
    const other = await leave(newBrowser());
    const browser = newBrowser();
    const own = await leave(browser);
    cas.answer = (request, response) => {
      const service = new URL(request.url ?? '', cas.url).searchParams.get('service');
      const isRight = service === other.href;
      response.end(isRight ? casSuccess(user('0023141001')) : casFailure('INVALID_SERVICE'));
    };
    expect(
      await attempt(browser, `/auth/cas/callback?ticket=ST-1&state=${other.searchParams.get('state') ?? ''}`),
    ).toBe('ticket-refused');
    expect(cas.asked[0]?.searchParams.get('service')).toBe(own.href);
  });
  test.each([
    ['no ticket', ''],
    ['two tickets', 'ticket=ST-1&ticket=ST-2'],
    ['a proxy ticket', 'ticket=PT-1'],
    ['a long ticket', `ticket=ST-${'1'.repeat(300)}`],
    ['a ticket with a line break', 'ticket=ST-1%0d%0aX:1'],
    ['a RelayState', 'ticket=ST-1&RelayState=x'],
  ])('%s', async (_name, query) => {
    expect(await attempt(await started(), `/auth/cas/callback?${query}`)).toBe('ticket-refused');
    expect(cas.asked).toEqual([]);
  });
  test('a replayed ticket', async () => {
    const browser = await started();
    cas.answer = casSays(casFailure('INVALID_TICKET'));
    expect(await attempt(browser, '/auth/cas/callback?ticket=ST-1')).toBe('ticket-refused');
  });
  test.each<[string, RequestListener]>([
    ['two users', casSays(casSuccess('<cas:user>0023141001</cas:user><cas:user>R1</cas:user>'))],
    ['a comment in the user', casSays(casSuccess('<cas:user>0023141001<!---->9</cas:user>'))],
    ['an entity', casSays(`<!DOCTYPE x [<!ENTITY u "0023141001">]>${casSuccess('<cas:user>&u;</cas:user>')}`)],
    [
      'a redirect',
      (_request, response) => response.writeHead(302, { location: `${cas.url}/p3/serviceValidate` }).end(),
    ],
    ['a megabyte', casSays(casSuccess(`<cas:user>0023141001</cas:user>${' '.repeat(1_048_576)}`))],
    ['status 500', (_request, response) => response.writeHead(500).end(casSuccess(user('0023141001')))],
    ['no connection', (request) => request.socket.destroy()],
  ])('the CAS answers with %s', async (_name, answer) => {
    const browser = await started();
    cas.answer = answer;
    expect(await attempt(browser, '/auth/cas/callback?ticket=ST-1')).toBe('cas-unavailable');
  });
  test('the CAS is silent: after five seconds the person is told', async () => {
    const browser = await started();
    cas.answer = () => undefined;
    const before = performance.now();
    expect(await attempt(browser, '/auth/cas/callback?ticket=ST-1')).toBe('cas-unavailable');
    expect(performance.now() - before).toBeLessThan(7_000);
  }, 15_000);
  test('a forged Host and an absolute-form target do not change the service', async () => {
    const { port } = new URL(app.base);
    for (const target of ['http://evil.example/auth/login', '//evil.example/auth/login', '/auth/login']) {
      const answer = await rawGet(Number(port), target);
      const location = /^location: (.*)\r$/im.exec(answer)?.[1];
      if (location === undefined) expect(answer).toMatch(/^HTTP\/1.1 404/);
      else expect(new URL(new URL(location).searchParams.get('service') ?? '').origin).toBe(origin);
    }
  });
  test('an unknown person gets a clear page, and the refusal is recorded', async () => {
    cas.answer = knows('9999999999');
    expect(await attempt(await started(), '/auth/cas/callback?ticket=ST-1')).toBe('not-admitted');
    const rows = await app.deps.orm.em
      .fork()
      .execute("select * from audit_entries where outcome = 'refused' and after like '%not-admitted%'");
    expect(rows).toHaveLength(1);
  });
  test('a disabled account can’t sign in, and a session that it has ends at the next request', async () => {
    const person = await makePerson(app.deps, { number: 'D1' });
    cas.answer = knows('D1');
    const browser = await started();
    await comeBack(browser, 'ST-d');
    expect((await me(browser)).isSignedIn).toBe(true);
    await app.deps.orm.em.fork().nativeUpdate(Account, { id: person.accountId }, { isDisabled: true });
    expect((await me(browser)).isSignedIn).toBe(false);
    expect(await attempt(await started(), '/auth/cas/callback?ticket=ST-d2')).toBe('account-disabled');
  });
});

describe('single logout', () => {
  const logout = (
    ticket: string,
    body = `<samlp:LogoutRequest ID="1"><samlp:SessionIndex>${ticket}</samlp:SessionIndex></samlp:LogoutRequest>`,
  ) =>
    fetch(`${app.base}/auth/cas/callback?state=x`, {
      method: 'POST',
      body: new URLSearchParams({ logoutRequest: body }),
    });
  test('ends the session of the ticket, and only that', async () => {
    const [browser, other] = [newBrowser(), newBrowser()];
    await leave(browser);
    await comeBack(browser, 'ST-mine');
    await leave(other);
    await comeBack(other, 'ST-other');
    const answer = await logout('ST-mine');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect([(await me(browser)).isSignedIn, (await me(other)).isSignedIn]).toEqual([false, true]);
  });
  test('that comes before its session leaves no session', async () => {
    await logout('ST-early');
    const browser = newBrowser();
    await leave(browser);
    expect(problemOf(await comeBack(browser, 'ST-early'))).toBe('ticket-refused');
    expect((await me(browser)).isSignedIn).toBe(false);
  });
  test('that is nonsense is answered all the same', async () => {
    for (const body of ['', '<x/>', '<!DOCTYPE x>', 'x'.repeat(100_000)])
      expect((await logout('', body)).status).toBe(200);
    expect(
      (
        await fetch(`${app.base}/auth/cas/callback`, {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'text/plain' },
        })
      ).status,
    ).toBe(200);
  });
});

describe('signing out', () => {
  test('ends the session and leads to the CAS', async () => {
    const browser = newBrowser();
    await leave(browser);
    await comeBack(browser, 'ST-out');
    const answer = await browser.fetch('/auth/logout', { method: 'POST' });
    expect(answer.headers.get('location')).toBe(`${cas.url}/logout?service=${encodeURIComponent(`${origin}/`)}`);
    expect((await me(browser)).isSignedIn).toBe(false);
  });
  test('can’t be done by another site (R-SESS-1)', async () => {
    const browser = newBrowser();
    await leave(browser);
    await comeBack(browser, 'ST-csrf');
    const answer = await browser.fetch('/auth/logout', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(403);
    expect((await me(browser)).isSignedIn).toBe(true);
  });
});

/** fetch can't send an absolute-form target or another Host. */
function rawGet(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}
