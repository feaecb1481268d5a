import { expect, test } from '@jest/globals';
import { completeAnswers, form } from '../../tests/builders.ts';
import { compareQuestions, copyAnswers } from './form-copy.ts';
import type { FormDefinition } from './form-definition.ts';
import { prefill } from './prefill.ts';

const [purpose, travel, contact] = form.pages;
if (purpose === undefined || travel === undefined || contact === undefined) throw new Error('the form has three pages');
const later: FormDefinition = {
  pages: [
    {
      ...purpose,
      fields: [
        { key: 'use', kind: 'choice', label: { zh: '用途' }, options: [{ value: 'other', label: { zh: '其他' } }] },
        { key: 'useText', kind: 'paragraph', label: { zh: '说明' }, maxLength: 2 },
      ],
    },
    { ...travel, fields: [{ key: 'leaves', kind: 'text', label: { zh: '出发' }, maxLength: 20 }] },
    contact,
  ],
};

test('what is asked otherwise, anew or no longer is named (APP-5)', () => {
  expect(compareQuestions(form, form)).toEqual([]);
  expect(compareQuestions(form, later).map(({ key, change }) => `${key} ${change}`)).toEqual([
    'use changed',
    'useText changed',
    'leaves changed',
    'name removed',
    'returns removed',
  ]);
  expect(compareQuestions(later, form).map(({ key, change }) => `${key} ${change}`)).toContain('name new');
});

test('answers are given again where they still hold; known data, consents and other kinds are not (APP-5)', () => {
  const prefilled = prefill(form, { 'person.name': '张三', 'person.phone': '13900139000' });
  const answers = { ...completeAnswers, name: '旧名', leaves: '2026-01-01', copies: 3 };
  const today = '2026-11-23';
  expect(copyAnswers({ before: form, after: form, answers }, { today, prefilled })).toEqual({
    use: 'other',
    useText: '留学申请',
    copies: 3,
  });
  expect(copyAnswers({ before: form, after: later, answers }, { today, prefilled: {} })).toEqual({
    use: 'other',
    phone: '13800138000',
    copies: 3,
  });
});

test('somebody is copied whole while the known name is the one that was given then', () => {
  const person = { name: '张三', idType: '111', idNumber: '11010519491231002X' };
  const before: FormDefinition = {
    pages: [
      {
        key: 'p',
        title: { zh: '页' },
        fields: [{ key: 'who', kind: 'person', label: { zh: '谁' }, prefill: 'person.name' }],
      },
    ],
  };
  const copied = (known: string) =>
    copyAnswers(
      { before, after: before, answers: { who: person } },
      { today: '2026-11-23', prefilled: prefill(before, { 'person.name': known }) },
    );
  expect([copied('张三'), copied('张四')]).toEqual([{ who: person }, {}]);
});
