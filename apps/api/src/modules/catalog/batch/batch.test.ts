import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makePerson } from '../../../../../../tests/support/people.ts';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { insertReadyDrafts, makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Em } from '../../../database/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { newId } from '../../../platform/ids/index.ts';
import { RoleGrant } from '../../identity/account.entity.ts';
import { PostHolder } from '../../organization/organization.entity.ts';
import { Notice } from '../../notification/notice.entity.ts';
import { MatterDraft } from '../draft/draft.entity.ts';

type Asker = ReturnType<TestApp['as']>;
let app: TestApp;
let world: CaseWorld;
let officer: Asker;
let colleague: Asker;

// Monday 10:00 in Shanghai; the world itself is published in batch 1.
beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
    now: '2026-03-02T02:00:00Z',
  });
  officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
  colleague = app.as(staff('reform-officer', 'university', null, { displayName: '周敏' }));
});
afterEach(() => app.close());

const plan = async (...drafts: string[]): Promise<string> => {
  const { id } = await officer.planBatch({ body: { title: '三月调整', note: null } });
  await officer.fillBatch({ params: { id }, body: { add: drafts } });
  return id;
};
const batchOf = (id: string) => officer.getBatch({ params: { id } });
const publishIt = async (who: Asker, id: string) => {
  const { revision, nextNumber } = await batchOf(id);
  return who.publishBatch({ params: { id }, body: { revision, number: nextNumber } });
};
const schedule = async (id: string, day: string) =>
  officer.scheduleBatch({ params: { id }, body: { revision: (await batchOf(id)).revision, day } });
const guideOf = async (code: string) => {
  await app.deps.services.get(catalogKey).refresh();
  return app.as().getMatter({ params: { code } });
};
const statusOf = async (id: string) => (await officer.getMatterDraft({ params: { id } })).status;
const changeCard = () =>
  makeReadyDraft(officer, { operation: 'change', code: codes.card }, { 'guide.promisedDays': 3 });

test('CAT-1 a batch adds, changes and retires matters together, from its day on', async () => {
  const changed = await changeCard();
  const added = await makeReadyDraft(officer, {
    operation: 'add',
    name: '校友卡申领',
    departmentId: places.affairs,
    copyFrom: codes.card,
  });
  const retired = await makeReadyDraft(officer, {
    operation: 'retire',
    code: codes.proof,
    successorCode: codes.leave,
  });
  const id = await plan(changed.id, added.id, retired.id);
  const { items } = await officer.listBatchDrafts({ params: { id } });
  expect(items.find(({ code }) => code === codes.card)?.changedFields).toEqual(['guide.promisedDays']);
  expect(await batchOf(id)).toMatchObject({ nextNumber: 2, breaches: [], changes: { add: 1, change: 1, retire: 1 } });
  expect(await publishIt(officer, id)).toEqual({ number: 2, changes: { add: 1, change: 1, retire: 1 } });
  expect(await guideOf(codes.card)).toMatchObject({ version: 2, promisedDays: 3, effectiveFrom: '2026-03-02' });
  expect(await guideOf(added.code)).toMatchObject({ version: 1, name: '校友卡申领' });
  expect(app.deps.services.get(catalogKey).current().find(codes.proof)).toBeUndefined();
  expect(await batchOf(id)).toMatchObject({
    status: 'published',
    number: 2,
    publishedBy: '沈一凡',
    availableActions: [],
    changes: { add: 1, change: 1, retire: 1 },
  });
  expect(await statusOf(changed.id)).toBe('published');
});

test('whoever publishes types the number that the batch gets', async () => {
  const id = await plan((await changeCard()).id);
  const { revision } = await batchOf(id);
  await expect(officer.publishBatch({ params: { id }, body: { revision, number: 1 } })).rejects.toMatchObject({
    problem: {
      code: 'request.invalid',
      issues: [{ field: 'body.number', message: expect.stringContaining('第 2 批') }],
    },
  });
  expect((await batchOf(id)).status).toBe('planned');
});

