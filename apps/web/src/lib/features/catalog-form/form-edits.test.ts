import { expect, test } from '@jest/globals';
import { fromRows, toRows } from './condition-rows.ts';
import { addField, addPage, duplicate, move, remove, setField } from './form-edits.ts';
import { placeOf, type FieldOf, type FormDefinition } from './form-types.ts';
import { readField, readOptions, writeOptions } from './read-field.ts';

const form: FormDefinition = {
  pages: [
    {
      key: 'one',
      title: { zh: '一' },
      fields: [
        { kind: 'number', key: 'copies', label: { zh: '份数' }, min: 1, max: 9 },
        { kind: 'phone', key: 'phone', label: { zh: '电话' }, showWhen: { field: 'copies', atLeast: 2 } },
      ],
    },
    { key: 'two', title: { zh: '二' }, fields: [] },
  ],
};
const keysOf = ({ pages }: FormDefinition): string[] =>
  pages.map(({ key, fields }) => [key, ...fields.map((field) => field.key)].join(' '));
function posted(values: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

test('pages and questions are added under keys that are free, and go on from there', () => {
  expect(addPage(form)).toMatchObject({ at: { page: 2 }, form: { pages: [{}, {}, { key: 'page' }] } });
  const { form: once } = addField(form, { page: 1 }, 'email');
  const { form: twice, at } = addField(once, { page: 1 }, 'email');
  expect([keysOf(twice), at]).toEqual([['one copies phone', 'two email email2'], { page: 1, field: 1 }]);
});

test('a question that leaves its page goes to the next one; the ends hold', () => {
  expect(keysOf(move(form, { page: 0, field: 1 }, 1).form)).toEqual(['one copies', 'two phone']);
  expect(keysOf(move(form, { page: 0, field: 0 }, -1).form)).toEqual(keysOf(form));
  expect(keysOf(move(form, { page: 0 }, 1).form)).toEqual(['two', 'one copies phone']);
  expect(keysOf(remove(form, { page: 0, field: 0 }).form)).toEqual(['one phone', 'two']);
  expect(keysOf(duplicate(form, { page: 0 }).form)).toEqual(['one copies phone', 'one2 copies2 phone2', 'two']);
});

test('a key that is renamed is renamed where it is asked for', () => {
  const field = form.pages[0]?.fields[0];
  if (field === undefined) throw new Error('no field');
  const { form: edited } = setField(form, { page: 0, field: 0 }, { ...field, key: 'number' });
  expect(edited.pages[0]?.fields[1]?.showWhen).toEqual({ field: 'number', atLeast: 2 });
});

test('conditions go to lines of selects and back; what is nested deeper stays as it is', () => {
  const condition = {
    any: [{ field: 'a', equals: 'x' }, { not: { field: 'b', includes: 'y|z' } }, { field: 'c', atLeast: 3 }],
  };
  const rows = toRows(condition);
  expect(rows && fromRows(rows)).toEqual(condition);
  expect(toRows({ all: [{ any: [{ field: 'a', equals: 'x' }] }] })).toBeUndefined();
  expect(fromRows({ join: 'all', rows: [{ test: '', number: '' }] })).toBeUndefined();
});

test('options are lines; a code that was given stays, and new ones are free', () => {
  const options = readOptions('火车 | Train | train\n飞机\n轮船 ｜ Ship');
  expect(options.map(({ value }) => value)).toEqual(['train', 'option1', 'option2']);
  expect(readOptions(writeOptions(options))).toEqual(options);
});

test('properties are read as the kind has them, and what is empty is left out', () => {
  const before = { kind: 'money', key: 'price', label: { zh: '' }, min: 0, max: 1 } as const;
  expect(readField(posted({ 'label.zh': '金额', min: '1.50', max: '２000', optional: '1' }), before)).toEqual({
    kind: 'money',
    key: 'price',
    label: { zh: '金额' },
    optional: true,
    min: 150,
    max: 200_000,
  });
});

test('bounds of columns and of what is reckoned stay when the question is saved again', () => {
  const table: FieldOf<'table'> = {
    kind: 'table',
    key: 'bills',
    label: { zh: '票据' },
    minRows: 1,
    maxRows: 5,
    columns: [{ kind: 'money', key: 'amount', label: { zh: '金额' }, help: { zh: '不含税' }, min: 100, max: 90_000 }],
  };
  const column = { column: '0', 'column.0.key': 'amount', 'column.0.label.zh': '金额', 'column.0.kind': 'money' };
  const bounds = { 'column.0.min': '2.00', 'column.0.max': '900' };
  const rows = { 'label.zh': '票据', minRows: '1', maxRows: '5' };
  expect(readField(posted({ ...rows, ...column, ...bounds }), table)).toEqual({
    ...table,
    columns: table.columns.map((column) => ({ ...column, min: 200 })),
  });
  const sum: FieldOf<'computed'> = { kind: 'computed', key: 'total', label: { zh: '合计' }, operation: 'sum', of: [] };
  const source = { 'label.zh': '合计', operation: 'sum', of: 'bills|amount|money' };
  expect(readField(posted({ ...source, max: '1000' }), sum)).toMatchObject({ isAmount: true, max: 100_000 });
  expect(readField(posted({ ...source, of: 'copies||number', min: '3' }), sum)).toMatchObject({ min: 3 });
});

test('a place that is not in the form is none', () => {
  expect([placeOf('0.1', form), placeOf('1', form), placeOf('0.2', form), placeOf('x', form)]).toEqual([
    { page: 0, field: 1 },
    { page: 1, field: undefined },
    undefined,
    undefined,
  ]);
});
