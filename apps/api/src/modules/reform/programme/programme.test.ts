import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cardMatter, makeCaseWorld, places, publish } from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { catalogKey } from '../../catalog/index.ts';
import { Notice } from '../../notification/notice.entity.ts';
import { remindOfTasks } from './remind-of-tasks.ts';

type Asker = ReturnType<TestApp['as']>;
let app: TestApp;
let officer: Asker;
let head: Asker;
let clerk: Asker;
let otherHead: Asker;
let headId: string;

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
  const made = await makePerson(app.deps, {
    kind: 'staff',
    grants: [{ role: 'head', scopeKind: 'department', scopeId: places.registry }],
  });
  headId = made.personId;
  officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
  head = app.as(staff('head', 'department', places.registry, { displayName: '赵处长' }));
  clerk = app.as(staff('clerk', 'department', places.registry, { displayName: '王老师' }));
  otherHead = app.as(staff('head', 'department', places.affairs, { displayName: '钱处长' }));
});
afterEach(() => app.close());

const stage = {
  ...{ id: null, title: '全面梳理', goal: '梳理公布事项清单', owner: '改革办', targets: ['2018-a'], revision: 0 },
  ...{ firstDay: '2026-02-01', lastDay: '2026-03-31' },
};
const task = {
  ...{ stageId: null, inspectionId: null, title: '公布本部门事项清单', demand: '逐项核对并公布。', target: null },
  ...{ dueOn: '2026-03-20', departmentIds: [places.registry] },
};
const inspection = {
  ...{ title: '2026 年专项督查', basis: '浙教人〔2018〕105号', demand: '自查并反馈。' },
  ...{ firstDay: '2026-03-02', lastDay: '2026-03-20', departmentIds: [places.registry] },
};
async function give(more: Partial<Parameters<Asker['giveReformTasks']>[0]['body']> = {}): Promise<string> {
  const { ids } = await officer.giveReformTasks({ body: { ...task, ...more } });
  return ids[0] ?? '';
}
async function act(who: Asker, id: string, action: 'answer' | 'return' | 'accept' | 'withdraw', text: string | null) {
  const { revision } = await officer.getReformTask({ params: { id } });
  return who.actOnReformTask({ params: { id }, body: { action, revision, text } });
}
const codesOf = (call: Promise<unknown>) =>
  call.then(
    () => [],
    (refused: { problem: { code: string; issues: { code: string }[] } }) =>
      refused.problem.issues.length > 0 ? refused.problem.issues.map(({ code }) => code) : [refused.problem.code],
  );
const noticesOf = async (kind: string) => {
  await app.runJobs();
  return (await app.deps.orm.em.fork().find(Notice, { personId: headId })).filter((notice) => notice.kind === kind);
};

test('a stage stands on the public page until the office says that it is done, and is not changed afterwards', async () => {
  const { id } = await officer.saveProgrammeStage({ body: stage });
  expect((await app.as().getProgress({})).stages).toEqual([
    {
      ...{ title: '全面梳理', goal: '梳理公布事项清单', state: 'current', doneOn: null },
      ...{ firstDay: '2026-02-01', lastDay: '2026-03-31', targets: ['2018-a'] },
    },
  ]);
  await officer.finishProgrammeStage({ params: { id }, body: { revision: 0 } });
  expect((await app.as().getProgress({})).stages).toMatchObject([{ state: 'done', doneOn: '2026-03-02' }]);
  expect(
    await codesOf(officer.saveProgrammeStage({ body: { ...stage, id, revision: 1, lastDay: '2026-01-01' } })),
  ).toEqual(['stage.done', 'stage.dates']);
});

