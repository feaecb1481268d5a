import { expect, test } from '@jest/globals';
import { cellOf, csvOf, csvResponse } from './csv.ts';

test.each([
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  [' =1', "' =1"],
  [' x', '" x"'],
  ['\t=1', "'\t=1"],
  ['a\nb', '"a\nb"'],
  ['在读证明', '在读证明'],
  ['A-1', 'A-1'],
])('%j becomes %j', (value, cell) => {
  expect(cellOf(value)).toBe(cell);
});

test('a file says its encoding and ends its last line', () => {
  expect(
    csvOf([
      ['名次', '事项'],
      [1, '在读证明'],
    ]),
  ).toBe('\ufeff名次,事项\r\n1,在读证明\r\n');
});

test('a Chinese file name arrives whole', () => {
  expect(csvResponse('', '高频事项.csv', 'a.csv').headers.get('content-disposition')).toBe(
    `attachment; filename="a.csv"; filename*=UTF-8''${encodeURIComponent('高频事项.csv')}`,
  );
});
