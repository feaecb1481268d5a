import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import { makeCaseWorld, publish, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { everyKindForm, everyKindKept, everyKindTyped } from '../../../../../../tests/support/every-kind-form.ts';
import { everyKindCode, everyKindMatter } from '../../../../../../tests/support/every-kind-matter.ts';
import { png } from '../../../../../../tests/support/material/sample-files.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';
import type { SentAnswers } from '../../../database/seeds/demo/load/fill-in-draft.ts';

let app: TestApp;
let world: CaseWorld;
let caseId: string;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      await publish(deps, [everyKindMatter()]);
    },
  });
});
afterAll(() => app.close());

const student = () => app.as(world.student);
const clerk = () => app.as(world.registryClerk);
const typed: SentAnswers = structuredClone({ ...everyKindTyped, bought: '2026-03-01' });
const kept = { ...everyKindKept, bought: '2026-03-01' };
const keysOf = (page: string): string[] =>
  everyKindForm.pages.find(({ key }) => key === page)?.fields.map(({ key }) => key) ?? [];
const answersOf = (page: string): SentAnswers =>
  Object.fromEntries(keysOf(page).flatMap((key) => (key in typed ? [[key, typed[key] ?? '']] : [])));
const save = (draftId: string, page: string, answers: SentAnswers = answersOf(page)) =>
  student().savePage({ params: { draftId, page }, body: { answers } });
async function issuesOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return Object.fromEntries(error.problem.issues.map(({ field, message }) => [field, message]));
}

test('a fault is told at its part, in a sentence that names it, and what was typed stays', async () => {
  const { id } = await student().openDraft({ body: { matterCode: everyKindCode } });
  await save(id, 'words');
  await save(id, 'when');
  const items = [{ what: '票', pieces: '1', amount: '十元' }];
  expect(await issuesOf(save(id, 'costs', { ...answersOf('costs'), items }))).toEqual({
    'body.answers.items.0.amount': expect.stringContaining('第 1 行“金额”：请填写金额'),
  });
  const { page } = await student().getDraft({ params: { draftId: id }, query: { page: 'costs' } });
  expect(page?.fields.find(({ key }) => key === 'items')?.value).toEqual(items);
  await save(id, 'costs');
  const person = { name: '张三', idType: '111', idNumber: '110105194912310021' };
  expect(await issuesOf(save(id, 'payee', { ...answersOf('payee'), person, account: '' }))).toEqual({
    'body.answers.person.idNumber': expect.stringContaining('证件号码：证件号码与证件类型不符'),
    'body.answers.account.holder': '户名：请填写这一项。',
    'body.answers.account.bank': '开户银行（到支行）：请填写这一项。',
    'body.answers.account.number': '银行账号：请填写这一项。',
  });
  expect(await issuesOf(save(id, 'costs', { ...answersOf('costs'), total: 1 }))).toEqual({
    'body.answers.total': expect.any(String),
  });
});

test('every kind is filled in, reckoned, uploaded on its page, submitted and kept in one form', async () => {
  const { id } = await student().openDraft({ body: { matterCode: everyKindCode } });
  for (const { key } of everyKindForm.pages.slice(0, 4)) await save(id, key);
  expect(await issuesOf(save(id, 'proof'))).toEqual({ 'body.answers.invoice': '请上传这份材料。' });
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(png())]), '发票.png');
  await student().uploadMaterial({ params: { draftId: id, requirementKey: 'photo' }, form });
  const proof = await save(id, 'proof');
  expect(proof.pages.map(({ key }) => key)).not.toContain('materials');
  expect(proof.materials).toMatchObject([{ key: 'photo', page: 'proof' }]);
  await save(id, 'end');
  const checked = await student().getDraft({ params: { draftId: id }, query: { page: 'check' } });
  const printed = new Map(checked.answers.flatMap(({ fields }) => fields.map((field) => [field.key, field.printed])));
  expect([printed.get('total'), printed.get('owed'), printed.get('days')]).toEqual([
    ['¥1,600.50'],
    ['¥1,100.50'],
    ['3 天'],
  ]);
  expect(checked.isReady).toBe(true);
  caseId = (await student().submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: 'every-kind' })).caseId;
  const mine = await student().getMyCase({ params: { id: caseId } });
  const lines = new Map(mine.answers.flatMap((group) => group.lines.map(({ key, value }) => [key, value])));
  expect(lines.get('account')).toBe('𠮷田·买买提\n中国工商银行杭州支行\n6222 0212 3456 7890 128');
  expect([...lines.keys()].sort()).toEqual(Object.keys(kept).sort());
});

