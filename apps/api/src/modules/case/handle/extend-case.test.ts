import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError, type OfficeCaseData } from '@yitang/contract';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { Principal } from '../../../platform/principal/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { RoleGrant } from '../../identity/account.entity.ts';

let app: TestApp;
let world: CaseWorld;
/** Of the registry too, when the first is the one who asked. */
let otherHead: Principal;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  otherHead = staff('head', 'department', places.registry, { displayName: '钱副处长' });
  for (const { personId } of [world.registryHead, otherHead]) await grantHead(personId ?? '');
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-03-02T02:00:00Z'));

async function grantHead(personId: string): Promise<void> {
  const grant = { role: 'head', scopeKind: 'department', scopeId: places.registry, fromDay: '2020-01-01' } as const;
  await app.call().em.insert(RoleGrant, {
    ...{ id: newId(), personId, ...grant, untilDay: null, revokedAt: null },
    ...{ givenAt: app.clock.now(), givenBy: 'test', revokedBy: null },
  });
}

const clerk = () => app.as(world.registryClerk);
const chief = () => app.as(world.registryHead);
const wanted = { days: 3, reason: '需向原学校核实学籍', basis: '学生证管理办法第六条' };

let made = 0;
/** An accepted case, promised within ten working days: due on Monday the 16th of March. */
async function acceptedCase(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `extend-${(made += 1)}` });
  await clerk().acceptCase({ params: { id: draftId }, body: { version: 1 } });
  return draftId;
}

const ask = (id: string, over: object = {}): Promise<OfficeCaseData> =>
  clerk().requestExtension({ params: { id }, body: { version: 2, ...wanted, ...over } });
const approve = (id: string, by = world.registryHead, version = 3): Promise<OfficeCaseData> =>
  app.as(by).approveExtension({ params: { id }, body: { version, note: '情况属实' } });
const mine = (id: string) => app.as(world.student).getMyCase({ params: { id } });
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiError ? error.problem : undefined),
  );
const issuesOf = async (work: Promise<unknown>) => (await problemOf(work))?.issues?.map(({ code }) => code);
const noticesOf = async (who: Principal, id: string) =>
  (await app.as(who).listNotices({})).items.filter(({ path }) => path.endsWith(id));

describe('an extension (延长审批)', () => {
  test('is asked for by the clerk, waits in the head’s list, and changes nothing that was promised', async () => {
    const id = await acceptedCase();
    const asked = await ask(id);
    const open = { days: 3, reason: wanted.reason, by: '教务处 学籍管理岗 王老师', dueDate: '2026-03-19' };
    expect(asked).toMatchObject({ status: 'handling', dueDate: '2026-03-16', openExtension: open, extensions: [] });
    expect(asked.availableActions).not.toContain('request-extension');
    expect(asked.availableActions).not.toContain('approve-extension');
    expect(asked.timeline.at(-1)).toMatchObject({
      what: { zh: '申请延长办理期限' },
      note: `延长：3 个工作日\n${wanted.reason}\n依据：${wanted.basis}`,
    });
    expect(await mine(id)).toMatchObject({ dueDate: '2026-03-16', extensions: [] });
    const list = await chief().listInbox({ query: { view: 'extension', limit: 100 } });
    expect(list.items).toMatchObject([{ id, askedDays: 3, extendedDays: 0, dueDate: '2026-03-16' }]);
    expect(list.counts.extension).toBe(1);
    // Who is no head has no such list.
    const theirs = await clerk().listInbox({ query: { view: 'extension', limit: 100 } });
    expect([theirs.items, theirs.counts.extension]).toEqual([[], null]);
    await app.runJobs();
    expect(await noticesOf(world.registryHead, id)).toMatchObject([{ kind: 'extension-requested' }]);
    expect((await noticesOf(world.student, id)).map(({ kind }) => kind)).not.toContain('case-extended');
    await chief().declineExtension({ params: { id }, body: { version: 3, reason: '按期办结' } });
  });

  test('approved, it moves date, light and place in the inbox; applicant and clerk are told', async () => {
    const [other, id] = [await acceptedCase(), await acceptedCase()];
    await ask(id);
    app.clock.set('2026-03-13T02:00:00Z');
    expect((await clerk().getOfficeCase({ params: { id } })).light).toBe('orange');
    const extended = await approve(id);
    const told = { days: 3, reason: wanted.reason, basis: wanted.basis, dueDate: '2026-03-19' };
    expect(extended).toMatchObject({ dueDate: '2026-03-19', openExtension: null, extensions: [told], light: 'yellow' });
    expect(extended.extensionDaysLeft).toBe(7);
    expect(extended.timeline.at(-1)).toMatchObject({
      what: { zh: '批准延长办理期限' },
      by: expect.stringContaining('赵处长'),
      note: `情况属实\n延长：3 个工作日\n${wanted.reason}\n依据：${wanted.basis}\n新的办结期限：2026-03-19`,
    });
    expect(await mine(id)).toMatchObject({ dueDate: '2026-03-19', extensions: [told] });
    const { items } = await clerk().listInbox({ query: { limit: 100 } });
    const order = items.map((row) => row.id);
    expect(order.indexOf(other)).toBeLessThan(order.indexOf(id));
    expect(items.find((row) => row.id === id)).toMatchObject({ extendedDays: 3, askedDays: null });
    await app.runJobs();
    const notice = (await noticesOf(world.student, id)).find(({ kind }) => kind === 'case-extended');
    expect(notice?.text).toContain('2026年3月19日');
    // The reason may be personal: it is told on the page, not in a mail (NOTI-2).
    expect(notice?.text).not.toContain(wanted.reason);
    expect((await noticesOf(world.registryClerk, id)).map(({ kind }) => kind)).toContain('extension-approved');
  });

  test('declined with a reason, it leaves the promise; only whoever asked is told', async () => {
    const id = await acceptedCase();
    await ask(id);
    const decline = (reason: string) => chief().declineExtension({ params: { id }, body: { version: 3, reason } });
    expect((await problemOf(decline(' ')))?.issues).toMatchObject([{ field: 'body.reason' }]);
    expect(await decline('材料已齐，请按期办结')).toMatchObject({ dueDate: '2026-03-16', openExtension: null });
    await app.runJobs();
    expect((await noticesOf(world.registryClerk, id)).map(({ kind }) => kind)).toContain('extension-declined');
    expect((await noticesOf(world.student, id)).map(({ kind }) => kind)).toEqual(
      expect.not.arrayContaining(['case-extended', 'extension-declined']),
    );
  });

  test('the head lengthens a case without asking anybody', async () => {
    const id = await acceptedCase();
    const extended = await chief().extendCase({ params: { id }, body: { version: 2, ...wanted } });
    expect(extended).toMatchObject({ dueDate: '2026-03-19', extensions: [{ days: 3 }] });
  });

  test('the receipt that is downloaded afterwards is still printed', async () => {
    const id = await acceptedCase();
    await chief().extendCase({ params: { id }, body: { version: 2, ...wanted } });
    await expect(app.as(world.student).readReceipt({ params: { id } })).resolves.toBeDefined();
  });
});