test('of two who publish a batch at once one does it and the other is told', async () => {
  const id = await plan((await changeCard()).id);
  const { revision, nextNumber: number } = await batchOf(id);
  const wanted = { params: { id }, body: { revision, number } };
  const answers = await Promise.allSettled([officer.publishBatch(wanted), colleague.publishBatch(wanted)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { code: 'batch.not-allowed' } },
  });
  expect((await guideOf(codes.card)).version).toBe(2);
});

test('two batches that are published at once get two numbers, or one is asked for the next', async () => {
  const [first, second] = [await plan((await changeCard()).id), await plan()];
  const leave = await makeReadyDraft(officer, { operation: 'change', code: codes.leave });
  await officer.fillBatch({ params: { id: second }, body: { add: [leave.id] } });
  await Promise.allSettled([publishIt(officer, first), publishIt(colleague, second)]);
  await Promise.allSettled([publishIt(officer, first), publishIt(colleague, second)]);
  expect([(await batchOf(first)).number, (await batchOf(second)).number].sort()).toEqual([2, 3]);
});

test('a draft whose base is no longer the latest version is refused by name, and nothing of the batch is published', async () => {
  const [card, leave] = [
    await changeCard(),
    await makeReadyDraft(officer, { operation: 'change', code: codes.leave }, { 'guide.promisedDays': 11 }),
  ];
  const id = await plan(card.id, leave.id);
  await publish(app.deps, [cardMatter()], '2026-03-02');
  const refusal = { draftId: card.id, message: expect.stringMatching(/补办学生证.*第 1 版.*第 2 版/) };
  expect((await batchOf(id)).breaches).toEqual([refusal]);
  await expect(publishIt(officer, id)).rejects.toMatchObject({
    problem: { code: 'batch.blocked', issues: [{ field: `drafts.${card.id}` }] },
  });
  expect(await statusOf(leave.id)).toBe('ready');
  expect((await guideOf(codes.leave)).version).toBe(1);
});

test('an empty batch is not published, and one that was filled since somebody looked is looked at again', async () => {
  const id = await plan();
  await expect(publishIt(officer, id)).rejects.toMatchObject({ problem: { issues: [{ field: 'body.drafts' }] } });
  const { revision, nextNumber: number } = await batchOf(id);
  await colleague.fillBatch({ params: { id }, body: { add: [(await changeCard()).id] } });
  await expect(officer.publishBatch({ params: { id }, body: { revision, number } })).rejects.toMatchObject({
    problem: { code: 'record.changed' },
  });
});

test('a draft that is reopened leaves its batch', async () => {
  const { id: draftId } = await changeCard();
  const id = await plan(draftId);
  const { revision } = await officer.getMatterDraft({ params: { id: draftId } });
  await officer.actOnMatterDraft({ params: { id: draftId }, body: { action: 'reopen', revision, note: null } });
  expect((await batchOf(id)).changes.change).toBe(0);
  expect((await officer.getMatterDraft({ params: { id: draftId } })).batchId).toBeNull();
});

test('a scheduled batch takes effect at midnight of the university, once, also where two instances are late', async () => {
  const { id: draftId } = await changeCard();
  const id = await plan(draftId);
  expect(await schedule(id, '2026-03-05')).toEqual({ number: 2, effectiveAt: '2026-03-04T16:00:00.000Z' });
  expect(await statusOf(draftId)).toBe('scheduled');
  app.clock.set('2026-03-04T15:59:59Z');
  await app.runJobs();
  expect((await batchOf(id)).status).toBe('scheduled');
  app.clock.set('2026-03-06T01:00:00Z');
  const other = await createTestApp({ orm: app.deps.orm, now: '2026-03-06T01:00:00Z' });
  await Promise.all([app.runJobs(), other.runJobs()]);
  await other.close();
  expect(await batchOf(id)).toMatchObject({ status: 'published', number: 2, effectiveFrom: '2026-03-06' });
  expect(await guideOf(codes.card)).toMatchObject({ version: 2, promisedDays: 3 });
});

