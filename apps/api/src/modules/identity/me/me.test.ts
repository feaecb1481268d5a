import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, endpoints } from '@yitang/contract';
import { TestBrowser } from '../../../../../../tests/support/browser.ts';
import { makePerson, type MadePerson, type NewPerson } from '../../../../../../tests/support/people.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { ApiModule } from '../../../platform/endpoint/index.ts';
import { RoleGrant } from '../account.entity.ts';
import { identityModule } from '../index.ts';
import { describeDevice } from './describe-device.ts';

/** Stands for the CAS: a session for whoever the path names. */
const door: ApiModule = {
  name: 'door',
  mount: (deps) => [
    async (ctx, next) => {
      if (ctx.path !== '/auth/test') return next() as Promise<void>;
      const [personId = '', accountId = ''] = String(ctx.query.who).split(',');
      await deps.sessions.signIn(ctx, { personId, accountId, assurance: 'campus' });
      ctx.status = 204;
    },
  ],
};

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [door, identityModule] });
});
afterAll(() => app.close());

async function signIn({ personId, accountId }: MadePerson) {
  const browser = new TestBrowser(app.base);
  await browser.fetch(`/auth/test?who=${personId},${accountId}`, {
    headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537' },
  });
  return createClient(endpoints, (path: string, init: RequestInit) => browser.fetch(path, init));
}
let counter = 0;
const make = (person: NewPerson = {}) => makePerson(app.deps, { number: `N${String(++counter)}`, ...person });

describe('who I am', () => {
  test('nobody, without a session', async () => {
    expect(await app.as().getMe()).toMatchObject({ isSignedIn: false, person: null, activeRole: 'applicant' });
  });
  test('my name and affiliations, numbers masked', async () => {
    const person = await make({ name: '龘𠮷', idNumber: '339900200001011234', phone: '16000000001', kind: 'teacher' });
    const me = await (await signIn(person)).getMe();
    expect(me).toMatchObject({
      isSignedIn: true,
      audience: 'teacher',
      assurance: 'campus',
      person: { name: '龘𠮷', phoneMasked: '160****0001', affiliations: [{ kind: 'teacher', from: '2020-09-01' }] },
    });
    expect(JSON.stringify(me)).not.toContain('200001011234');
    expect(me.sessionEndsAt).not.toBeNull();
  });
  test('an affiliation counts from its first day to its last', async () => {
    const person = await make({ kind: 'student', affiliation: { fromDay: '2019-09-01', untilDay: '2025-06-30' } });
    expect(await (await signIn(person)).getMe()).toMatchObject({ audience: 'visitor', person: { affiliations: [] } });
  });
});

describe('roles', () => {
  const grants = [
    { role: 'clerk' as const, scopeKind: 'university' as const },
    { role: 'head' as const, fromDay: '2027-01-01' },
    { role: 'reform-officer' as const, untilDay: '2026-03-01' },
  ];
  test('are switched without signing in again, and only grants that are valid today are there (R-AUTHZ-1)', async () => {
    const person = await make({ kind: 'staff', grants });
    const client = await signIn(person);
    const [clerk = '', head = ''] = person.grantIds;
    const me = await client.getMe();
    expect(me.grants).toMatchObject([{ id: clerk, role: 'clerk', scopeName: '全校', from: '2020-01-01', until: null }]);
    expect(await client.switchRole({ body: { grantId: clerk } })).toMatchObject({
      activeRole: 'clerk',
      activeGrantId: clerk,
    });
    expect((await client.getMe()).activeRole).toBe('clerk');
    await expect(client.switchRole({ body: { grantId: head } })).rejects.toMatchObject({ status: 404 });
    expect((await client.switchRole({ body: { grantId: null } })).activeRole).toBe('applicant');
  });
  test('a grant that is revoked is gone at the next request, and its holder acts as applicant (R-AUTHZ-3)', async () => {
    const person = await make({ kind: 'staff', grants });
    const client = await signIn(person);
    const [clerk = ''] = person.grantIds;
    await client.switchRole({ body: { grantId: clerk } });
    await app.deps.orm.em.fork().nativeUpdate(RoleGrant, { id: clerk }, { revokedAt: app.clock.now() });
    expect(await client.getMe()).toMatchObject({ activeRole: 'applicant', activeGrantId: null, grants: [] });
  });
});

describe('my sessions', () => {
  test('are listed with their device, ended one by one or all but this one', async () => {
    const person = await make();
    const [here, there, elsewhere] = [await signIn(person), await signIn(person), await signIn(person)];
    const { items } = await here.listMySessions();
    expect(items).toHaveLength(3);
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(items[0]?.device).toBe('Chrome · Windows');
    const other = (await there.listMySessions()).items.find(({ isCurrent }) => isCurrent);
    await here.endMySession({ params: { id: other?.id ?? '' } });
    expect((await there.getMe()).isSignedIn).toBe(false);
    expect(await here.endOtherSessions()).toEqual({ ended: 1 });
    expect([(await elsewhere.getMe()).isSignedIn, (await here.getMe()).isSignedIn]).toEqual([false, true]);
  });
  test('somebody else’s can’t be ended', async () => {
    const [mine, theirs] = [await signIn(await make()), await signIn(await make())];
    const [session] = (await theirs.listMySessions()).items;
    await expect(mine.endMySession({ params: { id: session?.id ?? '' } })).rejects.toMatchObject({ status: 404 });
    expect((await theirs.getMe()).isSignedIn).toBe(true);
  });
  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0', '微信 · iPhone'],
    ['Mozilla/5.0 (Linux; Android 13) wxwork/4.1 Chrome/110', '企业微信 · 安卓'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120', 'Edge · Windows'],
    ['curl/8', '未知设备'],
  ])('%s is called %s', (userAgent, name) => {
    expect(describeDevice(userAgent)).toBe(name);
  });
});

test('knowing who calls costs one statement a request', async () => {
  const client = await signIn(await make({ kind: 'staff', grants: [{ role: 'clerk' }] }));
  const statements = await app.statements(() => client.listMySessions());
  expect(statements.filter((sql) => sql.includes('from sessions s'))).toHaveLength(1);
  expect(statements).toHaveLength(2);
});

describe('what every page knows of who reads it', () => {
  test('is their name, what they are served first and what they may act as; no number of theirs', async () => {
    const person = await make({
      name: '龘𠮷',
      idNumber: '339900200001011234',
      phone: '16000000001',
      kind: 'staff',
      grants: [{ role: 'clerk', scopeKind: 'university' }],
    });
    const [clerk = ''] = person.grantIds;
    const client = await signIn(person);
    expect(await client.getGreeting()).toEqual({
      person: { id: person.personId, name: '龘𠮷' },
      audience: 'teacher',
      grants: [{ id: clerk, role: 'clerk', scopeName: '全校' }],
      activeGrantId: null,
      activeRole: 'applicant',
      dues: { unreadNotices: 0, corrections: 0, ratings: 0, kept: [] },
    });
    await client.switchRole({ body: { grantId: clerk } });
    expect(await client.getGreeting()).toMatchObject({ activeRole: 'clerk', activeGrantId: clerk });
  });
  test('costs one statement where no grant has to be named, and a visitor is told nothing', async () => {
    const client = await signIn(await make({ kind: 'student' }));
    expect(await app.statements(() => client.getGreeting())).toHaveLength(1);
    await expect(app.as().getGreeting()).rejects.toMatchObject({ status: 401 });
  });
});
