import { expect, test } from '@jest/globals';
import type { FormDefinition } from '../form/index.ts';
import { applicationForm, isSituationPage } from './application-form.ts';
import type { Situation } from './guide.ts';

const form: FormDefinition = {
  pages: [{ key: 'why', title: { zh: '原因' }, fields: [{ kind: 'phone', key: 'reason', label: { zh: '原因' } }] }],
};
const situation = (key: string): Situation => ({
  key,
  question: { zh: `${key}？` },
  options: [
    { value: 'yes', label: { zh: '是' }, leaf: '01' },
    { value: 'no', label: { zh: '否' } },
  ],
});

test('situations that the form does not ask come first, on a page of their own', () => {
  const { pages } = applicationForm(form, [situation('reason'), situation('who')]);
  expect(pages.map(({ key, fields }) => [key, fields.map((field) => field.key)])).toEqual([
    ['guide-situations', ['who']],
    ['why', ['reason']],
  ]);
  expect(pages[0]?.fields[0]).toMatchObject({
    kind: 'choice',
    label: { zh: 'who？' },
    options: [{ value: 'yes' }, { value: 'no' }],
  });
});

test('a page asks five questions at most, and a form that asks everything stays as it is', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(situation);
  expect(applicationForm(form, many).pages.filter(isSituationPage)).toMatchObject([
    { key: 'guide-situations', fields: { length: 5 } },
    { key: 'guide-situations-2', fields: { length: 1 } },
  ]);
  expect(applicationForm(form, [situation('reason')])).toBe(form);
  expect(applicationForm(form)).toBe(form);
});
