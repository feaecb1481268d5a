import { expect, test } from '@jest/globals';
import { readQuestions, writeQuestions } from './test-text.ts';

const questions = [
  { text: '当场核对什么？', options: ['身份', '成绩'], right: 0 },
  { text: '收费吗？', options: ['收', '不收'], right: 1 },
];

test('what is written is read again, whatever blanks stand between', () => {
  expect(readQuestions(writeQuestions(questions))).toEqual(questions);
  expect(readQuestions('\n 当场核对什么？\n* 身份\n\n- 成绩\n\n收费吗？\n-收\n＊不收\n')).toEqual(questions);
  expect(readQuestions(' \n')).toEqual([]);
});

test('a question without a right answer is none of its options', () => {
  expect(readQuestions('问？\n- 甲\n- 乙')[0]?.right).toBeGreaterThanOrEqual(2);
});
