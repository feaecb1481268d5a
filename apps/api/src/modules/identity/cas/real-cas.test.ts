import { createServer, request as send, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestBrowser } from '../../../../../../tests/support/browser.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { freePort } from '../../../../../../tests/support/processes/free-port.ts';
import { CasVisitor, startRealCas, type CasUser, type RealCas } from '../../../../../../tests/support/real-cas.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { embeddedCas, identityModule } from '../index.ts';

interface Me {
  isSignedIn: boolean;
  person: { name: string } | null;
}
const isSignedIn = async (browser: TestBrowser) => (await browser.json<Me>('/api/me')).isSignedIn;

/** The application at an address that is known before it starts, so that a CAS can reach it. */
async function startSite(
  environment: Record<string, string>,
  modules = [identityModule],
): Promise<{ app: TestApp; origin: string; close: () => Promise<void> }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = await createTestApp({ modules, environment: { PUBLIC_ORIGIN: origin, ...environment } });
  const target = new URL(app.base);
  const front: Server = createServer((incoming, outgoing) => {
    const { method, headers, url: path } = incoming;
    incoming.pipe(
      send({ host: target.hostname, port: target.port, method, headers, path }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
        answer.pipe(outgoing);
      }),
    );
  });
  await new Promise<void>((resolve) => front.listen(port, '127.0.0.1', resolve));
  const close = async () => {
    front.close();
    front.closeAllConnections();
    await app.close();
  };
  return { app, origin, close };
}

describe('a CAS server that others wrote (R-AUTHN-1)', () => {
  const user = (username: string, cn: string): CasUser => ({
    username,
    password: `${username}-pass`,
    attributes: { cn, role: 'administrator' },
  });
  const student = user('0023141001', '李小明');
  const rare = user('张三', '张三 😀𠮷');
  const evil = user('evil<cas:user>R2015008</cas:user>', ']]></cas:user><cas:user>R2015008</cas:user>&xxe;');
  let cas: RealCas;
  let site: Awaited<ReturnType<typeof startSite>>;

  beforeAll(async () => {
    cas = await startRealCas([student, rare, evil]);
    const pattern = '^[\\p{L}\\p{N}._-]{1,40}$';
    site = await startSite({
      CAS_URL: cas.baseUrl,
      CAS_EMBEDDED: '0',
      CAS_USER_PATTERN: pattern,
      CAS_ADMIT_UNKNOWN: 'visitor',
    });
    await makePerson(site.app.deps, { name: '李小明', number: student.username });
    await makePerson(site.app.deps, { name: '改革专员', number: 'R2015008' });
  }, 60_000);
  afterAll(async () => {
    await site.close();
    await cas.stop();
  });

  async function signIn(browser: TestBrowser, visitor: CasVisitor, who: CasUser): Promise<Response> {
    const left = await browser.fetch('/auth/login?return=/my');
    const service = new URL(left.headers.get('location') ?? '').searchParams.get('service') ?? '';
    return browser.fetch(await visitor.signIn(service, who));
  }

  test('signs a student in, once per ticket, and out again when they sign out there', async () => {
    const [browser, visitor] = [new TestBrowser(site.origin), new CasVisitor(cas)];
    const answer = await signIn(browser, visitor, student);
    expect(answer.headers.get('location')).toBe('/my');
    expect((await browser.json<Me>('/api/me')).person?.name).toBe('李小明');
    await visitor.signOut();
    expect(await isSignedIn(browser)).toBe(false);
  });
  test('a ticket that was used is refused, and so is one that another browser got', async () => {
    const [browser, visitor] = [new TestBrowser(site.origin), new CasVisitor(cas)];
    const left = await browser.fetch('/auth/login');
    const service = new URL(left.headers.get('location') ?? '').searchParams.get('service') ?? '';
    const back = await visitor.signIn(service, student);
    const thief = new TestBrowser(site.origin);
    await thief.fetch('/auth/login');
    expect((await thief.fetch(back)).headers.get('location')).toContain('code=ticket-refused');
    expect(await isSignedIn(thief)).toBe(false);
    expect((await browser.fetch(back)).headers.get('location')).toContain('code=ticket-refused');
    expect(await isSignedIn(browser)).toBe(false);
  });
  test('names in any script arrive whole, and whoever the directory does not know is a visitor', async () => {
    const browser = new TestBrowser(site.origin);
    await signIn(browser, new CasVisitor(cas), rare);
    expect(await browser.json('/api/me')).toMatchObject({
      person: { name: '张三 😀𠮷' },
      audience: 'visitor',
      grants: [],
    });
  });
  test('a name that pretends to be an answer signs nobody in', async () => {
    const browser = new TestBrowser(site.origin);
    expect((await signIn(browser, new CasVisitor(cas), evil)).headers.get('location')).toContain(
      'code=cas-unavailable',
    );
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe('the embedded CAS', () => {
  test('signs a persona in with one click, and out everywhere', async () => {
    const persona = {
      username: '2023141001',
      name: '李小明',
      identity: '学生',
      abilities: '',
      attributes: { cn: '李小明' },
    };
    const site = await startSite({ YITANG_MODE: 'demo' }, [identityModule, embeddedCas([persona])]);
    try {
      await makePerson(site.app.deps, { name: '李小明', number: persona.username });
      await makePerson(site.app.deps, { name: '王100%芳', number: 'T2008017', kind: 'teacher' });
      const browser = new TestBrowser(site.origin);
      const left = await browser.fetch('/auth/login');
      const page = left.headers.get('location') ?? '';
      expect(await (await browser.fetch(page)).text()).toContain('李小明');
      expect(await (await browser.fetch(`${page}&q=100%25`)).text()).toContain('T2008017');
      const service = new URL(page).searchParams.get('service') ?? '';
      const pressed = await browser.fetch('/cas/login', {
        method: 'POST',
        body: new URLSearchParams({ service, username: persona.username }),
      });
      expect((await browser.fetch(pressed.headers.get('location') ?? '')).headers.get('location')).toBe('/');
      expect(await isSignedIn(browser)).toBe(true);
      await browser.fetch('/cas/logout');
      expect(await isSignedIn(browser)).toBe(false);
    } finally {
      await site.close();
    }
  });
});
