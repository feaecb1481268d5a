import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';

type Asker = ReturnType<TestApp['as']>;
let app: TestApp;
let officer: Asker;
let colleague: Asker;

beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
  officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
  colleague = app.as(staff('reform-officer', 'university', null, { displayName: '周敏' }));
});
afterEach(() => app.close());

const begin = async (): Promise<string> =>
  (await officer.createMatterDraft({ body: { operation: 'change', code: codes.card } })).id;
const revisionOf = async (id: string): Promise<number> => (await officer.getMatterDraft({ params: { id } })).revision;
const act = async (who: Asker, id: string, action: 'submit' | 'confirm' | 'approve' | 'return', note?: string) =>
  who.actOnMatterDraft({ params: { id }, body: { action, revision: await revisionOf(id), note: note ?? null } });

test('a matter has one draft at a time: who asks for a second one is led to the first', async () => {
  const first = await begin();
  expect(await begin()).toBe(first);
  expect(await officer.getMatterDraft({ params: { id: first } })).toMatchObject({
    status: 'editing',
    baseVersion: 1,
    operation: 'change',
    isEditable: true,
    availableActions: ['submit', 'abandon'],
  });
});

test('a new matter gets the next code of its department, and may begin as a copy of another', async () => {
  const wanted = { operation: 'add', name: '校友卡申领', departmentId: places.affairs, copyFrom: codes.card } as const;
  const [first, second] = [
    await officer.createMatterDraft({ body: wanted }),
    await officer.createMatterDraft({ body: wanted }),
  ];
  expect(first.code).toMatch(/-20-001-001$/);
  expect(second.code).toMatch(/-20-002-001$/);
  const { fields, name } = await officer.getMatterDraft({ params: { id: first.id } });
  expect([name, fields['summary.departmentId']]).toEqual(['校友卡申领', places.affairs]);
  expect(fields.form).not.toBeNull();
});

test('two people edit one draft: other fields are merged and told, the same field is refused with the name of the other', async () => {
  const id = await begin();
  await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.promisedDays': 2 } } });
  const saved = await colleague.saveMatterDraft({
    params: { id },
    body: { revision: 0, values: { 'guide.consultPhone': '0571-88880000' } },
  });
  expect(saved).toMatchObject({ revision: 2, merged: [{ path: 'guide.promisedDays', by: '沈一凡', value: 2 }] });
  await expect(
    colleague.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.promisedDays': 9 } } }),
  ).rejects.toMatchObject({
    problem: {
      code: 'record.changed',
      issues: [{ field: 'body.values.guide.promisedDays', message: expect.stringContaining('沈一凡') }],
    },
  });
  expect((await officer.getMatterDraft({ params: { id } })).fields['guide.promisedDays']).toBe(2);
});

test('a save that changes nothing raises no revision; a wrong shape is refused with its field', async () => {
  const id = await begin();
  const { fields } = await officer.getMatterDraft({ params: { id } });
  const same = { 'guide.promisedDays': fields['guide.promisedDays'] };
  expect(await officer.saveMatterDraft({ params: { id }, body: { revision: 0, values: same } })).toMatchObject({
    revision: 0,
  });
  await expect(
    officer.saveMatterDraft({ params: { id }, body: { revision: 0, values: { 'guide.promisedDays': -1 } } }),
  ).rejects.toMatchObject({ problem: { issues: [{ field: 'body.values.guide.promisedDays' }] } });
});

test('a draft under review is not edited; a return needs a reason, and opens it again', async () => {
  const id = await begin();
  await act(officer, id, 'submit');
  await act(officer, id, 'confirm');
  const save = (): Promise<unknown> =>
    officer.saveMatterDraft({ params: { id }, body: { revision: 2, values: { 'guide.promisedDays': 1 } } });
  await expect(save()).rejects.toMatchObject({ problem: { code: 'draft.not-editable' } });
  await expect(act(officer, id, 'approve')).rejects.toMatchObject({ problem: { code: 'draft.not-allowed' } });
  await expect(act(officer, id, 'return')).rejects.toMatchObject({ problem: { issues: [{ field: 'body.note' }] } });
  await act(officer, id, 'return', '缺少设定依据');
  const draft = await officer.getMatterDraft({ params: { id } });
  expect(draft.status).toBe('editing');
  expect(draft.history.at(-1)).toMatchObject({ action: 'return', note: '缺少设定依据', by: '沈一凡' });
});

test('of two who take the same step one is told that it was done', async () => {
  const id = await begin();
  const submit = { params: { id }, body: { action: 'submit', revision: 0, note: null } } as const;
  const answers = await Promise.allSettled([officer.actOnMatterDraft(submit), colleague.actOnMatterDraft(submit)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('R-AUTHZ-2: an office sees and edits the drafts of its own department, and does not confirm them without a head', async () => {
  const id = await begin();
  const own = app.as(staff('clerk', 'department', places.registry));
  const head = app.as(staff('head', 'department', places.registry));
  const stranger = app.as(staff('head', 'department', places.college));
  expect((await own.listMatterDrafts({ query: {} })).items.map((row) => row.id)).toEqual([id]);
  expect((await stranger.listMatterDrafts({ query: {} })).items).toEqual([]);
  await expect(stranger.getMatterDraft({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
  await act(own, id, 'submit');
  await expect(act(own, id, 'confirm')).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  await act(head, id, 'confirm');
  await expect(act(head, id, 'approve')).rejects.toMatchObject({ problem: { code: 'access.denied' } });
});
