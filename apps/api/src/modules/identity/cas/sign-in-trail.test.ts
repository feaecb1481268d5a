import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
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
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { identityModule } from '../index.ts';

const mostRefused = 20;
let cas: LyingCas;
let app: TestApp;
let student: MadePerson;
beforeAll(async () => {
  cas = await startLyingCas();
  const origin = { PUBLIC_ORIGIN: 'https://yt.example.edu.cn', CAS_URL: cas.url, CAS_EMBEDDED: '0' };
  const environment = { ...origin, SENSITIVE_PER_MINUTE: String(mostRefused) };
  app = await createTestApp({ modules: [identityModule], environment });
  student = await makePerson(app.deps, { name: '李小明', number: '0023141001' });
});
beforeEach(() => {
  cas.answer = casSays(casSuccess('<cas:user>0023141001</cas:user>'));
});
afterAll(async () => {
  await app.close();
  cas.stop();
});

/** What the trail says of an act, oldest first. */
async function entries(action: string) {
  const rows = await app.call().em.find(AuditEntry, { action }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return rows.map(({ target, chain, outcome, after }) => {
    const { code } = JSON.parse(after ?? '{}') as { code?: string };
    return { target, chain, outcome, ...(code !== undefined && { code }) };
  });
}
const ofTheStudent = () => ({
  target: `account:${student.accountId}`,
  chain: `person:${student.personId}`,
  outcome: 'done',
});

async function signIn(ticket: string): Promise<TestBrowser> {
  const browser = new TestBrowser(app.base);
  await browser.fetch('/auth/login');
  await browser.fetch(`/auth/cas/callback?ticket=${ticket}`);
  return browser;
}

test('R-AUD-1: whoever signs out leaves an entry, and pressing again leaves none', async () => {
  const browser = await signIn('ST-out');
  await browser.fetch('/auth/logout', { method: 'POST' });
  await browser.fetch('/auth/logout', { method: 'POST' });
  expect(await entries('identity.sign-out')).toEqual([ofTheStudent()]);
  expect(await browser.json('/api/me')).toMatchObject({ isSignedIn: false });
});

test('R-AUD-1: a logout at the CAS leaves an entry where it ends something, and none where it does not', async () => {
  const browser = await signIn('ST-mine');
  for (const ticket of ['ST-mine', 'ST-mine', 'ST-of-nobody']) {
    const logoutRequest = `<samlp:LogoutRequest ID="1"><samlp:SessionIndex>${ticket}</samlp:SessionIndex></samlp:LogoutRequest>`;
    const body = new URLSearchParams({ logoutRequest });
    await fetch(`${app.base}/auth/cas/callback?state=x`, { method: 'POST', body });
  }
  expect(await entries('identity.single-logout')).toEqual([ofTheStudent()]);
  expect(await browser.json('/api/me')).toMatchObject({ isSignedIn: false });
});

test('R-AUD-1: refused tickets and a CAS that lies stand in the trail, a flood of them only so often', async () => {
  const before = (await entries('identity.sign-in')).length;
  cas.answer = casSays(casFailure('INVALID_TICKET'));
  await signIn('ST-1');
  cas.answer = casSays('<x/>');
  await signIn('ST-1');
  const entry = { target: 'account:unknown', outcome: 'refused' };
  expect((await entries('identity.sign-in')).slice(before)).toMatchObject([
    { ...entry, code: 'ticket-refused' },
    { ...entry, code: 'cas-unavailable' },
  ]);
  const stray = () => new TestBrowser(app.base).fetch('/auth/cas/callback?ticket=ST-1');
  await Promise.all(Array.from({ length: mostRefused + 10 }, stray));
  expect((await entries('identity.sign-in')).length - before).toBe(mostRefused);
});
