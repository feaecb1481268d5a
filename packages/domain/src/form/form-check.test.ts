import { describe, expect, test } from '@jest/globals';
import { form } from '../../tests/builders.ts';
import { findFormFaults } from './form-check.ts';
import type { FormField } from './form-definition.ts';

const label = { zh: '字段' };
const codesOf = (...fields: readonly FormField[]): string[] =>
  findFormFaults({ pages: [{ key: 'p', title: label, fields }] }).map(({ code, key }) => `${key} ${code}`);

describe('a form before it is published', () => {
  test('that can be filled in has no fault', () => {
    expect(findFormFaults(form)).toEqual([]);
  });

  test('has one to five fields a page, and every key once', () => {
    expect(findFormFaults({ pages: [{ key: 'p', title: label, fields: [] }] })).toEqual([
      { code: 'form.page-size', key: 'p' },
    ]);
    const twice = { pages: [form.pages[0]!, form.pages[0]!] };
    expect(findFormFaults(twice)).toContainEqual({ code: 'form.repeated-key', key: 'purpose' });
    expect(findFormFaults(twice)).toContainEqual({ code: 'form.repeated-key', key: 'name' });
  });

  test('asks only for what was answered before', () => {
    expect(codesOf({ key: 'a', kind: 'phone', label, showWhen: { all: [{ field: 'b', equals: 'x' }] } })).toEqual([
      'a form.condition-looks-ahead',
    ]);
    expect(codesOf({ key: 'a', kind: 'date', label, notBefore: 'b' })).toEqual(['a form.condition-looks-ahead']);
  });

  test('has no field that nothing can satisfy', () => {
    const option = { value: 'x', label };
    expect(
      codesOf(
        { key: 'a', kind: 'text', label, maxLength: 2, minLength: 3, pattern: { source: '(', message: label } },
        { key: 'b', kind: 'number', label, min: 2, max: 1 },
        { key: 'c', kind: 'date', label, earliestInDays: 1, latestInDays: 0 },
        { key: 'd', kind: 'choice', label, options: [option, option] },
        { key: 'e', kind: 'phone', label, isLocked: true },
      ),
    ).toEqual([
      'a form.impossible-bounds',
      'a form.bad-pattern',
      'b form.impossible-bounds',
      'c form.impossible-bounds',
      'd form.repeated-option',
      'e form.locked-without-source',
    ]);
  });

  test('has no condition that never holds, and nothing behind one (a page that nobody reaches)', () => {
    const use = form.pages[0]?.fields[1] as FormField;
    const when = (showWhen: FormField['showWhen'], key = 'b'): FormField => ({ key, kind: 'phone', label, showWhen });
    expect(codesOf(use, when({ field: 'use', equals: 'nowhere' }))).toEqual(['b form.condition-never']);
    expect(codesOf(use, when({ field: 'use', includes: 'visa' }))).toEqual(['b form.condition-never']);
    expect(codesOf(use, when({ field: 'use', atLeast: 1 }))).toEqual(['b form.condition-never']);
    const both = { all: ['visa', 'other'].map((equals) => ({ field: 'use', equals })) };
    expect(codesOf(use, when(both))).toEqual(['b form.condition-never']);
    expect(codesOf(use, when({ any: both.all }), when({ not: both }, 'c'))).toEqual([]);
    expect(codesOf(use, when({ field: 'use', equals: 'x' }), when({ field: 'b', equals: '1' }, 'c'))).toEqual([
      'b form.condition-never',
      'c form.condition-never',
    ]);
  });

  test('keeps uploads to pages of their own, names materials that exist, and reckons with what can be reckoned with', () => {
    const file: FormField = { key: 'f', kind: 'file', label, requirement: 'x' };
    const pages = [{ key: 'p', title: label, fields: [file, { key: 't', kind: 'phone', label } as const] }];
    expect(findFormFaults({ pages }, { requirements: ['photo'] }).map(({ code }) => code)).toEqual([
      'form.file-beside-questions',
      'form.unknown-requirement',
    ]);
    const sum = (of: string, isAmount = false): FormField => ({
      key: 's',
      kind: 'computed',
      label,
      operation: 'sum',
      isAmount,
      of: [{ field: of }],
    });
    const copies: FormField = { key: 'n', kind: 'number', label, min: 1, max: 2 };
    expect([codesOf(copies, sum('n')), codesOf(copies, sum('n', true)), codesOf(sum('n'))]).toEqual([
      [],
      ['s form.computed-source'],
      ['s form.computed-source'],
    ]);
  });

  test('takes from registers only what they know, and says why it asks for people and accounts', () => {
    const person: FormField = { key: 'p', kind: 'person', label, prefill: 'person.name', isLocked: true };
    const days: FormField = {
      key: 'n',
      kind: 'number',
      label: { zh: '' },
      min: 1,
      max: 2,
      prefill: 'affiliation.grade',
    };
    expect(codesOf(person, days)).toEqual([
      'p form.prefill-unfit',
      'p form.purpose-missing',
      'n form.words-missing',
      'n form.prefill-unfit',
    ]);
  });
});
