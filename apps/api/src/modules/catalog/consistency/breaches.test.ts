import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FieldPath } from '@yitang/domain/catalog';
import { makeCaseWorld, places, publish } from '../../../../../../tests/support/case-world.ts';
import { completeContent } from '../../../../../../tests/support/complete-content.ts';
import { makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { checkChanges } from './check-drafts.ts';

type Asker = ReturnType<TestApp['as']>;
const code = 'DEMO-COMPLETE';
const complete = completeContent({ summary: { code, departmentId: places.registry } });
const needing = completeContent({
  summary: { code: 'DEMO-NEEDING', name: '凭证领取', departmentId: places.affairs },
  guide: { materials: complete.guide.materials.map((material) => ({ ...material, issuedByMatter: code })) },
});
let app: TestApp;
let officer: Asker;

beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await publish(deps, [complete, needing]);
    },
  });
  officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
});
afterEach(() => app.close());

const revisionOf = async (id: string): Promise<number> => (await officer.getMatterDraft({ params: { id } })).revision;
const act = async (id: string, action: 'submit' | 'confirm' | 'approve-legality' | 'approve') =>
  officer.actOnMatterDraft({ params: { id }, body: { action, revision: await revisionOf(id), note: '符合规定' } });
const change = async (values: Partial<Record<FieldPath, unknown>>): Promise<string> => {
  const { id } = await officer.createMatterDraft({ body: { operation: 'change', code } });
  await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values: values as never } });
  return id;
};

test('whoever hands a draft on is told what would stop it; approval is refused with every breach and its field', async () => {
  const id = await change({ 'guide.promisedDays': 20, 'guide.handlingOffice': null, 'guide.remedy': null });
  const submitted = await act(id, 'submit');
  expect(submitted.breaches.map(({ path, severity }) => [path, severity])).toEqual([
    ['guide.handlingOffice', 'blocks'],
    ['guide.promisedDays', 'blocks'],
    ['guide.remedy', 'warns'],
  ]);
  await act(id, 'confirm');
  await act(id, 'approve-legality');
  await expect(act(id, 'approve')).rejects.toMatchObject({
    problem: {
      code: 'catalog.breaches',
      issues: [
        { field: 'guide.handlingOffice', code: 'required-field', message: expect.stringContaining('承办科室') },
        { field: 'guide.promisedDays', code: 'within-statutory', message: expect.stringContaining('20') },
      ],
    },
  });
  expect((await officer.getMatterDraft({ params: { id } })).status).toBe('reform-review');
});

test('a draft that only warns is approved', async () => {
  const id = await change({ 'guide.remedy': null });
  for (const action of ['submit', 'confirm', 'approve-legality', 'approve'] as const) await act(id, action);
  expect((await officer.getMatterDraft({ params: { id } })).status).toBe('ready');
  const { items, total } = await officer.listDraftBreaches({ params: { id } });
  expect([total, items[0]?.sentence]).toEqual([{ blocks: 0, warns: 1 }, '“救济途径”没有填写。']);
});

test('retiring what others need is a breach, unless they are retired with it', async () => {
  const call = app.call();
  const retire = { code, operation: 'retire', content: undefined } as const;
  expect((await checkChanges(call, [retire])).get(code)).toMatchObject([{ rule: 'still-needed' }]);
  const together = await checkChanges(call, [retire, { ...retire, code: 'DEMO-NEEDING' }]);
  expect([...together.values()]).toEqual([[], []]);
});

test('a batch is refused with what its drafts break by now', async () => {
  const { id: draft } = await makeReadyDraft(officer, {
    operation: 'retire',
    code: 'DEMO-NEEDING',
    successorCode: null,
  });
  const other = await makeReadyDraft(officer, { operation: 'change', code }, { 'guide.remedy': null });
  const { id } = await officer.planBatch({ body: { title: '三月', note: null } });
  await officer.fillBatch({ params: { id }, body: { add: [draft, other.id] } });
  const em = app.call().em;
  const row = await em.findOneOrFail(MatterDraft, { id: other.id });
  row.content = completeContent({ summary: { code, departmentId: 'gone' } });
  await em.flush();
  const { revision, nextNumber, breaches } = await officer.getBatch({ params: { id } });
  expect(breaches).toEqual([{ draftId: other.id, message: expect.stringContaining('部门不存在') }]);
  await expect(officer.publishBatch({ params: { id }, body: { revision, number: nextNumber } })).rejects.toMatchObject({
    problem: { code: 'batch.blocked', issues: [{ field: `drafts.${other.id}` }] },
  });
});

test('the list counts the whole catalog and tells each matter’s breaches, a page at a time', async () => {
  const list = await officer.listBreaches({ query: { limit: 1 } });
  expect(list).toMatchObject({ asOf: '2026-03-02', matters: 5, broken: 3 });
  expect(list.total.blocks).toBe(
    list.rules.filter(({ severity }) => severity === 'blocks').reduce((sum, { breaches }) => sum + breaches, 0),
  );
  expect(list.items.map((item) => item.code)).toEqual(['DEMO-CARD']);
  const next = await officer.listBreaches({ query: { limit: 5, after: list.next ?? '' } });
  expect(next.items.map((item) => item.code)).toEqual(['DEMO-LEAVE', 'DEMO-PROOF']);
  expect(next.next).toBeUndefined();
  const draft = await officer.createMatterDraft({ body: { operation: 'change', code: 'DEMO-CARD' } });
  const one = await officer.listBreaches({ query: { rule: 'result-sample', severity: 'warns', limit: 1 } });
  expect(one.items[0]).toMatchObject({ draftId: draft.id, department: { name: '教务处' } });
  expect(new Set(one.items[0]?.breaches.map(({ rule }) => rule))).toEqual(new Set(['result-sample']));
});

test('R-AUTHZ-2: an office is told the breaches of its own matters alone', async () => {
  const office = app.as(staff('head', 'department', places.affairs));
  const list = await office.listBreaches({ query: {} });
  expect(list).toMatchObject({ matters: 1, broken: 0, rules: [], items: [] });
  expect(list.departments.map(({ name }) => name)).toEqual(['学生处']);
  const other = await office.listBreaches({ query: { department: places.registry } });
  expect(other).toMatchObject({ matters: 0, items: [] });
});
