import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { completeAnswers, form } from '../../tests/builders.ts';
import type { FormField } from './form-definition.ts';
import { validateField } from './field-validation.ts';
import { validateForm, validatePage } from './form-validation.ts';
import { prefill } from './prefill.ts';

const context = {
  today: '2026-11-23',
  prefilled: prefill(form, { 'person.name': '𠮷田', 'person.phone': '13900139000' }),
};
const codes = (answers: Record<string, unknown>): string[] =>
  validateForm(form, answers, context).issues.map(({ field, code }) => `${field} ${code}`);

function check(field: Partial<FormField> & { kind: FormField['kind'] }, raw: unknown, answers = {}): unknown {
  const whole = {
    key: 'f',
    label: { zh: '字段' },
    maxLength: 10,
    min: 1,
    max: 9,
    options: [{ value: 'a', label: { zh: '甲' } }],
    ...field,
  };
  const result = validateField(whole as FormField, raw, { today: '2026-11-23', answers });
  return result.ok ? result.value : result.issues[0]?.code;
}

describe('checking a form (R-IN-1)', () => {
  test('complete answers are kept, with what is known', () => {
    expect(validateForm(form, completeAnswers, context)).toEqual({
      answers: { name: '𠮷田', ...completeAnswers },
      issues: [],
    });
  });

  test('a known value that may be changed is filled in where nothing was typed', () => {
    const { phone: _, ...without } = completeAnswers;
    expect(validateForm(form, without, context).answers).toMatchObject({ phone: '13900139000' });
    expect(codes({ ...completeAnswers, phone: '' })).toEqual(['phone field.required']);
  });

  test('locked data cannot be overridden, whoever sends it', () => {
    const page = { key: 'purpose', answers: { name: '别人', use: 'visa' }, saved: {} };
    expect(validatePage(form, page, context).issues).toEqual([{ code: 'field.locked', field: 'name' }]);
    expect(validateForm(form, { ...completeAnswers, name: '旧名' }, context).answers).toMatchObject({ name: '𠮷田' });
  });

  test('locked data that is not known is asked for', () => {
    expect(validateForm(form, completeAnswers, { today: '2026-11-23' }).issues).toEqual([
      { code: 'field.required', field: 'name' },
    ]);
    expect(validateForm(form, { ...completeAnswers, name: '李四' }, { today: '2026-11-23' }).issues).toEqual([]);
  });

  test('answers that the others hide are dropped, and their checks with them', () => {
    const result = validateForm(form, { ...completeAnswers, leaves: 'nonsense', returns: 7 }, context);
    expect(result.issues).toEqual([]);
    expect(result.answers).not.toHaveProperty('leaves');
  });

  test('what a situation shows is asked for', () => {
    const { useText: _, ...answers } = completeAnswers;
    expect(codes({ ...answers, use: 'visa' })).toEqual(['leaves field.required', 'returns field.required']);
  });

  test('unknown fields are refused, names of object machinery too (R-IN-6)', () => {
    const hostile = JSON.parse(
      '{"__proto__": 1, "constructor": {"prototype": {"x": 1}}, "status": "approved"}',
    ) as object;
    expect(codes({ ...completeAnswers, ...hostile })).toEqual([
      '__proto__ field.unknown',
      'constructor field.unknown',
      'status field.unknown',
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('a field is never answered by what every object inherits (R-IN-6)', () => {
    const field = { key: 'constructor', kind: 'text' as const, label: { zh: '施工方' }, maxLength: 20 };
    const odd = { pages: [{ key: 'p', title: { zh: '页' }, fields: [field] }] };
    expect(validateForm(odd, {}, context).issues).toEqual([{ code: 'field.required', field: 'constructor' }]);
  });

  test('one page is checked alone, with the pages before it', () => {
    const page = { key: 'travel', answers: { leaves: '2026-12-02', returns: '2026-12-01' }, saved: { use: 'visa' } };
    expect(validatePage(form, page, context).issues).toEqual([
      { code: 'field.before-other', field: 'returns', params: { other: '2026-12-02' } },
    ]);
    expect(() => validatePage(form, { ...page, key: 'nowhere' }, context)).toThrow(RangeError);
  });

  test.each([
    ['text', '五个字符吗', '五个字符吗'],
    ['text', '一二三四五六七八九十一', 'field.too-long'],
    ['text', '𠮷'.repeat(10), '𠮷'.repeat(10)],
    ['text', 5, 'field.wrong-type'],
    ['text', ['a'], 'field.wrong-type'],
    ['text', '   ', 'field.required'],
    ['text', '\u200b', 'field.required'],
    ['text', 'a\u0000', 'field.control-characters'],
    ['number', 3, 3],
    ['number', '３', 3],
    ['number', '三', 'field.not-a-number'],
    ['number', 3.5, 'field.wrong-type'],
    ['number', Number.NaN, 'field.wrong-type'],
    ['number', 0, 'field.too-small'],
    ['number', 10, 'field.too-large'],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-29', 'field.impossible-date'],
    ['date', '2026-2-8', 'field.impossible-date'],
    ['date', 20260228, 'field.wrong-type'],
    ['choice', 'a', 'a'],
    ['choice', 'b', 'field.unknown-choice'],
    ['choice', ['a'], 'field.wrong-type'],
    ['choices', ['a', 'a'], ['a']],
    ['choices', ['a', 'b'], 'field.unknown-choice'],
    ['choices', 'a', 'field.wrong-type'],
    ['choices', [], 'field.required'],
    ['phone', '+86 138-0013-8000', '13800138000'],
    ['phone', '12345', 'field.invalid-phone'],
    ['phone', 13_800_138_000, 'field.wrong-type'],
    ['consent', true, true],
    ['consent', false, 'field.must-consent'],
    ['consent', 'true', 'field.wrong-type'],
    ['consent', undefined, 'field.must-consent'],
  ] as const)('%s %j gives %j', (kind, raw, expected) => {
    expect(check({ kind }, raw)).toEqual(expected);
  });

  test('dates keep their bounds, counted from today', () => {
    const field = { kind: 'date' as const, earliestInDays: -1, latestInDays: 1 };
    expect(check(field, '2026-11-22')).toBe('2026-11-22');
    expect(check(field, '2026-11-21')).toBe('field.too-early');
    expect(check(field, '2026-11-25')).toBe('field.too-late');
  });

  test('a pattern is for the whole answer', () => {
    const field = { kind: 'text' as const, pattern: { source: '[A-Z]{2}|\\d', message: { zh: '两个大写字母' } } };
    expect(check(field, 'AB')).toBe('AB');
    expect(check(field, 'ABC')).toBe('field.pattern');
  });

  test('optional answers may be left out', () => {
    for (const kind of ['text', 'number', 'date', 'choice', 'choices', 'phone', 'consent'] as const) {
      expect(check({ kind, optional: true }, undefined)).toBeUndefined();
    }
  });

  property(
    'whatever is sent, nothing but declared fields is kept, and what passed passes again unchanged (R-IN-1)',
    fc.dictionary(
      fc.constantFrom('use', 'useText', 'phone', 'agrees', 'leaves', 'copies', 'languages', 'x', 'toString'),
      fc.oneof(
        fc.anything(),
        fc.constantFrom('other', 'visa', '说明文字', '13800138000', true, '2026-12-01', 2, ['zh']),
      ),
    ),
    (raw) => {
      const first = validateForm(form, raw, context);
      const declared = form.pages.flatMap((page) => page.fields.map(({ key }) => key));
      expect(declared).toEqual(expect.arrayContaining(Object.keys(first.answers)));
      if (first.issues.length === 0) expect(validateForm(form, first.answers, context)).toEqual(first);
    },
  );
});
