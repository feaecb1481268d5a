import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { checkHandbookTest, markTest, type TestQuestion } from './handbook-test.ts';

const question = (right: number): TestQuestion => ({ text: '问', options: ['甲', '乙', '丙'], right });

test('all that is wrong with a test is told at once', () => {
  const questions = [
    { text: '一', options: ['甲'], right: 0 },
    { text: '二', options: ['甲', '甲'], right: 2 },
  ];
  expect(checkHandbookTest({ questions, passMark: 3 })).toEqual([
    { code: 'question.options', question: 0 },
    { code: 'question.same-options', question: 1 },
    { code: 'question.right', question: 1 },
    { code: 'pass-mark.too-high' },
  ]);
  expect(checkHandbookTest({ questions: [question(0)], passMark: 0 })).toEqual([{ code: 'pass-mark.missing' }]);
  expect(checkHandbookTest({ questions: [], passMark: 0 })).toEqual([]);
});

test('a question without an answer, or with one that is no option, is named; without questions nothing is passed', () => {
  const questions = [question(0), question(1), question(2)];
  expect(markTest({ questions, passMark: 2 }, [0, null, 7])).toEqual({ ok: false, unanswered: [1, 2] });
  expect(markTest({ questions: [], passMark: 0 }, [])).toEqual({ ok: false, unanswered: [] });
});

const tests = fc.array(fc.record({ right: fc.nat(2), answer: fc.nat(2) }), { minLength: 1, maxLength: 8 });
property('right and wrong make the whole, and the pass mark itself passes', tests, (given) => {
  const questions = given.map(({ right }) => question(right));
  const answers = given.map(({ answer }) => answer);
  const right = given.filter((one) => one.right === one.answer).length;
  for (const passMark of [right, right + 1]) {
    const marked = markTest({ questions, passMark }, answers);
    expect(marked).toMatchObject({ ok: true, right, of: given.length, isPassed: passMark === right });
    expect(marked.ok && marked.wrong.length).toBe(given.length - right);
  }
});
