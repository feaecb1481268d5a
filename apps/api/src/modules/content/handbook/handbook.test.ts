import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';

type Asker = ReturnType<TestApp['as']>;
let app: TestApp;
let clerk: Asker;
let head: Asker;
let stranger: Asker;
const params = { code: codes.card };
const body = {
  revision: 0,
  body: '先核对身份，再当场补办。',
  passMark: 1,
  questions: [
    { text: '当场要核对什么？', options: ['身份', '成绩'], right: 0 },
    { text: '补办收费吗？', options: ['收', '不收'], right: 1 },
  ],
};

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
  const departmentId =
    (await officer().getHandbook({ params })).department === '学生处' ? places.affairs : places.registry;
  const made = await makePerson(app.deps, {
    name: '王老师',
    kind: 'staff',
    grants: [{ role: 'clerk', scopeKind: 'department', scopeId: departmentId }],
  });
  clerk = app.as(staff('clerk', 'department', departmentId, { personId: made.personId }));
  head = app.as(staff('head', 'department', departmentId));
  stranger = app.as(staff('clerk', 'department', places.otherCollege));
});
afterEach(() => app.close());
const officer = () => app.as(staff('reform-officer'));
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'done',
    (cause: { problem: { code: string } }) => cause.problem.code,
  );

test('a clerk reads, answers and passes; the right answers are for those who write it', async () => {
  await head.saveHandbook({ params, body });
  const seen = await clerk.getHandbook({ params });
  expect(seen).toMatchObject({ body: body.body, test: null, mine: null, isEditable: false });
  expect(JSON.stringify(seen)).not.toContain('right');
  const failed = await clerk.takeHandbookTest({ params, body: { revision: 1, answers: [1, 0] } });
  expect(failed).toEqual({ right: 0, of: 2, isPassed: false, wrong: [0, 1] });
  await clerk.takeHandbookTest({ params, body: { revision: 1, answers: [0, 0] } });
  expect((await clerk.listHandbooks({})).items).toMatchObject([
    { code: codes.card, mine: { isPassed: true, right: 1 } },
  ]);
});

test('each question without an answer is named, and nothing is kept', async () => {
  await head.saveHandbook({ params, body });
  await expect(clerk.takeHandbookTest({ params, body: { revision: 1, answers: [null] } })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.answers.0' }, { field: 'body.answers.1' }] },
  });
  expect((await clerk.getHandbook({ params })).mine).toBeNull();
});

test('the head sees who has passed, and who passed an older version; that it was read is recorded', async () => {
  await head.saveHandbook({ params, body });
  await clerk.takeHandbookTest({ params, body: { revision: 1, answers: [0, 1] } });
  const passed = async () => (await head.listTraining({ params })).items.find(({ name }) => name === '王老师');
  expect(await passed()).toMatchObject({ result: { isPassed: true, isCurrent: true } });
  await head.saveHandbook({ params, body: { ...body, revision: 1, body: '改了一处。' } });
  expect(await passed()).toMatchObject({ result: { isPassed: true, isCurrent: false } });
  expect(await codeOf(clerk.takeHandbookTest({ params, body: { revision: 1, answers: [0, 1] } }))).toBe(
    'record.changed',
  );
  expect(await app.deps.orm.em.fork().count(AuditEntry, { action: 'training.read' })).toBe(2);
});

test('R-AUTHZ-2: other departments have no such handbook, clerks do not write, two who write at once do not overwrite', async () => {
  expect(await codeOf(stranger.getHandbook({ params }))).toBe('record.not-found');
  expect(await codeOf(clerk.saveHandbook({ params, body }))).toBe('access.denied');
  const both = await Promise.allSettled([head, officer()].map((who) => who.saveHandbook({ params, body })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a test that cannot be passed is refused with every fault', async () => {
  const questions = [{ text: '只有一个选项', options: ['甲'], right: 3 }];
  await expect(head.saveHandbook({ params, body: { ...body, questions, passMark: 2 } })).rejects.toMatchObject({
    problem: {
      issues: [{ code: 'question.options' }, { code: 'question.right' }, { code: 'pass-mark.too-high' }],
    },
  });
});
