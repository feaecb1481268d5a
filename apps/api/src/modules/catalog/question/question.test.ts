import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { applicant, staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { newId } from '../../../platform/ids/index.ts';
import { Job } from '../../../platform/jobs/job.entity.ts';
import { Question } from './question.entity.ts';

let app: TestApp;
let world: CaseWorld;
let officer: ReturnType<TestApp['as']>;

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
  officer = app.as(staff('reform-officer'));
});
afterEach(() => app.close());

type Body = Parameters<ReturnType<TestApp['as']>['askQuestion']>[0]['body'];
const ask = (body: Body, who?: Parameters<TestApp['as']>[0], idempotencyKey: string = newId()) =>
  app.as(who).askQuestion({ body, idempotencyKey });
const open = async (who = officer) => (await who.listQuestions({})).items;
const stored = () => app.deps.orm.em.fork().find(Question, {});

test('SRCH-5 what a visitor asks is read by the reform office and answered under the address that was given', async () => {
  const { token } = await ask({ text: '能不能学开飞机？' });
  const [question] = await open();
  expect(question).toMatchObject({ text: '能不能学开飞机？', contactMasked: null, matter: null, department: null });
  expect(await app.as().readAnswer({ params: { token } })).toMatchObject({ answer: null, matter: null });
  await officer.answerQuestion({
    params: { id: question!.id },
    body: { answer: '学校不开设。' },
    idempotencyKey: newId(),
  });
  expect(await open()).toEqual([]);
  expect(await app.as().readAnswer({ params: { token } })).toMatchObject({ answer: '学校不开设。' });
  const { items, open: left } = await officer.listQuestions({ query: { state: 'answered' } });
  expect([items[0]?.answer, left]).toEqual(['学校不开设。', 0]);
  await expect(app.as().readAnswer({ params: { token: `${token}x` } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('GUIDE-5 a question about a guide carries matter and version, and goes to its department alone', async () => {
  await ask({ text: '时限写错了', code: codes.card, version: 1 });
  await ask({ text: '另一件事' });
  const about = { code: codes.card, version: 1, latestVersion: 1 };
  const department = await open(app.as(world.registryClerk));
  expect(department.map(({ text, matter }) => [text, matter])).toEqual([
    ['时限写错了', { ...about, name: expect.any(String) }],
  ]);
  const elsewhere = app.as(staff('head', 'department', places.affairs));
  expect(await open(elsewhere)).toEqual([]);
  const answer = { params: { id: department[0]!.id }, body: { answer: '已改正' }, idempotencyKey: newId() };
  await expect(elsewhere.answerQuestion(answer)).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  await app.as(world.registryClerk).answerQuestion(answer);
  expect((await open()).map(({ text }) => text)).toEqual(['另一件事']);
  const second = { ...answer, idempotencyKey: newId() };
  await expect(officer.answerQuestion(second)).rejects.toMatchObject({ problem: { code: 'record.changed' } });
});

test('R-DATA-5 contact and numbers are sealed, masked, shown for a recorded purpose, and erased with the answer', async () => {
  await ask({ text: '我是3000000001，证丢了', contact: '+86 138-0013-8000' });
  const [row] = await stored();
  expect(JSON.stringify(row)).not.toMatch(/3000000001|13800138000|证丢了/);
  const [question] = await open();
  expect(question).toMatchObject({ text: '我是********01，证丢了', hasMore: true, contactMasked: '138****8000' });
  const reveal = { params: { id: question!.id }, body: { purpose: '回电核实情况' } };
  expect(await officer.revealQuestion(reveal)).toEqual({ text: '我是3000000001，证丢了', contact: '13800138000' });
  await officer.answerQuestion({ params: reveal.params, body: { answer: '请补办' }, idempotencyKey: newId() });
  expect((await officer.revealQuestion(reveal)).contact).toBeNull();
  const entries = await app.deps.orm.em.fork().find(AuditEntry, { target: { $like: '%question%' } });
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['catalog.ask-question', 'catalog.reveal-question', 'catalog.answer-question']),
  );
  expect(JSON.stringify(entries)).not.toMatch(/3000000001|13800138000/);
});

test('who was signed in is told where the answer stands', async () => {
  const person = applicant();
  const { token } = await ask({ text: '什么时候开学？' }, person);
  const [question] = await open();
  await officer.answerQuestion({ params: { id: question!.id }, body: { answer: '见校历。' }, idempotencyKey: newId() });
  const jobs = await app.deps.orm.em.fork().find(Job, { kind: 'notice.send' });
  expect(jobs.map(({ payload }) => payload)).toEqual([
    { personId: person.personId, kind: 'question-answered', path: `/ask/${token}` },
  ]);
});

test('one press is one question; every fault is told with its field', async () => {
  const key = newId();
  const twice = [await ask({ text: '同一个问题' }, undefined, key), await ask({ text: '同一个问题' }, undefined, key)];
  expect(twice[0]).toEqual(twice[1]);
  expect(await stored()).toHaveLength(1);
  await expect(ask({ text: '问', contact: 'x'.repeat(200) })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.text' }, { field: 'body.contact' }] },
  });
  await expect(ask({ text: '我的问题', contact: '不告诉你' })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.contact' }] },
  });
  await expect(ask({ text: '我的问题', code: 'NO-SUCH' })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.code' }] },
  });
});

test('R-DOS-1 whoever asks without end is told to wait', async () => {
  await app.close();
  app = await createTestApp({ environment: { SENSITIVE_PER_MINUTE: '2' } });
  for (const text of ['第一问', '第二问']) await ask({ text });
  await expect(ask({ text: '第三问' })).rejects.toMatchObject({ problem: { code: 'request.too-many' } });
  expect(await stored()).toHaveLength(2);
});
