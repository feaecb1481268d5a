import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { completeAnswers, form } from '../../tests/builders.ts';
import { firstIncompletePage, formProgress, mayOpenPage, nextPage, previousPage } from './form-progress.ts';
import { isVisible, visiblePages } from './condition.ts';
import { prefill } from './prefill.ts';

const context = { today: '2026-11-23', prefilled: prefill(form, { 'person.name': '张三' }) };
const visa = { use: 'visa', leaves: '2026-12-01', returns: '2026-12-05' };

describe('the way through a form', () => {
  test('pages open one after the other (R-IN-2)', () => {
    expect(formProgress(form, {}, context)).toEqual([
      { key: 'purpose', isComplete: false, isOpen: true },
      { key: 'contact', isComplete: false, isOpen: false },
    ]);
    expect(mayOpenPage({ definition: form, answers: {}, pageKey: 'contact' }, context)).toBe(false);
    expect(mayOpenPage({ definition: form, answers: visa, pageKey: 'contact' }, context)).toBe(true);
  });

  test('a later page that is complete opens nothing before it', () => {
    const answers = { phone: '13800138000', agrees: true };
    expect(firstIncompletePage(form, answers, context)).toBe('purpose');
    expect(mayOpenPage({ definition: form, answers, pageKey: 'contact' }, context)).toBe(false);
  });

  test('a hidden or unknown page never opens', () => {
    expect(mayOpenPage({ definition: form, answers: completeAnswers, pageKey: 'travel' }, context)).toBe(false);
    expect(mayOpenPage({ definition: form, answers: completeAnswers, pageKey: 'x' }, context)).toBe(false);
  });

  test('next and previous skip what is hidden', () => {
    expect(nextPage(form, { use: 'visa' }, 'purpose')).toBe('travel');
    expect(nextPage(form, { use: 'other' }, 'purpose')).toBe('contact');
    expect(previousPage(form, { use: 'other' }, 'contact')).toBe('purpose');
    expect(nextPage(form, {}, 'contact')).toBeUndefined();
  });

  test('a complete form has no page left', () => {
    expect(firstIncompletePage(form, completeAnswers, context)).toBeUndefined();
  });

  test('conditions join, and a condition on a list asks for one of it', () => {
    const answers = { use: 'visa', languages: ['zh'], agrees: true, copies: 2 };
    expect(
      isVisible(
        {
          all: [
            { field: 'use', equals: 'visa' },
            { field: 'languages', includes: 'zh' },
          ],
        },
        answers,
      ),
    ).toBe(true);
    expect(isVisible({ field: 'languages', includes: 'en' }, answers)).toBe(false);
    expect(isVisible({ field: 'agrees', equals: 'true' }, answers)).toBe(true);
    expect(isVisible({ field: 'copies', equals: '2' }, answers)).toBe(true);
    expect(isVisible({ field: 'toString', equals: 'x' }, answers)).toBe(false);
    expect(isVisible({ not: { field: 'use', equals: 'other' } }, answers)).toBe(true);
    expect(
      isVisible(
        {
          any: [
            { field: 'use', equals: 'other' },
            { field: 'copies', atLeast: 2 },
          ],
        },
        answers,
      ),
    ).toBe(true);
    expect(isVisible({ field: 'copies', atLeast: 3 }, answers)).toBe(false);
    expect(isVisible({ field: 'languages', atLeast: 1 }, answers)).toBe(true);
  });

  property(
    'the first incomplete page is always open, and it is one of the pages shown',
    fc.record(
      {
        use: fc.constantFrom('visa', 'other', 'bad'),
        useText: fc.string(),
        leaves: fc.constantFrom('2026-12-01', '2020-01-01'),
        returns: fc.constantFrom('2026-12-02', '2026-11-30'),
        phone: fc.constantFrom('13800138000', 'x'),
        agrees: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    (answers) => {
      const first = firstIncompletePage(form, answers, context);
      const progress = formProgress(form, answers, context);
      expect(progress.every(({ isComplete }) => isComplete)).toBe(first === undefined);
      if (first !== undefined) expect(mayOpenPage({ definition: form, answers, pageKey: first }, context)).toBe(true);
      expect(visiblePages(form, answers).length).toBeGreaterThan(1);
    },
  );
});
