import { expect, test } from '@jest/globals';
import type { FieldData } from '@yitang/contract';
import { readAnswers } from './read-answers.ts';

const field = (key: string, kind: FieldData['kind'], more: Partial<FieldData> = {}): FieldData => ({
  key,
  kind,
  label: { zh: key },
  isOptional: false,
  printed: [],
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

test('an answer in parts and the rows of a table are read by their boxes; empty rows behind the last one go', () => {
  const part = (key: string) => ({ key, label: { zh: key }, isOptional: false });
  const column = (key: string) => ({ key, kind: 'text' as const, label: { zh: key }, isOptional: false });
  const fields = [
    field('trip', 'date-range', { parts: [part('from'), part('to')] }),
    field('home', 'address', { parts: [part('city')] }),
    field('items', 'table', { columns: [column('what'), column('amount')], maxRows: 9 }),
    field('total', 'computed'),
    field('price', 'money'),
  ];
  const form = posted([
    ['trip.from', '2026-11-01'],
    ['trip.to', ''],
    ['home.city', ' '],
    ['items.0.what', '票'],
    ['items.0.amount', '12.50'],
    ['items.1.what', ''],
    ['items.1.amount', ''],
    ['items.2.what', '房'],
    ['items.2.amount', ''],
    ['items.3.what', ''],
    ['items.3.amount', ''],
    ['price', '１２'],
  ]);
  expect(readAnswers(fields, form)).toEqual({
    trip: { from: '2026-11-01' },
    items: [{ what: '票', amount: '12.50' }, {}, { what: '房' }],
    price: '１２',
  });
});
