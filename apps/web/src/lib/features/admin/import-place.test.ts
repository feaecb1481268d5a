import { expect, test } from '@jest/globals';
import { faultsOf } from './import-place.ts';

test('each fault of a file names its row and column, in the order of the file', () => {
  expect(
    faultsOf([
      { field: 'rows.12.学工号', message: '不能为空。' },
      { field: 'rows.3.欠费（分）', message: '须是整数。' },
      { field: 'columns.姓名', message: '缺少“姓名”一列。' },
      { field: 'rows', message: '没有任何日期。' },
    ]),
  ).toEqual([
    { row: undefined, column: '姓名', message: '缺少“姓名”一列。' },
    { row: undefined, column: undefined, message: '没有任何日期。' },
    { row: 3, column: '欠费（分）', message: '须是整数。' },
    { row: 12, column: '学工号', message: '不能为空。' },
  ]);
});
