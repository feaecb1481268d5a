import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { emptyContent } from '../catalog/index.ts';
import {
  changesOf,
  findTables,
  importTargetKeys,
  labelOf,
  markSheets,
  matcher,
  proposeMapping,
  readRows,
  templateRows,
  withChanges,
  withoutMarks,
  type ImportTargetKey,
  type PlainSheet,
} from './index.ts';

const departments: Record<string, string> = { 教务处: 'd1', 教务部: 'd1', 105: 'd1', 学生处: 'd2' };
const context = { findDepartment: (text: string) => departments[text] };
const sheetOf = (name: string, rows: readonly (readonly string[])[]): PlainSheet => ({
  name,
  rows: rows.map((cells, index) => ({ row: index + 1, cells })),
});
const content = emptyContent({ code: 'C1', name: '学生证补办', departmentId: 'd1' });

/** What one cell makes of an empty matter, or why it is refused. */
function read(key: ImportTargetKey, text: string, before: object = content): unknown {
  const [table] = findTables([
    sheetOf('表', [
      ['事项名称', '实施部门', labelOf(key)],
      ['学生证补办', '教务处', text],
    ]),
  ]);
  const mapping = ['name', 'department', key] as const;
  const [row] = readRows(table!, mapping, context);
  const fault = row!.faults[0];
  if (fault !== undefined) return fault.message;
  return changesOf(row!, before as typeof content).at(-1)?.after;
}

