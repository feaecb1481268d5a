import { expect, test } from '@jest/globals';
import { fieldTable } from './field-table.ts';
import { rowTitle, valueLines } from './value-text.ts';

test('two values can be compared in words: codes by their names, money in yuan, lists line by line', () => {
  expect(valueLines(fieldTable['guide.promisedDays'].control, 5)).toEqual(['5 个工作日']);
  expect(valueLines(fieldTable['guide.isOnline'].control, false)).toEqual(['否']);
  expect(valueLines(fieldTable['summary.audiences'].control, ['student', 'parent'])).toEqual(['学生、家长']);
  expect(
    valueLines(fieldTable['guide.fees'].control, [
      { name: { zh: '工本费', en: 'Fee' }, amountFen: 1250, basis: '' },
      { name: { zh: '邮费' }, amountFen: 800, basis: '校财〔2020〕1号' },
    ]),
  ).toEqual(['1. 项目名称：工本费 / Fee；标准：12.5 元', '2. 项目名称：邮费；标准：8 元；收费依据：校财〔2020〕1号']);
  expect(valueLines(fieldTable['guide.remedy'].control, null)).toEqual([]);
});

test('a folded row shows what it is about', () => {
  expect([rowTitle({ key: 'm1', name: { zh: '照片' } }), rowTitle({ title: '办法' }), rowTitle({})]).toEqual([
    '照片',
    '办法',
    '',
  ]);
});
