import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FieldPath } from '@yitang/domain/catalog';
import { makeCaseWorld, places, publish } from '../../../../../../tests/support/case-world.ts';
import { completeContent } from '../../../../../../tests/support/complete-content.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { requireConsistentChanges } from './check-drafts.ts';

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

test('a publication is refused with the breaches of all its drafts; retiring what others need is one', async () => {
  const call = app.call();
  await expect(
    requireConsistentChanges(call, [{ code, operation: 'retire', content: complete }]),
  ).rejects.toMatchObject({ issues: [{ field: `${code}#summary.name`, code: 'still-needed' }] });
  await requireConsistentChanges(call, [
    { code, operation: 'retire', content: complete },
    { code: 'DEMO-NEEDING', operation: 'retire', content: needing },
  ]);
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
  const one = await officer.listBreaches({ query: { rule: 'required-field', severity: 'blocks', limit: 1 } });
  expect(one.items[0]).toMatchObject({ draftId: draft.id, department: { name: '教务处' } });
  expect(new Set(one.items[0]?.breaches.map(({ rule }) => rule))).toEqual(new Set(['required-field']));
});

test('R-AUTHZ-2: an office is told the breaches of its own matters alone', async () => {
  const office = app.as(staff('head', 'department', places.affairs));
  const list = await office.listBreaches({ query: {} });
  expect(list).toMatchObject({ matters: 1, broken: 0, rules: [], items: [] });
  expect(list.departments.map(({ name }) => name)).toEqual(['学生处']);
  const other = await office.listBreaches({ query: { department: places.registry } });
  expect(other).toMatchObject({ matters: 0, items: [] });
});
