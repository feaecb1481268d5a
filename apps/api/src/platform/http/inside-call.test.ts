import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { endpoints, type ApiAnswer, type Endpoint } from '@yitang/contract';
import { makePerson, type NewPerson } from '../../../../../tests/support/people.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { signedIn } from '../../../../../tests/load/sessions.ts';
import { insertRows, type Em } from '../../database/index.ts';
import { askInProcess } from './ask-in-process.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ environment: { READS_PER_MINUTE: '900' } });
});
afterAll(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
let people = 0;

async function signIn(person: NewPerson = {}): Promise<{ cookie: string; personId: string; sessionId: unknown }> {
  people += 1;
  const made = await makePerson(app.deps, { number: `I${people}`, ...person });
  const activeGrantId = made.grantIds[0] ?? null;
  const { cookie, row } = signedIn({ ...made, activeGrantId }, app.clock.now());
  await insertRows(em(), 'sessions', [row]);
  return { cookie, personId: made.personId, sessionId: row['id'] };
}

const facts = { 'x-request-id': 'a-page-of-the-test', 'accept-language': 'en' };
const path = endpoints.getGreeting.path;

/** As a page asks: the long way, as a request, or the short one where there is one. */
function ask(target: string, cookie: string, way: 'long' | 'short'): Promise<ApiAnswer> {
  const koa = app.koa.callback();
  const inside = way === 'short' ? app.inside : undefined;
  const asking = askInProcess((request, response) => void koa(request, response), { inside });
  return asking({ target, headers: { ...facts, ...(cookie !== '' && { cookie }) } });
}

async function seen(target: string, cookie: string, way: 'long' | 'short') {
  const rows = async (): Promise<number> =>
    Number((await em().execute<{ n: number }[]>('select count(*) as n from audit_entries'))[0]?.n);
  const [before, logged] = [await rows(), app.logLines.length];
  const answer = await ask(target, cookie, way);
  const text = Buffer.from(await answer.arrayBuffer()).toString();
  const lines = app.logLines.slice(logged).map((line) => {
    const { msg, who, path: where, status } = JSON.parse(line) as Record<string, unknown>;
    return { msg, who, where, status };
  });
  const body = (text === '' ? null : JSON.parse(text)) as { instance?: string } | null;
  const { ok, status, headers } = answer;
  const head = ['cache-control', 'content-type', 'retry-after', 'x-yitang-cache'].map((name) => headers.get(name));
  return { ok, status, head, body: { ...body, instance: '' }, lines, rows: (await rows()) - before };
}

const fixed = Object.entries<Endpoint>(endpoints).filter(
  ([, { method, path: where, file, isCatalogPage }]) =>
    method === 'get' && !where.includes('{') && file === undefined && !isCatalogPage,
);

test.each<[string, NewPerson | undefined]>([
  ['nobody', undefined],
  ['a student', { kind: 'student' }],
  ['the reform office', { kind: 'staff', grants: [{ role: 'reform-officer' }] }],
  ['an administrator', { kind: 'staff', grants: [{ role: 'administrator' }] }],
])('the short way says, counts and records what a request does: %s', async (_who, person) => {
  const cookie = person === undefined ? '' : (await signIn(person)).cookie;
  for (const [name, { path: where }] of fixed) {
    for (const target of [where, `${where}?limit=nonsense`]) {
      const long = await seen(target, cookie, 'long');
      expect([name, await seen(target, cookie, 'short')]).toEqual([name, long]);
    }
  }
});

test('every question about who asks that has one path has the short way', async () => {
  const status = async (target: string) => (await app.inside({ target, headers: facts }))?.status;
  const statuses = await Promise.all(fixed.map(([, { path: target }]) => status(target)));
  expect([statuses.length > 20, statuses.includes(undefined)]).toEqual([true, false]);
});

test.each(['/api/matters', '/api/matters/1', '/api/site', '/api/me/greeting/', '/auth/login', '/healthz', '/api/none'])(
  'what is the same for everyone, or no endpoint with one path, is asked as a request: %s',
  (target) => expect(app.inside({ target, headers: facts })).toBeUndefined(),
);

test('a session that was ended is over at the next question', async () => {
  const { cookie, personId, sessionId } = await signIn();
  expect(await (await ask(path, cookie, 'short')).json()).toMatchObject({ person: { id: personId } });
  await em().execute('delete from sessions where id = ?', [sessionId]);
  expect((await ask(path, cookie, 'short')).status).toBe(401);
});

test('two who ask at once are each told of themselves', async () => {
  const asking = await Promise.all(Array.from({ length: 5 }, () => signIn()));
  const answers = await Promise.all(
    asking.map(async ({ cookie }): Promise<unknown> => (await ask(path, cookie, 'short')).json()),
  );
  expect(answers).toMatchObject(asking.map(({ personId }) => ({ person: { id: personId } })));
});

test('R-DOS-1 whoever asks too often is told when to come back', async () => {
  const { cookie } = await signIn();
  const statuses = new Set<number>();
  for (let asked = 0; asked < 1000; asked += 1) statuses.add((await ask(path, cookie, 'short')).status);
  expect([...statuses]).toEqual([200, 429]);
  expect((await ask(path, cookie, 'short')).headers.get('retry-after')).toBe('60');
});