test('a batch may also be due at an instant, but not in the past', async () => {
  const id = await plan((await changeCard()).id);
  const at = async (instant: string) =>
    officer.scheduleBatch({ params: { id }, body: { revision: (await batchOf(id)).revision, at: instant } });
  await expect(at('2026-03-02T01:00:00Z')).rejects.toMatchObject({ problem: { issues: [{ field: 'body.at' }] } });
  await expect(schedule(id, '2026-03-02')).rejects.toMatchObject({ problem: { issues: [{ field: 'body.day' }] } });
  expect((await at('2026-03-02T06:30:00Z')).effectiveAt).toBe('2026-03-02T06:30:00.000Z');
});

test('a batch is due at a time on the clock of the university, later today at the earliest', async () => {
  const id = await plan((await changeCard()).id);
  const at = async (day: string, time: string) =>
    officer.scheduleBatch({ params: { id }, body: { revision: (await batchOf(id)).revision, day, time } });
  await expect(at('2026-03-02', '09:59')).rejects.toMatchObject({ problem: { issues: [{ field: 'body.time' }] } });
  await expect(at('2026-03-02', '24:00')).rejects.toMatchObject({ problem: { code: 'request.invalid' } });
  expect((await at('2026-03-02', '18:30')).effectiveAt).toBe('2026-03-02T10:30:00.000Z');
});

test('a batch is withdrawn before it takes effect, with a reason; its drafts are ready again and its number stays used', async () => {
  const { id: draftId } = await changeCard();
  const id = await plan(draftId);
  await schedule(id, '2026-03-05');
  const { revision } = await batchOf(id);
  await officer.withdrawBatch({ params: { id }, body: { revision, reason: '依据文件尚未印发' } });
  expect(await batchOf(id)).toMatchObject({ status: 'withdrawn', withdrawnReason: '依据文件尚未印发', number: 2 });
  expect(await officer.getMatterDraft({ params: { id: draftId } })).toMatchObject({ status: 'ready', batchId: null });
  app.clock.set('2026-03-06T01:00:00Z');
  await app.runJobs();
  expect((await guideOf(codes.card)).version).toBe(1);
  expect((await batchOf(await plan(draftId))).nextNumber).toBe(3);
});

test('a scheduled batch that breaks a rule by its day is planned again, says why and tells the reform office', async () => {
  const { personId } = await makePerson(app.deps, { name: '改革办', kind: 'staff' });
  const grant = { role: 'reform-officer', scopeKind: 'university', scopeId: null, fromDay: '2020-01-01' } as const;
  await app.call().em.insert(RoleGrant, {
    ...{ id: newId(), personId, ...grant, untilDay: null, revokedAt: null },
    ...{ givenAt: app.clock.now(), givenBy: 'test', revokedBy: null },
  });
  const { id: draftId } = await changeCard();
  const id = await plan(draftId);
  await schedule(id, '2026-03-05');
  await publish(app.deps, [cardMatter()], '2026-03-03');
  app.clock.set('2026-03-05T01:00:00Z');
  await app.runJobs();
  expect(await batchOf(id)).toMatchObject({
    status: 'planned',
    number: 2,
    heldReason: expect.stringContaining('补办学生证'),
  });
  const told = await app.call().em.find(Notice, { personId });
  expect(told.map(({ kind, path }) => [kind, path])).toEqual([['batch-held', `/console/batches/${id}`]]);
  expect(await statusOf(draftId)).toBe('ready');
});

