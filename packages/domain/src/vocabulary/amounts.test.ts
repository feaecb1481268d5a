import { expect, test } from '@jest/globals';
import { parseYuan, plainYuan, printYuan } from './amounts.ts';

test('an amount is typed with signs, groups and full-width digits, and means whole fen', () => {
  expect(['12', '12.5', '12.05', '0.1', '1,234.5', '￥１２元', '-3'].map(parseYuan)).toEqual([
    ...[1200, 1250, 1205, 10, 123_450, 1200, -300],
  ]);
  expect(['', '12.', '1e3', '1.234', '十元'].map(parseYuan)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('it is written with two places, and read with its groups', () => {
  const amounts = [0, 5, 1250, -50, 123_456_789];
  expect(amounts.map(plainYuan)).toEqual(['0.00', '0.05', '12.50', '-0.50', '1234567.89']);
  expect(amounts.map(printYuan)).toEqual(['¥0.00', '¥0.05', '¥12.50', '-¥0.50', '¥1,234,567.89']);
  expect(amounts.map((fen) => parseYuan(printYuan(fen)))).toEqual(amounts);
});
