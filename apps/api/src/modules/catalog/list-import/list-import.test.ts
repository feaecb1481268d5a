import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { messyList, type MessyMatter } from '../../../../../../tests/support/messy-list.ts';
import { lockWorkbook } from '../../../../../../tests/support/locked-workbook.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { readSheets } from '../../../platform/table-file/index.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { Department } from '../../organization/organization.entity.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { sweepImports } from './discard-list.ts';

let app: TestApp;
const someone = staff('reform-officer', 'university', null, { displayName: '沈一凡' });
type Client = ReturnType<TestApp['as']>;
let officer: Client;
beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await deps.orm.em.fork().nativeUpdate(Department, { id: places.registry }, { aliases: ['教务部'] });
    },
  });
  officer = app.as(someone);
});
afterEach(() => app.close());

function upload(bytes: Uint8Array, who = officer, name = '清单.xlsx') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return who.uploadCatalogImport({ form });
}

/** Uploads and takes the columns as they are proposed. */
async function bring(matters: readonly MessyMatter[], who = officer): Promise<string> {
  const { id } = await upload(await messyList(matters), who);
  const { columns } = await who.getCatalogImport({ params: { id } });
  await who.mapCatalogImport({ params: { id }, body: { table: 0, mapping: columns.map(({ target }) => target) } });
  return id;
}
const apply = (id: string, body = { withoutFaulty: false, batchTitle: null as string | null }, who = officer) =>
  who.applyCatalogImport({ params: { id }, body });
const drafts = () => app.deps.orm.em.fork().find(MatterDraft, {}, { orderBy: { code: 'asc' } });
const entries = () => app.deps.orm.em.fork().count(AuditEntry, {});

const good: MessyMatter[] = [
  { name: '学籍证明', department: '教务部', promised: '5个工作日' },
  { name: '成绩单', department: '教务部', promised: '即办' },
  { name: '宿舍调换', department: '学生处', promised: '３' },
];

test('a messy file is understood: its columns are proposed, remembered, and its rows become drafts', async () => {
  const { id, isMapped } = await upload(await messyList(good));
  expect(isMapped).toBe(false);
  const view = await officer.getCatalogImport({ params: { id } });
  expect(view.columns.map(({ label, target }) => [label, target])).toEqual([
    ['序号', null],
    ['责任单位', 'department'],
    ['服务事项名称', 'name'],
    ['编码', 'code'],
    ['面向对象', 'audiences'],
    ['办理时限/法定', 'statutory'],
    ['办理时限/承诺（工作日）', 'promised'],
    ['所需材料', 'materials'],
    ['是否网办', 'isOnline'],
    ['联系电话', 'consultPhone'],
    ['备注', null],
  ]);
  await bring(good);
  expect((await upload(await messyList(good))).isMapped).toBe(true);
  const again = (await officer.listCatalogImports()).items[0]!.id;
  expect(await officer.checkCatalogImport({ params: { id: again } })).toMatchObject({
    rows: 3,
    counts: { new: 3 },
    faultCount: 0,
  });
  const before = await entries();
  expect(await apply(again)).toMatchObject({ created: 3, changed: 0, leftOut: 0, batchId: null });
  expect((await entries()) - before).toBe(1);
  const made = await drafts();
  expect(made.map(({ name, departmentId, operation }) => [name, departmentId, operation])).toEqual(
    expect.arrayContaining([
      ['学籍证明', places.registry, 'add'],
      ['成绩单', places.registry, 'add'],
      ['宿舍调换', places.affairs, 'add'],
    ]),
  );
  const guide = made.find(({ name }) => name === '学籍证明')!.content.guide;
  expect(guide).toMatchObject({ promisedDays: 5, statutoryDays: null, isOnline: true, consultPhone: '0571-88880000' });
  expect(guide.materials.map(({ name, copies }) => [name.zh, copies])).toEqual([
    ['身份证', 1],
    ['申请表', 0],
    ['照片', 0],
  ]);
  await expect(apply(again)).rejects.toMatchObject({ problem: { code: 'import.finished' } });
});