describe('who may', () => {
  test('other posts, other heads and the applicant neither ask nor approve', async () => {
    const id = await acceptedCase();
    const at = { params: { id } };
    const body = { version: 2, ...wanted };
    const codeOf = async (work: Promise<unknown>) => (await problemOf(work))?.code;
    const collegeHead = staff('head', 'department', places.college, {});
    expect(await codeOf(app.as(world.collegeClerk).requestExtension({ ...at, body }))).toBe('record.not-found');
    expect(await codeOf(app.as(world.student).requestExtension({ ...at, body }))).toBe('access.denied');
    expect(await codeOf(clerk().extendCase({ ...at, body }))).toBe('access.denied');
    await ask(id);
    expect(await codeOf(clerk().approveExtension({ ...at, body: { version: 3 } }))).toBe('access.denied');
    expect(await codeOf(app.as(collegeHead).approveExtension({ ...at, body: { version: 3 } }))).toBe(
      'record.not-found',
    );
    await chief().declineExtension({ ...at, body: { version: 3, reason: '按期办结' } });
  });

  test('whoever asked as clerk does not approve as head; another head does', async () => {
    const id = await acceptedCase();
    await ask(id);
    const asHead = staff('head', 'department', places.registry, { personId: world.registryClerk.personId });
    expect((await app.as(asHead).getOfficeCase({ params: { id } })).availableActions).not.toContain(
      'approve-extension',
    );
    expect(await issuesOf(approve(id, asHead))).toEqual(['extension.own-request']);
    expect(await approve(id, otherHead)).toMatchObject({ dueDate: '2026-03-19' });
  });

  test('in a route through departments it is the head of the one that holds the case', async () => {
    const student = app.as(world.student);
    const { id } = await student.openDraft({ body: { matterCode: codes.leave } });
    await student.savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
    const answers = { reason: 'other', explanation: '家里有事走不开', from: '2026-03-09' };
    await student.savePage({ params: { draftId: id, page: 'reason' }, body: { answers } });
    const contact = { phone: '13800138000', consent: true };
    await student.savePage({ params: { draftId: id, page: 'contact' }, body: { answers: contact } });
    await student.submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'extend-leave' });
    const college = app.as(world.collegeClerk);
    await college.acceptCase({ params: { id }, body: { version: 1 } });
    await college.requestExtension({ params: { id }, body: { version: 2, ...wanted } });
    // The matter is the registry's, the case is in the college's hands.
    expect((await problemOf(approve(id)))?.code).toBe('access.denied');
    const dean = staff('head', 'department', places.college, { displayName: '孙院长' });
    expect((await app.as(dean).listInbox({ query: { view: 'extension', limit: 10 } })).items).toMatchObject([{ id }]);
    // Passed on, it is nobody's any more: the next department asks for itself.
    await college.passCase({ params: { id }, body: { version: 3 } });
    expect((await app.as(dean).listInbox({ query: { view: 'extension', limit: 10 } })).items).toEqual([]);
    const passed = await app.as(world.affairsClerk).getOfficeCase({ params: { id } });
    expect(passed).toMatchObject({ openExtension: null, dueDate: '2026-03-16' });
    expect(passed.timeline.map(({ what }) => what.zh)).toContain('延长申请随办件流转失效');
    expect(passed.availableActions).toContain('request-extension');
  });
});

