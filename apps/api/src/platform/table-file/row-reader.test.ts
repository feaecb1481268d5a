import type { Issue } from '@yitang/contract';
import { expect, test } from '@jest/globals';
import { readRow, refuseRepeated, requireColumns, type TableRow } from './index.ts';

const row = (cells: Record<string, string>, number = 2): TableRow => ({
  number,
  cells: new Map(Object.entries(cells)),
});

test('good cells are read, with days in the ways that people write them', () => {
  const issues: Issue[] = [];
  const reader = readRow(
    row({ 姓名: '龘𠮷', 日: '2026/9/1', 日2: '2026年9月1日', 停用: '是', 别名: '教务处；教务部;学务' }),
    issues,
  );
  expect(reader.requiredText('姓名', 10)).toBe('龘𠮷');
  expect([reader.day('日'), reader.day('日2'), reader.day('没有')]).toEqual(['2026-09-01', '2026-09-01', null]);
  expect([reader.flag('停用', false), reader.flag('没有', true)]).toEqual([true, true]);
  expect(reader.list('别名', 100)).toEqual(['教务处', '教务部', '学务']);
  expect([issues, reader.hasIssues]).toEqual([[], false]);
});

test('every fault of a row is named with its place', () => {
  const issues: Issue[] = [];
  const reader = readRow(
    row({ 姓名: '李\u202e明', 日: '2026-02-30', 身份: '__proto__', 长: '长'.repeat(11) }, 7),
    issues,
  );
  reader.requiredText('姓名', 10);
  reader.requiredDay('日');
  reader.choice('身份', { 学生: 1 });
  reader.text('长', 10);
  reader.requiredText('学工号', 10);
  expect(issues.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'rows.7.姓名 cell.text',
    'rows.7.日 cell.day',
    'rows.7.身份 cell.choice',
    'rows.7.长 cell.text',
    'rows.7.学工号 cell.required',
  ]);
  expect(reader.hasIssues).toBe(true);
});

test('missing columns and repeated keys are named', () => {
  const issues: Issue[] = [];
  expect(requireColumns(['a'], ['a', 'b'], issues)).toBe(false);
  refuseRepeated(
    [
      [readRow(row({}, 2), issues), 'x'],
      [readRow(row({}, 3), issues), 'x'],
    ],
    '编码',
  );
  expect(issues.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'columns.b column.missing',
    'rows.3.编码 cell.repeated',
  ]);
});