test('a policy is on the public page while it is public, with its text, and a change of it is audited', async () => {
  const policy = { number: '示大发〔2026〕3号', level: 'university', address: 'https://www.example.edu.cn/3' } as const;
  const own = { ...policy, id: null, title: '改革实施方案', issuedOn: '2026-02-10', isPublic: true, revision: 0 };
  const { id } = await officer.saveReformPolicy({ body: own });
  const law = { ...own, title: '行政许可法', number: '', level: 'national', issuedOn: null, address: null } as const;
  await officer.saveReformPolicy({ body: law });
  const shown = async () => (await app.as().getProgress({})).policies;
  const { isPublic: _, revision: __, ...open } = own;
  expect(await shown()).toMatchObject([
    { title: '行政许可法', address: null },
    { ...open, id },
  ]);
  await officer.saveReformPolicy({ body: { ...own, id, isPublic: false } });
  expect((await shown()).map(({ title }) => title)).toEqual(['行政许可法']);
  expect((await head.getProgramme({})).policies).toHaveLength(2);
  expect(await codesOf(officer.saveReformPolicy({ body: { ...own, id, revision: 0 } }))).toEqual(['record.changed']);
  expect(await codesOf(officer.saveReformPolicy({ body: { ...own, issuedOn: '2026-03-03' } }))).toEqual(['future']);
  expect(await codesOf(head.saveReformPolicy({ body: own }))).toEqual(['access.denied']);
  const entries = await app.deps.orm.em.fork().find(AuditEntry, { action: 'programme.save-policy' });
  expect(entries).toHaveLength(3);
});

test('a department answers, the office returns with a reason and accepts; each step stays in the history', async () => {
  const id = await give();
  expect(await noticesOf('task-given')).toHaveLength(1);
  await act(clerk, id, 'answer', '已核对 12 项。');
  expect(await codesOf(act(officer, id, 'return', null))).toEqual(['task.reason-missing']);
  await act(officer, id, 'return', '缺少两项。');
  expect(await noticesOf('task-returned')).toHaveLength(1);
  await act(head, id, 'answer', '已补齐，共 14 项。');
  await act(officer, id, 'accept', null);
  const seen = await head.getReformTask({ params: { id } });
  expect(seen.steps.map(({ action }) => action)).toEqual(['give', 'answer', 'return', 'answer', 'accept']);
  expect(seen).toMatchObject({ status: 'accepted', availableActions: [], firstAnsweredOn: '2026-03-02' });
});