test('the same file again changes nothing; a changed one changes the drafts that are there', async () => {
  await apply(await bring(good));
  const again = await bring(good);
  expect(await officer.checkCatalogImport({ params: { id: again } })).toMatchObject({
    counts: { unchanged: 3, new: 0 },
  });
  const changed = await bring([{ ...good[0]!, promised: '4' }, ...good.slice(1)]);
  const { items } = await officer.compareCatalogImport({ params: { id: changed }, query: { kind: 'changed' } });
  expect(items).toMatchObject([
    { name: '学籍证明', row: 5, changes: [{ path: 'guide.promisedDays', before: '5', after: '4' }] },
  ]);
  expect(await apply(changed)).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
  const made = await drafts();
  expect(made).toHaveLength(3);
  expect(made.find(({ name }) => name === '学籍证明')).toMatchObject({
    revision: 1,
    content: { guide: { promisedDays: 4 } },
  });
});

test('a published matter is found by its code or its name, gets a draft of its changes, and those that lack are listed', async () => {
  const card = (await officer.getMatter({ params: { code: codes.card } })).name;
  const id = await bring([{ name: card, department: '教务处', promised: '9' }]);
  const compared = async (kind: 'changed' | 'missing') =>
    (await officer.compareCatalogImport({ params: { id }, query: { kind } })).items;
  expect((await compared('changed'))[0]).toMatchObject({ code: codes.card, draftId: null });
  expect((await compared('missing')).map(({ code }) => code)).toContain(codes.proof);
  await apply(id);
  const [draft] = await drafts();
  expect(draft).toMatchObject({ code: codes.card, operation: 'change', baseVersion: 1 });
  expect(draft!.content.form).not.toBeNull();
});

test('rows with faults are named, marked in a file that can be sent again, and left out only when asked for', async () => {
  const wrong = [good[0]!, { ...good[1]!, promised: '尽快' }, { ...good[2]!, department: '幽灵处' }];
  const id = await bring(wrong);
  const check = await officer.checkCatalogImport({ params: { id } });
  expect(check).toMatchObject({ rows: 3, faultyRows: 2, faultCount: 2, counts: { new: 1 } });
  expect(check.faults[0]).toMatchObject({ sheet: '汇总', row: 6, column: '办理时限/承诺（工作日）', read: '尽快' });
  await expect(apply(id)).rejects.toMatchObject({ problem: { code: 'import.rows', issues: { length: 2 } } });
  const answer = await app.fetchAs(someone)(`${app.base}/api/console/imports/${id}/marked`);
  const marked = Buffer.from(await answer.arrayBuffer());
  const read = await readSheets(marked);
  const sheet = 'sheets' in read ? read.sheets[1]! : undefined;
  expect(sheet!.rows.find(({ row }) => row === 6)!.cells[0]).toContain('5个工作日');
  expect(sheet!.rows.find(({ row }) => row === 5)!.cells.at(-1)).toBe('\'=HYPERLINK("http://example.com")');
  const again = await upload(marked);
  expect(again.isMapped).toBe(true);
  expect(await officer.checkCatalogImport({ params: { id: again.id } })).toEqual(check);
  expect(await apply(again.id, { withoutFaulty: true, batchTitle: null })).toMatchObject({ created: 1, leftOut: 2 });
});

test('the drafts can go into a planned batch, stay in it through their checks, and leave it when they are abandoned', async () => {
  const { batchId } = await apply(await bring(good), { withoutFaulty: false, batchTitle: '首批' });
  expect(await officer.getBatch({ params: { id: batchId! } })).toMatchObject({ title: '首批', changes: { add: 3 } });
  const [draft] = await drafts();
  const act = (action: 'submit' | 'abandon', revision: number) =>
    officer.actOnMatterDraft({ params: { id: draft!.id }, body: { action, revision, note: '不需要' } });
  const batchOf = async () => (await officer.getMatterDraft({ params: { id: draft!.id } })).batchId;
  await act('submit', 0);
  expect(await batchOf()).toBe(batchId);
  await act('abandon', 1);
  expect(await batchOf()).toBeNull();
});

