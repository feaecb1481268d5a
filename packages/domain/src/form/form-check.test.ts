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
});