test('two who act on one task at once: the second is told', async () => {
  const id = await give();
  const both = await Promise.allSettled(
    [head, clerk].map((who) =>
      who.actOnReformTask({ params: { id }, body: { action: 'answer', revision: 0, text: '已完成' } }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('R-AUTHZ-2: a department sees and answers its own tasks alone, and the office does not answer for it', async () => {
  const id = await give();
  expect((await otherHead.listReformTasks({})).items).toEqual([]);
  expect(await codesOf(otherHead.getReformTask({ params: { id } }))).toEqual(['record.not-found']);
  expect(await codesOf(act(otherHead, id, 'answer', '越权'))).toEqual(['record.not-found']);
  expect(await codesOf(act(officer, id, 'answer', '代答'))).toEqual(['access.denied']);
  expect(await codesOf(act(head, id, 'accept', null))).toEqual(['access.denied']);
  expect((await head.listReformTasks({})).items).toMatchObject([{ id }]);
});

test('tasks come by due day, page by page, and the overdue ones can be asked for', async () => {
  const ids = [];
  for (const day of ['2026-03-20', '2026-03-10', '2026-03-10']) ids.push(await give({ dueOn: day }));
  const first = await officer.listReformTasks({ query: { limit: 2 } });
  const second = await officer.listReformTasks({ query: { limit: 2, after: first.next } });
  expect([...first.items, ...second.items].map(({ dueOn }) => dueOn)).toEqual([
    '2026-03-10',
    '2026-03-10',
    '2026-03-20',
  ]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(new Set(ids));
  app.clock.set('2026-03-12T02:00:00Z');
  expect((await officer.listReformTasks({ query: { overdue: '1' } })).items).toHaveLength(2);
});

test('what is wrong with a new task is told in sentences', async () => {
  expect(await codesOf(give({ dueOn: '2026-03-02' }))).toEqual(['task.past-due']);
  expect(await codesOf(give({ departmentIds: ['nowhere'] }))).toEqual(['unknown']);
});

test('heads are reminded of what they owe, once for each mark', async () => {
  await give();
  const remind = async (at: string, jobId: string) => {
    app.clock.set(at);
    const caller = { principal: systemPrincipal('programme.remind'), idempotencyKey: jobId };
    await remindOfTasks({ deps: app.deps, em: app.deps.orm.em.fork(), jobId, attempt: 1, caller });
    return [(await noticesOf('task-due')).length, (await noticesOf('task-overdue')).length];
  };
  expect(await remind('2026-03-05T01:00:00Z', 'a')).toEqual([0, 0]);
  expect(await remind('2026-03-13T01:00:00Z', 'b')).toEqual([1, 0]);
  expect(await remind('2026-03-16T01:00:00Z', 'c')).toEqual([1, 0]);
  expect(await remind('2026-03-23T01:00:00Z', 'd')).toEqual([1, 1]);
});

test('an inspection ends when its tasks and findings have ended', async () => {
  const { id } = await officer.openInspection({ body: inspection });
  const [asked] = (await head.getInspection({ params: { id } })).items;
  const finding = await give({ inspectionId: id, title: '两项材料重复提交' });
  expect(await codesOf(officer.closeInspection({ params: { id } }))).toEqual(['inspection.unfinished']);
  for (const one of [asked?.id ?? '', finding]) {
    await act(head, one, 'answer', '已整改');
    await act(officer, one, 'accept', null);
  }
  await officer.closeInspection({ params: { id } });
  expect(await head.getInspection({ params: { id } })).toMatchObject({ status: 'closed', openFindings: 0 });
  expect(await codesOf(give({ inspectionId: id }))).toEqual(['inspection.closed']);
  expect((await otherHead.listInspections({})).items).toEqual([]);
});

test('a department is held to account on a finding, replies, and is judged; every read is recorded', async () => {
  const { id: inspectionId } = await officer.openInspection({ body: inspection });
  const taskId = await give({ inspectionId, title: '逾期未整改' });
  const plain = await give();
  const opening = { facts: '三次催办未整改。', replyBy: '2026-03-10' };
  expect(await codesOf(officer.openAccountability({ body: { ...opening, taskId: plain } }))).toEqual([
    'accountability.not-a-finding',
  ]);
  const { id } = await officer.openAccountability({ body: { ...opening, taskId } });
  expect(await codesOf(officer.openAccountability({ body: { ...opening, taskId } }))).toEqual([
    'accountability.already-open',
  ]);
  const step = (who: Asker, action: 'reply' | 'decide' | 'close', revision: number, measure: 'remind' | null = null) =>
    who.actOnAccountability({ params: { id }, body: { action, revision, measure, text: '情况属实。' } });
  expect(await codesOf(step(officer, 'decide', 0, 'remind'))).toEqual(['accountability.reply-awaited']);
  expect(await codesOf(step(officer, 'reply', 0))).toEqual(['access.denied']);
  await step(head, 'reply', 0);
  await step(officer, 'decide', 1, 'remind');
  await step(officer, 'close', 2);
  expect(await head.getAccountability({ params: { id } })).toMatchObject({
    status: 'closed',
    measure: 'remind',
    entries: [{ action: 'open' }, { action: 'reply' }, { action: 'decide' }, { action: 'close' }],
    availableActions: [],
  });
  expect(await codesOf(otherHead.getAccountability({ params: { id } }))).toEqual(['record.not-found']);
  expect((await otherHead.listAccountability({})).items).toEqual([]);
  expect(await app.deps.orm.em.fork().count(AuditEntry, { action: 'accountability.read' })).toBe(1);
});

test('a year is scored once it is over, by the newest weights, and seen by heads when it is published', async () => {
  const id = await give();
  await act(head, id, 'answer', '已完成');
  app.clock.set('2027-01-05T02:00:00Z');
  const params = { year: 2026 };
  expect(await codesOf(officer.computeScores({ params: { year: 2027 } }))).toEqual(['score.year-running']);
  expect(await codesOf(officer.publishScores({ params }))).toEqual(['score.nothing']);
  const weights = { tasks: 50, targets: 20, promise: 10, ratings: 10, filings: 10 };
  expect(
    await codesOf(officer.saveScoreFormula({ body: { weights: { ...weights, tasks: 49 }, reason: '修订' } })),
  ).toEqual(['score.weights']);
  await officer.saveScoreFormula({ body: { weights, reason: '突出任务落实' } });
  await officer.computeScores({ params });
  await app.runJobs();
  const computed = await officer.getScores({ params });
  expect(computed).toMatchObject({ state: 'computed', formula: { version: 1, weights } });
  const mine = computed.rows.find(({ department }) => department.id === places.registry);
  expect(mine?.parts.map(({ part, share }) => [part, share])).toEqual([
    ['tasks', 10_000],
    ['targets', null],
    ['promise', null],
    ['ratings', null],
    ['filings', null],
  ]);
  expect(mine).toMatchObject({ total: 10_000, judgedWeight: 50 });
  expect((await head.getScores({ params })).rows).toEqual([]);
  await officer.publishScores({ params });
  expect(await noticesOf('score-published')).toHaveLength(1);
  expect((await head.getScores({ params })).rows).toHaveLength(1);
  expect((await otherHead.getScores({ params })).rows.every(({ department }) => department.id === places.affairs)).toBe(
    true,
  );
  const evidence = await head.getScoreEvidence({ params: { year: 2026, departmentId: places.registry } });
  expect(evidence.evidence.filter(({ part }) => part === 'tasks')).toMatchObject([
    { part: 'tasks', name: '公布本部门事项清单', href: `/reform/programme/tasks/${id}`, good: 1, all: 1 },
  ]);
  expect(await codesOf(otherHead.getScoreEvidence({ params: { year: 2026, departmentId: places.registry } }))).toEqual([
    'record.not-found',
  ]);
  expect(await codesOf(officer.computeScores({ params }))).toEqual(['score.published']);
});

test('a score judges targets as the page of the targets does: as of the end of the year, with the matters that are lacking', async () => {
  await loadReferenceTargets(app.deps.orm.em.fork(), app.deps.clock.now());
  const card = cardMatter();
  const guide = { ...card.guide, visitsOnSite: 3, visitReason: { zh: '面谈' } };
  await publish(app.deps, [{ ...card, guide }], '2026-06-01');
  // Mended too late for the year.
  await publish(app.deps, [card], '2027-01-02');
  app.clock.set('2027-01-05T02:00:00Z');
  await app.deps.services.get(catalogKey).refresh();
  await officer.computeScores({ params: { year: 2026 } });
  await app.runJobs();
  const params = { year: 2026, departmentId: card.summary.departmentId };
  const { evidence } = await officer.getScoreEvidence({ params });
  const all = evidence.find(({ href }) => href === '/reform/targets/2019-a?asOf=2026-12-31');
  const page = await officer.listTargetMatters({ params: { key: '2019-a' }, query: { asOf: '2026-12-31' } });
  expect(page.items.map(({ code }) => code)).toEqual(['DEMO-CARD']);
  expect(all).toMatchObject({ part: 'targets', lacking: [{ code: 'DEMO-CARD' }] });
  expect(all?.good).toBeLessThan(all?.all ?? 0);
  await officer.publishScores({ params });
  const reader = app.as(staff('head', 'department', card.summary.departmentId));
  const read = (await reader.getScoreEvidence({ params })).evidence.filter(({ part }) => part === 'targets');
  expect([read.length > 0, read.every(({ href }) => href === null)]).toEqual([true, true]);
});

test('two who order the scores of a year at once get them once', async () => {
  app.clock.set('2027-01-05T02:00:00Z');
  const params = { year: 2026 };
  await Promise.all([officer.computeScores({ params }), officer.computeScores({ params })]);
  await app.runJobs();
  expect(await officer.getScores({ params })).toMatchObject({ state: 'computed' });
});
