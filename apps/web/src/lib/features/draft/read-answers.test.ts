import { expect, test } from '@jest/globals';
import type { FieldData } from '@yitang/contract';
import { readAnswers } from './read-answers.ts';

const field = (key: string, kind: FieldData['kind'], more: Partial<FieldData> = {}): FieldData => ({
  key,
  kind,
  label: { zh: key },
  isOptional: false,
  ...more,
});

function posted(pairs: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test('each kind of answer is read as what it is', () => {
  const fields = [
    field('why', 'text'),
    field('copies', 'number'),
    field('days', 'choices'),
    field('agree', 'consent'),
    field('note', 'paragraph'),
  ];
  const form = posted([
    ['why', '签证'],
    ['copies', ' ２ '],
    ['days', 'mon'],
    ['days', 'fri'],
    ['agree', 'yes'],
    ['note', '  '],
  ]);
  expect(readAnswers(fields, form)).toEqual({ why: '签证', copies: 2, days: ['mon', 'fri'], agree: true });
});

test('what is no number is kept as typed, and an unchecked box is an answer', () => {
  expect(readAnswers([field('copies', 'number'), field('agree', 'consent')], posted([['copies', '两份']]))).toEqual({
    copies: '两份',
    agree: false,
  });
});

test('locked data is never taken from the page', () => {
  const locked = field('name', 'text', { known: { source: { zh: '学籍系统' }, isLocked: true } });
  expect(readAnswers([locked], posted([['name', '别人']]))).toEqual({});
});
