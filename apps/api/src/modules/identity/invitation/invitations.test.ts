import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoints } from '@yitang/contract';
import { createClient, endpoints, type Client } from '@yitang/contract';
import { TestBrowser } from '../../../../../../tests/support/browser.ts';
import { makePerson, type MadePerson } from '../../../../../../tests/support/people.ts';
import { applicant } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Em } from '../../../database/index.ts';
import type { ApiModule } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { findLiveInvitation, identityModule } from '../index.ts';

const online = { guide: { isOnline: true }, form: {}, route: {}, paused: null };
const matters = [
  { ...online, code: 'M-1', name: '学生在校情况查询', preconditions: [{ key: 'i', rule: { kind: 'invited' } }] },
  { ...online, code: 'M-2', name: '在读证明', preconditions: [] },
];
const catalogStub: ApiModule = {
  name: 'catalog-stub',
  provide: (deps) => deps.services.provide(catalogKey, { current: () => ({ matters }) } as never),
};

let app: TestApp;
let student: MadePerson;
beforeAll(async () => {
  app = await createTestApp({ modules: [catalogStub, identityModule] });
  student = await makePerson(app.deps, { name: '林晓明', number: '2023141001' });
});
afterAll(() => app.close());

const asStudent = () => app.as(applicant({ personId: student.personId, accountId: student.accountId }));
const body = { inviteeName: '林建国', relation: '父亲' as const, matterCodes: ['M-1'], days: 30 };
async function invite() {
  const { invitation, link } = await asStudent().createInvitation({ body });
  return { invitation, token: new URL(link).hash.slice(1) };
}
const clientOf = (browser: TestBrowser): Client<Endpoints> =>
  createClient(endpoints, (path: string, init: RequestInit) => browser.fetch(path, init));
const parent = { name: '林建国', phone: '160 0000 0001' };

async function accept(token: string, given = parent) {
  const browser = new TestBrowser(app.base);
  const accepted = await clientOf(browser).acceptInvitation({ body: { token, ...given } });
  return { browser, accepted, client: clientOf(browser) };
}

describe('a student invites a parent', () => {
  test('for named matters; the parent sees what it is for and is signed in by the link', async () => {
    const { token, invitation } = await invite();
    const preview = await clientOf(new TestBrowser(app.base)).previewInvitation({ body: { token } });
    expect(preview).toMatchObject({ studentNameMasked: '林*明', inviteeName: '林建国', matters: [{ code: 'M-1' }] });
    const { accepted, client } = await accept(token);
    expect(accepted).toEqual({ firstMatterCode: 'M-1' });
    const me = await client.getMe();
    expect(me).toMatchObject({
      assurance: 'invited',
      audience: 'parent',
      grants: [],
      person: { name: '林建国', phoneMasked: '160****0001' },
    });
    const { items } = await asStudent().listInvitations();
    expect(items.find(({ id }) => id === invitation.id)?.state).toBe('accepted');
    const em = app.deps.orm.em.fork() as Em;
    const now = app.clock.now();
    expect(await findLiveInvitation(em, me.person?.id ?? '', { matterCode: 'M-1', now })).toMatchObject({
      studentId: student.personId,
    });
    expect(await findLiveInvitation(em, me.person?.id ?? '', { matterCode: 'M-2', now })).toBeUndefined();
  });
  test('only for matters that parents may handle, and only as a student', async () => {
    await expect(
      asStudent().createInvitation({ body: { ...body, matterCodes: ['M-2', 'M-1', 'M-9'] } }),
    ).rejects.toMatchObject({
      problem: { code: 'request.invalid', issues: [{ field: 'body.matterCodes.0' }, { field: 'body.matterCodes.2' }] },
    });
    const teacher = app.as(applicant({ affiliations: ['teacher'] }));
    await expect(teacher.createInvitation({ body })).rejects.toMatchObject({ status: 403 });
  });
  test('comes back by the same link with the same phone number, and nobody else does', async () => {
    const { token } = await invite();
    const first = await accept(token);
    const again = await accept(token, { ...parent, phone: '+86 16000000001' }).catch((error: unknown) => error);
    expect(again).toMatchObject({ accepted: { firstMatterCode: 'M-1' } });
    expect((await first.client.getMe()).person?.id).toBe((await (again as typeof first).client.getMe()).person?.id);
    await expect(accept(token, { ...parent, phone: '16000000002' })).rejects.toMatchObject({
      problem: { code: 'invitation.invalid' },
    });
  });
});

describe('an invitation ends', () => {
  test('at once when it is taken back: the parent’s session is over at the next request', async () => {
    const { token, invitation } = await invite();
    const { client } = await accept(token);
    expect((await client.getMe()).isSignedIn).toBe(true);
    await asStudent().revokeInvitation({ params: { id: invitation.id } });
    expect((await client.getMe()).isSignedIn).toBe(false);
    await expect(accept(token)).rejects.toMatchObject({ problem: { code: 'invitation.invalid' } });
  });
  test('on its day', async () => {
    const { token } = await invite();
    const { client } = await accept(token);
    app.clock.advance(30 * 86_400_000);
    expect((await client.getMe()).isSignedIn).toBe(false);
    await expect(clientOf(new TestBrowser(app.base)).previewInvitation({ body: { token } })).rejects.toMatchObject({
      status: 410,
    });
  });
  test('somebody else’s can’t be taken back', async () => {
    const { invitation } = await invite();
    const other = app.as(applicant());
    await expect(other.revokeInvitation({ params: { id: invitation.id } })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a stranger with a link', () => {
  test('learns the same from a wrong link as from one that was taken back', async () => {
    const client = clientOf(new TestBrowser(app.base));
    await expect(client.previewInvitation({ body: { token: 'x'.repeat(43) } })).rejects.toMatchObject({ status: 410 });
  });
  test('is told every fault of what was typed', async () => {
    const { token } = await invite();
    await expect(accept(token, { name: '<script>', phone: '12' })).rejects.toMatchObject({
      problem: { issues: [{ field: 'body.name' }, { field: 'body.phone' }] },
    });
  });
  test('two who accept at once: one of them is the parent', async () => {
    const { token } = await invite();
    const tries = ['16000000011', '16000000012', '16000000013'].map((phone) => accept(token, { ...parent, phone }));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
  test('finds neither the token nor the phone number in the database', async () => {
    const { token } = await invite();
    await accept(token, { ...parent, phone: '16000000099' });
    const em = app.deps.orm.em.fork() as Em;
    for (const table of ['invitations', 'people', 'audit_entries', 'accounts', 'command_keys']) {
      const text = JSON.stringify(await em.execute(`select * from ${table}`));
      expect([table, text.includes(token), text.includes('16000000099')]).toEqual([table, false, false]);
    }
  });
});