test('staff see people and accounts masked, and may ask for them with a reason', async () => {
  const seen = await clerk().getOfficeCase({ params: { id: caseId } });
  const lines = new Map(seen.answers.flatMap((group) => group.lines.map((line) => [line.key, line])));
  expect(lines.get('person')).toMatchObject({ isSensitive: true, value: '𠮷*·买**\n居民身份证 1****************X' });
  expect(lines.get('account')?.value).toContain('**** 0128');
  const field = 'answers.account';
  const body = { fields: [field], purpose: '核对收款账户' };
  const [shown] = (await clerk().revealFields({ params: { id: caseId }, body })).values;
  expect(shown?.value).toContain('6222 0212 3456 7890 128');
});

test('a correction reaches parts and tables; what is reckoned follows, and is compared too', async () => {
  const correctable = (await clerk().getOfficeCase({ params: { id: caseId } })).correctable.map(({ field }) => field);
  expect(correctable).toEqual(expect.arrayContaining(['items', 'account', 'photo']));
  expect(correctable).not.toContain('total');
  await clerk().requestCorrection({
    params: { id: caseId },
    body: {
      version: 1,
      items: [
        { field: 'items', reason: '金额与发票不符' },
        { field: 'account', reason: '账号有误' },
      ],
    },
  });
  const { version, correction } = await student().getMyCase({ params: { id: caseId } });
  expect(correction?.page.fields.map(({ key, kind }) => [key, kind])).toEqual([
    ['items', 'table'],
    ['account', 'bank-account'],
  ]);
  const supply = (answers: SentAnswers) =>
    student().supplyCorrection({ params: { id: caseId }, body: { version, answers } });
  const items = [{ what: '高铁票', pieces: '2', amount: '900' }];
  const account = { holder: '𠮷田·买买提', bank: '中国工商银行', number: '6222021234567890123' };
  expect(await issuesOf(supply({ items, account }))).toEqual({
    'body.answers.account.number': expect.stringContaining('银行账号：银行账号不对'),
  });
  await supply({ items, account: { ...account, number: '6222021234567890128' } });
  const { changes } = await clerk().getOfficeCase({ params: { id: caseId } });
  expect(Object.fromEntries(changes.map(({ label, before, after }) => [label.zh, [before, after]]))).toMatchObject({
    明细: [expect.stringContaining('住宿'), '项目：高铁票；张数：2；金额：¥900.00'],
    收款账户: [expect.stringContaining('**** 0128'), '𠮷*·买**\n中国工商银行\n**** 0128'],
    合计: ['¥1,600.50', '¥900.00'],
    应付: ['¥1,100.50', '¥400.00'],
  });
});

test('the last application is offered at the start, copied without consents and files, and what changed since is named (APP-5)', async () => {
  const [first, ...others] = everyKindForm.pages;
  if (first === undefined) throw new Error('the form has pages');
  const fields = first.fields
    .filter(({ key }) => key !== 'why')
    .map((field) => ({ ...field, help: { zh: '新的说明' } }));
  await publish(app.deps, [everyKindMatter({ pages: [{ ...first, fields }, ...others] })]);
  await app.deps.services.get(catalogKey).refresh();
  const offered = await student().openDraft({ body: { matterCode: everyKindCode } });
  expect(offered.previous?.number).toMatch(/\d/);
  const copied = await student().copyLastApplication({ params: { draftId: offered.id } });
  expect(copied.previous).toBeNull();
  expect(copied.copied?.changes.map(({ key, change }) => `${key} ${change}`)).toEqual([
    ...fields.map(({ key }) => `${key} changed`),
    'why removed',
  ]);
  expect(copied.page?.fields.find(({ key }) => key === 'title')?.value).toBe('赴京开会');
  for (const { key } of everyKindForm.pages.slice(0, 3)) {
    const { page } = await student().getDraft({ params: { draftId: offered.id }, query: { page: key } });
    const again = (page?.fields ?? []).filter(({ kind }) => kind !== 'computed' && kind !== 'note');
    await save(
      offered.id,
      key,
      Object.fromEntries(again.flatMap(({ key: name, value }) => (value === undefined ? [] : [[name, value]]))),
    );
  }
  const { page } = await student().getDraft({ params: { draftId: offered.id }, query: { page: 'costs' } });
  expect(page?.fields.find(({ key }) => key === 'total')?.printed).toEqual(['¥900.00']);
  await expect(student().copyLastApplication({ params: { draftId: offered.id } })).rejects.toMatchObject({
    status: 404,
  });
});