test('R-AUTHZ-2: a head brings in the matters of the own department only; others do not see the file', async () => {
  const head = app.as(staff('head', 'department', places.registry));
  const id = await bring(good, head);
  const check = await head.checkCatalogImport({ params: { id } });
  expect(check.faults).toMatchObject([{ row: 7, message: expect.stringContaining('不是您部门') }]);
  expect(await apply(id, { withoutFaulty: true, batchTitle: null }, head)).toMatchObject({ created: 2, leftOut: 1 });
  await expect(
    apply(await bring([{ ...good[0]!, promised: '2' }], head), { withoutFaulty: false, batchTitle: '批次' }, head),
  ).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  await expect(officer.getCatalogImport({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
});

test('columns need a name and a department, and no field comes from two of them', async () => {
  const { id } = await upload(await messyList(good));
  const mapping = [null, null, 'code', 'code', ...Array.from({ length: 7 }, () => null)];
  await expect(officer.mapCatalogImport({ params: { id }, body: { table: 0, mapping } })).rejects.toMatchObject({
    problem: { code: 'request.invalid', issues: { length: 3 } },
  });
  await expect(officer.checkCatalogImport({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'import.finished' },
  });
});

test('a matter whose draft is under review is a fault of its row', async () => {
  await apply(await bring(good));
  const [draft] = await drafts();
  const step = (action: 'submit' | 'confirm', revision: number) =>
    officer.actOnMatterDraft({ params: { id: draft!.id }, body: { action, revision, note: null } });
  await step('submit', 0);
  await step('confirm', 1);
  const id = await bring(good.map((matter) => ({ ...matter, promised: '7' })));
  expect((await officer.checkCatalogImport({ params: { id } })).faults).toMatchObject([
    { message: expect.stringContaining('正在审核') },
  ]);
});

test('what nobody applied is forgotten after seven days, with its file', async () => {
  const { id } = await upload(await messyList(good));
  app.clock.advance(7 * 24 * 3_600_000);
  await expect(officer.getCatalogImport({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'record.not-found' },
  });
  await sweepImports({ deps: app.deps });
  const rows = await app.deps.orm.em.fork().execute<unknown[]>('select id from blobs');
  expect(rows).toHaveLength(0);
});

test('a file can be thrown away, and the template can be read as it is', async () => {
  const { id } = await upload(await messyList(good));
  await officer.discardCatalogImport({ params: { id } });
  expect((await officer.listCatalogImports()).items).toEqual([]);
  const template = await app.fetchAs(someone)(`${app.base}/api/console/import-template`);
  const sample = await upload(new Uint8Array(await template.arrayBuffer()));
  const { columns } = await officer.getCatalogImport({ params: { id: sample.id } });
  expect(columns.every(({ target }) => target !== null)).toBe(true);
});

describe('a file that is no list', () => {
  const longCell = async () => {
    const book = new Workbook();
    book.addWorksheet('表').addRows([
      ['事项名称', '部门'],
      ['长'.repeat(10 * 1024 * 1024), '教务处'],
    ]);
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  test.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'import.unreadable', '不是电子表格'],
    ['ten million letters in a cell', longCell, 'import.unreadable', '第 2 行'],
    ['100,000 rows', () => Buffer.from('事项名称,部门\n'.repeat(100_000)), 'import.unreadable', '10000 行'],
    ['without a header', () => Buffer.from('a,b\nc,d'), 'import.unreadable', '表头'],
    ['larger than allowed', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'request.too-large', '10 MB'],
  ])(
    'that is %s is refused with a sentence',
    async (_name, make, code, said) => {
      await expect(upload(await make())).rejects.toMatchObject({
        problem: { code, detail: expect.stringContaining(said) },
      });
      expect((await officer.listCatalogImports()).items).toEqual([]);
    },
    60_000,
  );
});

test('a workbook that is locked with a password is refused with what to do, and taken once it is saved without', async () => {
  const list = await messyList(good);
  const locked = lockWorkbook(list, '一趟2026');
  expect(locked.subarray(0, 8).toString('hex')).toBe('d0cf11e0a1b11ae1');
  await expect(upload(locked)).rejects.toMatchObject({
    problem: { code: 'import.unreadable', detail: '文件设有打开密码。请在 Excel 中取消密码，另存后再上传。' },
  });
  expect((await officer.listCatalogImports()).items).toEqual([]);
  expect((await upload(list)).isMapped).toBe(false);
});

test('two thousand rows are looked at and applied', async () => {
  const departments = ['教务部', '学生处', '历史学院', '数学学院'];
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    name: `事项${index}`,
    department: departments[Math.floor(index / 500)]!,
    promised: `${index % 30}个工作日`,
  }));
  const id = await bring(many);
  const check = await officer.checkCatalogImport({ params: { id } });
  expect(check).toMatchObject({ rows: 2_000, faultCount: 0, counts: { new: 2_000 } });
  expect((await apply(id)).created).toBe(2_000);
  expect(new Set((await drafts()).map(({ code }) => code)).size).toBe(2_000);
}, 90_000);