describe('a cell', () => {
  test.each<[ImportTargetKey, string, unknown]>([
    ['promised', '5个工作日', 5],
    ['promised', '１５ 个工作日内', 15],
    ['promised', '十五天', 15],
    ['promised', '即办', 0],
    ['promised', '当场办结', 0],
    ['promised', '尽快', expect.stringContaining('5个工作日')],
    ['promised', '30个自然日', expect.stringContaining('工作日数')],
    ['visits', '最多跑一次', 1],
    ['visits', '0次', 0],
    ['audiences', '全体学生、教职工', ['student', 'teacher']],
    ['audiences', '学生家长', ['parent']],
    ['audiences', '火星人', expect.stringContaining('火星人')],
    ['isOnline', '√', true],
    ['isMobile', '不支持', false],
    ['isBookable', 'Ｙ', true],
    ['isPosted', '也许', expect.stringContaining('“是”或“否”')],
    ['windows', '2024.9.1—2024年9月30日', [{ from: '2024-09-01', until: '2024-09-30' }]],
    ['windows', '2024.9.1', expect.stringContaining('2026-09-01至')],
    ['windowFrom', '45536', [{ from: '2024-09-01', until: '2024-09-01' }]],
    ['conditions', '1. 具有学籍；2. 1.5年以上', [{ zh: '具有学籍' }, { zh: '1.5年以上' }]],
    ['conditions', '（一）甲\n（二）乙', [{ zh: '甲' }, { zh: '乙' }]],
    ['conditions', '①甲②乙；③丙', [{ zh: '甲' }, { zh: '乙' }, { zh: '丙' }]],
    [
      'basis',
      '《管理规定》（教育部令〔2017〕41号）第三条',
      [{ title: '管理规定', docNo: '教育部令〔2017〕41号', article: '第三条' }],
    ],
    ['basis', '《管理规定》教育部令第41号第三条', [{ title: '管理规定', docNo: '教育部令第41号', article: '第三条' }]],
    ['basis', '《管理规定》第三条；口头约定', [{ title: '管理规定', article: '第三条' }, { title: '口头约定' }]],
    ['fees', '工本费20元/份', [{ name: { zh: '工本费（每份）' }, amountFen: 2000, basis: '' }]],
    [
      'fees',
      '工本费20元/份（依据：示大财〔2024〕8号）',
      [{ name: { zh: '工本费（每份）' }, amountFen: 2000, basis: '示大财〔2024〕8号' }],
    ],
    ['fees', '若干', expect.stringContaining('金额')],
    ['consultPhone', '０５７１—８８８８', '0571-8888'],
    ['onlineUrl', 'www.example.edu.cn', expect.stringContaining('https://')],
    ['joint', '教务部、学生处', ['d1', 'd2']],
    ['joint', '幽灵处', expect.stringContaining('幽灵处')],
    [
      'steps',
      '申请→审核',
      [
        { name: { zh: '申请' }, by: { zh: '' }, days: null },
        { name: { zh: '审核' }, by: { zh: '' }, days: null },
      ],
    ],
    [
      'steps',
      '申请（申请人，即办）→审核（学籍管理科，2个工作日）→领取（可邮寄）',
      [
        { name: { zh: '申请' }, by: { zh: '申请人' }, days: 0 },
        { name: { zh: '审核' }, by: { zh: '学籍管理科' }, days: 2 },
        { name: { zh: '领取（可邮寄）' }, by: { zh: '' }, days: null },
      ],
    ],
    ['audienceGroups', '研究生、留学生', ['postgraduate', 'international']],
    ['statutoryUnit', '自然日', 'calendar-days'],
    ['isInHall', '是', true],
    ['bookingPerDay', '每天30个', { perDay: 30 }],
    ['bookingPerDay', '不限', expect.stringContaining('名额')],
    ['bookingRules', '提前一天预约', { rules: { zh: '提前一天预约' } }],
    ['postedParts', '材料、结果', ['materials', 'result']],
    ['ssoUrl', 'https://a.example/cas', 'https://a.example/cas'],
    ['remedy', '=HYPERLINK("http://x")', { zh: '=HYPERLINK("http://x")' }],
  ])('%s: %s', (key, text, wanted) => {
    expect(read(key, text)).toEqual(wanted);
  });

  test('lists materials, and keeps what the list does not say of those that are known', () => {
    const first = read('materials', '1.身份证（原件1份，复印件2份）2.照片（容缺）');
    expect(first).toMatchObject([
      { key: 'm1', name: { zh: '身份证' }, originals: 1, copies: 2, sourceMode: 'applicant' },
      { key: 'm2', name: { zh: '照片' }, necessity: 'tolerable' },
    ]);
    const known = {
      ...content,
      guide: { ...content.guide, materials: [{ ...(first as object[])[1]!, sourceMode: 'own' }] },
    };
    expect(read('materials', '照片、申请表', known)).toMatchObject([
      { key: 'm2', sourceMode: 'own', necessity: 'tolerable' },
      { key: 'm1', name: { zh: '申请表' } },
    ]);
  });

  test('says of a material what it is for and who has it already', () => {
    expect(
      read(
        'materials',
        '1.照片（电子，用途：印在证件（校园卡）上，核对原件）2.学籍信息（共享：学籍系统，用途：核对身份）',
      ),
    ).toMatchObject([
      { name: { zh: '照片' }, why: { zh: '印在证件（校园卡）上，核对原件' }, form: 'electronic', originals: 0 },
      { name: { zh: '学籍信息' }, sourceMode: 'shared', sharedFrom: { zh: '学籍系统' }, accepts: [], maxFiles: 0 },
    ]);
  });

  test('takes the format of a paper, and that it is filled in at the counter', () => {
    expect(read('materials', '申请表（纸质，原件1份，规格：A4，本人现场填写）')).toMatchObject([
      { name: { zh: '申请表' }, form: 'paper', originals: 1, pageFormat: 'A4', isFilledOnSite: true },
    ]);
  });

  test('keeps the translations of steps whose office and days are the same', () => {
    const steps = [{ name: { zh: '审核', en: 'Examined' }, by: { zh: '教务处', en: 'Registry' }, days: 2 }];
    const known = { ...content, guide: { ...content.guide, steps } };
    expect(read('steps', '审核（教务处，2个工作日）', known)).toBeUndefined();
    expect(read('steps', '审核（学生处）', known)).toEqual([{ ...steps[0], by: { zh: '学生处' } }]);
  });
});