describe('what is refused', () => {
  test('what is missing or too much is said all at once, each with its field', async () => {
    const id = await acceptedCase();
    const missing = await problemOf(ask(id, { days: 0, reason: '', basis: ' ' }));
    expect(missing?.issues?.map(({ field }) => field)).toEqual(['body.days', 'body.reason', 'body.basis']);
    expect((await problemOf(ask(id, { days: 11 })))?.issues).toMatchObject([
      { field: 'body.days', message: '最多还能延长 10 个工作日。' },
    ]);
    expect((await clerk().getOfficeCase({ params: { id } })).version).toBe(2);
  });

  test('after the last day nothing is lengthened: an overrun stays one', async () => {
    const id = await acceptedCase();
    await ask(id);
    app.clock.set('2026-03-16T10:00:00Z');
    const late = await chief().getOfficeCase({ params: { id } });
    expect(late.availableActions).toContain('decline-extension');
    expect(late.availableActions).not.toContain('approve-extension');
    expect(await issuesOf(approve(id))).toEqual(['extension.too-late']);
    const declined = await chief().declineExtension({ params: { id }, body: { version: 3, reason: '已超期' } });
    expect(declined.availableActions).not.toContain('extend');
    expect(await issuesOf(ask(id, { version: 4 }))).toEqual(['extension.too-late']);
    expect(await mine(id)).toMatchObject({ dueDate: '2026-03-16', extensions: [] });
  });

  test('a decision on the case ends the request; nothing is left for the head', async () => {
    const id = await acceptedCase();
    await ask(id);
    const decided = await clerk().approveCase({ params: { id }, body: { version: 3 } });
    expect(decided).toMatchObject({ openExtension: null });
    expect(decided.timeline.map(({ what }) => what.zh).slice(-2)).toEqual(['延长申请随办件流转失效', '准予，办结']);
    expect(await issuesOf(approve(id, world.registryHead, 4))).toEqual(['case.closed']);
    const withdrawn = await acceptedCase();
    await ask(withdrawn);
    await app.as(world.student).withdrawCase({ params: { id: withdrawn }, body: { version: 3 } });
    const { items } = await chief().listInbox({ query: { view: 'extension', limit: 100 } });
    expect(items).toEqual([]);
  });

  test('R-TX-2: two heads at once: one approves, and the days are added once', async () => {
    const id = await acceptedCase();
    await ask(id);
    const results = await Promise.allSettled([approve(id), approve(id, otherHead)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await mine(id)).toMatchObject({ dueDate: '2026-03-19', extensions: [{ days: 3 }] });
  });
});

test('a guide that names its extensions leaves no other, each within its own limit', async () => {
  const { guide, ...matter } = cardMatter();
  const procedures = [{ kind: 'extension', name: { zh: '情况复杂' }, basis: '管理办法第九条', limitDays: 4 }] as const;
  await publish(app.deps, [{ ...matter, guide: { ...guide, specialProcedures: procedures } }], '2026-03-02');
  await app.deps.services.get(catalogKey).refresh();
  const id = await acceptedCase();
  const view = await clerk().getOfficeCase({ params: { id } });
  expect(view).toMatchObject({
    extensionDaysLeft: 4,
    extensionProcedures: [{ name: '情况复杂', basis: '管理办法第九条', daysLeft: 4 }],
    suspensionGrounds: [],
  });
  expect((await problemOf(ask(id, { basis: '', procedure: '' })))?.issues).toMatchObject([{ field: 'body.procedure' }]);
  expect((await problemOf(ask(id, { days: 5, procedure: '情况复杂' })))?.issues).toMatchObject([
    { field: 'body.days', message: '最多还能延长 4 个工作日。' },
  ]);
  expect(await ask(id, { days: 4, basis: '', procedure: '情况复杂' })).toMatchObject({
    openExtension: { days: 4, basis: '管理办法第九条', procedure: '情况复杂' },
  });
});
