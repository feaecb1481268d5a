import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PowerImportReportData, Problem } from '@yitang/contract';
import { places } from '../../../../../../tests/support/case-world.ts';
import { openPowerDesk, type PowerDesk } from '../../../../../../tests/support/power-desk.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { powerColumns } from './import-powers.ts';

let desk: PowerDesk;
beforeEach(async () => {
  desk = await openPowerDesk();
});
afterEach(() => desk.app.close());

const clerk = staff('clerk', 'department', places.registry);
const officer = staff('reform-officer');
type Answer = Partial<PowerImportReportData> & Partial<Problem> & { status: number };

async function send(rows: readonly (readonly string[])[], who = clerk, dryRun: '0' | '1' = '0'): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([rows.map((cells) => cells.join(',')).join('\n')]), '权力.csv');
  const url = `${desk.app.base}/api/console/power-imports?dryRun=${dryRun}`;
  const answer = await desk.app.fetchAs(who)(url, { method: 'POST', body: form });
  return { ...((await answer.json()) as Answer), status: answer.status };
}

const header = ['权力名称', '依据名称', '行使方式', '行使对象', '权力来源'];
const row = (name: string, audience = '学生、教师') => [name, '学生管理规定', '受理、审批', audience, '上级授权'];
const names = async () => (await desk.clerk.listPowerEntries({})).items.map(({ name }) => name);

test('a dry run says what would come and changes nothing; the import does it, and a repeat changes nothing', async () => {
  const rows = [header, row('学籍异动审核'), row('成绩更正审批', '学生')];
  expect(await send(rows, clerk, '1')).toMatchObject({ isDryRun: true, created: 2, issues: [] });
  expect(await names()).toEqual([]);
  expect(await send(rows)).toMatchObject({ isDryRun: false, rows: 2, created: 2 });
  expect(await send(rows)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  const changed = [
    ['权力编码', ...header],
    ['QL-105-0001', ...row('学籍异动审批')],
  ];
  expect(await send(changed)).toMatchObject({ created: 0, changed: 1 });
  expect(await names()).toEqual(['学籍异动审批', '成绩更正审批']);
  const { content } = await desk.clerk.getPowerEntry({ params: { code: 'QL-105-0001' } });
  expect(content).toMatchObject({ source: 'authorised-above', audiences: ['student', 'teacher'] });
});

test('every wrong row is named with its column, and with one wrong row nothing is imported', async () => {
  const answer = await send([
    ['部门', '权力编码', ...header],
    ['教务处', '', '好的一行', '规定', '审批', '学生', '法定本级行使'],
    ['学生处', '', '别人的部门', '规定', '审批', '学生', ''],
    ['没有这个处', '', '', '规定', '', '外星人', '不知道'],
    ['教务处', 'QL-105-0099', '没有的编码', '规定', '审批', '学生', ''],
    ['教务处', '', '好的一行', '规定', '审批', '学生', ''],
  ]);
  expect([answer.status, answer.code]).toEqual([422, 'import.rows']);
  expect(answer.issues?.map(({ field }) => field).sort()).toEqual([
    'rows.3.部门',
    'rows.4.权力名称',
    'rows.4.权力来源',
    'rows.4.行使对象',
    'rows.4.行使方式',
    'rows.4.部门',
    'rows.5.权力编码',
    'rows.6.权力名称',
  ]);
  expect(await names()).toEqual([]);
});

test('the marked file says beside each row what is wrong, and is imported once that is mended', async () => {
  const post = async (path: string, bytes: BlobPart) => {
    const form = new FormData();
    form.set('file', new Blob([bytes]), '权力.csv');
    return desk.app.fetchAs(clerk)(`${desk.app.base}/api/console/power-imports${path}`, { method: 'POST', body: form });
  };
  const rows = [header, row('学籍异动审核', '外星人'), row('=1+1'), row('成绩更正审批')];
  const book = new Workbook();
  await book.xlsx.load(await (await post('/marked', rows.map((cells) => cells.join(',')).join('\n'))).arrayBuffer());
  const [sheet] = book.worksheets;
  expect([2, 3, 4].map((number) => sheet!.getCell(number, 1).value)).toEqual([
    expect.stringContaining('行使对象：请填写：学生'),
    null,
    null,
  ]);
  expect(await names()).toEqual([]);
  sheet!.getCell('E2').value = '学生';
  const answer = await post('?dryRun=0', Buffer.from(await book.xlsx.writeBuffer()));
  expect(await answer.json()).toMatchObject({ created: 3, issues: [] });
  expect(await names()).toEqual(['学籍异动审核', '=1+1', '成绩更正审批']);
});

test('the reform office imports for all departments; an office none after it has filed', async () => {
  const rows = [
    ['部门', ...header],
    ['教务处', ...row('学籍异动审核')],
    ['201', ...row('学院用印审批')],
  ];
  expect(await send(rows, officer)).toMatchObject({ created: 2 });
  await desk.act(places.registry, 'submit');
  expect((await send([header, row('又一条')])).issues).toMatchObject([{ field: 'rows.2.部门', code: 'cell.closed' }]);
});

test('what begins with = stays text; a file that is no table is refused', async () => {
  await send([header, row('=1+1')]);
  expect(await names()).toEqual(['=1+1']);
  expect((await send([['\u0000\u0001']])).code).toBe('import.unreadable');
  expect(powerColumns).toEqual(expect.arrayContaining(header));
});

test('2,000 rows are imported', async () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => row(`审批事项第${index}项`));
  expect(await send([header, ...rows])).toMatchObject({ created: 2_000 });
}, 30_000);