describe('a file as people have it', () => {
  const messy = sheetOf('Sheet1', [
    [
      '某大学校务服务事项清单',
      '某大学校务服务事项清单',
      '某大学校务服务事项清单',
      '某大学校务服务事项清单',
      '某大学校务服务事项清单',
    ],
    ['填报单位：', '', '', '', ''],
    ['事项名称', '责任单位', '办理时限', '办理时限', '备注'],
    ['事项名称', '责任单位', '法定', '承诺（工作日）', '备注'],
    ['学生证补办', '教务部', '无', '５', ''],
    ['成绩单', '教务部', '10', '即办', '常用'],
    ['宿舍调换', '', '', '3天', ''],
  ]);
  const [table] = findTables([sheetOf('说明', [['请逐项填写'], ['谢谢']]), messy]);

  test('has its header found under the titles, in two levels', () => {
    expect(table!.columns.map(({ label }) => label)).toEqual([
      '事项名称',
      '责任单位',
      '办理时限/法定',
      '办理时限/承诺（工作日）',
      '备注',
    ]);
    expect(table!.parts[0]!.headerRows).toEqual([3, 4]);
    expect(proposeMapping(table!, context)).toEqual(['name', 'department', 'statutory', 'promised', null]);
  });

  test('is read row by row, with the place of each fault', () => {
    const rows = readRows(table!, proposeMapping(table!, context), context);
    expect(rows.map(({ row, departmentId, faults }) => [row, departmentId, faults.length])).toEqual([
      [5, 'd1', 0],
      [6, 'd1', 0],
      [7, '', 1],
    ]);
    expect(rows[2]!.faults[0]).toMatchObject({
      sheet: 'Sheet1',
      row: 7,
      column: '责任单位',
      message: '不能为空，请填写。',
    });
  });

  test('may have a header of one row, and a column without a name that its contents explain', () => {
    const [single] = findTables([
      sheetOf('s', [
        ['名称', '部门', 'x'],
        ['甲', '教务处', '0571-88880001'],
        ['乙', '教务处', '88880002'],
        ['丙', '教务处', '88880003'],
      ]),
    ]);
    expect(single!.parts[0]!.headerRows).toEqual([1]);
    expect(proposeMapping(single!, context)).toEqual(['name', 'department', 'consultPhone']);
  });

  test('may keep a sheet for each department, which names it', () => {
    const header = ['事项名称', '承诺时限'];
    const tables = findTables([sheetOf('教务处', [header, ['甲', '1']]), sheetOf('学生处', [header, ['甲', '2']])]);
    expect(tables).toHaveLength(1);
    const rows = readRows(tables[0]!, proposeMapping(tables[0]!, context), context);
    expect(rows.map(({ departmentId, faults }) => [departmentId, faults.length])).toEqual([
      ['d1', 0],
      ['d2', 0],
    ]);
  });

  test('names a matter once', () => {
    const [twice] = findTables([
      sheetOf('s', [
        ['名称', '部门'],
        ['甲', '教务处'],
        ['甲 ', '教务部'],
      ]),
    ]);
    const rows = readRows(twice!, ['name', 'department'], context);
    expect(rows[1]!.faults[0]!.message).toContain('第 2 行');
  });
});

test('a row finds its matter by code, or by name and department', () => {
  const [table] = findTables([
    sheetOf('s', [
      ['编码', '名称', '部门'],
      ['c-1', '别名', '教务处'],
      ['', '成绩单 ', '教务部'],
      ['', '成绩单', '学生处'],
    ]),
  ]);
  const rows = readRows(table!, ['code', 'name', 'department'], context);
  const find = matcher([
    { code: 'C-1', name: '学生证', departmentId: 'd1' },
    { code: 'C-2', name: '成绩单', departmentId: 'd1' },
  ]);
  expect(rows.map((row) => find(row)?.code)).toEqual(['C-1', 'C-2', undefined]);
});

test('the template can be read as it is, and what it says is unchanged when it is read again', () => {
  const [table] = findTables([sheetOf('s', templateRows())]);
  const mapping = proposeMapping(table!, context);
  expect(mapping).not.toContain(null);
  const [row] = readRows(table!, mapping, context);
  expect(row!.faults).toEqual([]);
  expect(changesOf(row!, withChanges(content, changesOf(row!, content)))).toEqual([]);
});

test('every name leads to one field', () => {
  const labels = importTargetKeys.map(labelOf);
  expect(new Set(labels).size).toBe(labels.length);
  const [table] = findTables([sheetOf('s', [labels, labels.map(() => 'x')])]);
  expect(proposeMapping(table!, context)).toEqual(importTargetKeys);
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('=1+1', '+86', '-', '@x', "'=a", "''+b", '＝甲', '５个工作日', ' \t=x', '教务处', ''),
);
property(
  'what a marked file says reads back the same, wherever the faults are',
  fc.array(fc.tuple(fc.constantFrom('甲', '乙', '=丙'), cell, cell, cell), { minLength: 1, maxLength: 8 }),
  (rows) => {
    const sheets = [sheetOf('表', [['标题', '', '', ''], ['事项名称', '部门', '承诺时限', '受理条件'], ...rows])];
    const [table] = findTables(sheets);
    const mapping = proposeMapping(table!, context);
    const before = readRows(table!, mapping, context);
    const marked = markSheets(
      sheets,
      table!,
      before.flatMap(({ faults }) => faults),
    );
    for (const row of marked.flatMap(({ rows: all }) => all))
      for (const one of row.cells) expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    const again = withoutMarks(marked.map(({ name, rows: all }) => ({ name, rows: all })));
    const [tableAgain] = findTables(again);
    expect(tableAgain!.signature).toBe(table!.signature);
    const after = readRows(tableAgain!, mapping, context);
    const said = (read: typeof before) => read.map((row) => ({ ...row, changes: changesOf(row, content) }));
    expect(said(after)).toEqual(said(before));
  },
);