test('a batch of 2,000 matters is published in sets of rows', async () => {
  const em = app.deps.orm.em.fork() as Em;
  const contents = Array.from({ length: 2_000 }, (_, index) => {
    const code = `BULK-${String(index).padStart(4, '0')}`;
    return { ...cardMatter(), summary: { ...cardMatter().summary, code, name: `事项 ${index}` } };
  });
  await insertReadyDrafts(em, contents, app.clock.now());
  const { id } = await officer.planBatch({ body: { title: '全部事项', note: null } });
  const filled = await officer.fillBatch({ params: { id }, body: { everything: true } });
  expect(filled).toEqual({ added: 2_000, removed: 0 });
  const statements = await app.statements(() => publishIt(officer, id));
  expect(statements.length).toBeLessThan(200);
  await app.deps.services.get(catalogKey).refresh();
  expect((await app.as().listMatters({ query: { q: '事项' } })).total).toBeGreaterThanOrEqual(2_000);
  expect(await em.fork().count(MatterDraft, { status: 'published' })).toBe(2_000);
}, 60_000);

test('R-AUTHZ-2 only the reform office plans, fills and publishes batches', async () => {
  const id = await plan((await changeCard()).id);
  const head = app.as(staff('head', 'department', places.registry));
  await expect(head.getBatch({ params: { id } })).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  const elsewhere = app.as(staff('reform-officer', 'department', places.college));
  await expect(publishIt(elsewhere, id)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
});

async function runningCard(): Promise<void> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'running-card' });
}

test('CAT-3 a batch that retires a matter under running cases is refused by name until it is decided that they go on', async () => {
  await runningCard();
  const { id: draftId } = await makeReadyDraft(officer, { operation: 'retire', code: codes.card, successorCode: null });
  const id = await plan(draftId);
  const params = { id: draftId };
  const refusal = {
    draftId,
    message: expect.stringMatching(/补办学生证.*有 1 件正在办理的办件（第 1 版），事项将取消/),
  };
  expect((await batchOf(id)).breaches).toEqual([refusal]);
  await expect(publishIt(officer, id)).rejects.toMatchObject({ problem: { code: 'batch.blocked' } });
  expect((await officer.getDraftImpact({ params })).decision).toBe('open');
  const decide = async (note: string | null) => {
    const { revision } = await officer.getMatterDraft({ params });
    return officer.actOnMatterDraft({ params, body: { action: 'keep-cases', revision, note } });
  };
  await expect(decide(null)).rejects.toMatchObject({ problem: { issues: [{ field: 'body.note' }] } });
  await decide('本学期内办结。');
  expect((await officer.getDraftImpact({ params })).decision).toBe('kept');
  expect(await publishIt(officer, id)).toMatchObject({ changes: { retire: 1 } });
});

test('a batch that changes a matter whose cases wait for a post that nobody holds is refused', async () => {
  await runningCard();
  const id = await plan((await changeCard()).id);
  expect((await batchOf(id)).breaches).toEqual([]);
  const { em } = app.deps.orm;
  await em.fork().nativeDelete(PostHolder, {});
  const { breaches } = await batchOf(id);
  expect(breaches.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/补办学生证.*有 1 件.*岗位 academic-affairs\.registry 无人在岗/),
  );
});

test('CAT-3 the impact of a batch is added up over its drafts, each figure with those that it is made of', async () => {
  await runningCard();
  const card = await makeReadyDraft(
    officer,
    { operation: 'change', code: codes.card },
    { 'guide.visitsOnSite': 0, 'guide.materials': [] },
  );
  const leave = await makeReadyDraft(officer, { operation: 'change', code: codes.leave }, { 'guide.materials': [] });
  const { figures } = await officer.getBatchImpact({ params: { id: await plan(card.id, leave.id) } });
  const of = (wanted: string) => figures.find(({ figure }) => figure === wanted);
  expect(of('running')).toEqual({
    figure: 'running',
    total: 1,
    drafts: [{ id: card.id, name: '补办学生证', count: 1 }],
  });
  expect(of('materials-fewer')).toMatchObject({ total: 1, drafts: [{ id: leave.id, count: 1 }] });
  expect(of('targets-lost')?.drafts).toEqual([]);
});
