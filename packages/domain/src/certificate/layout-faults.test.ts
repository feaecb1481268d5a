import { expect, test } from '@jest/globals';
import type { FormDefinition } from '../form/index.ts';
import type { CertificateLayout } from './layout-definition.ts';
import { certificateText } from './certificate-text.ts';
import { findLayoutFaults } from './layout-faults.ts';

const both = (zh: string, en: string) => ({ zh, en });
const form: FormDefinition = {
  pages: [
    {
      key: 'trip',
      title: { zh: '出行' },
      fields: [
        { kind: 'text', key: 'place', label: { zh: '目的地' }, maxLength: 40 },
        { kind: 'text', key: 'host', label: { zh: '接待单位' }, maxLength: 40, optional: true },
        { kind: 'file', key: 'letter', label: { zh: '邀请函' }, requirement: 'm1' },
      ],
    },
  ],
};
const layout: CertificateLayout = {
  title: both('出行证明', 'Certificate'),
  lines: [both('兹证明{name}前往{answer.place}。', '{name} travels to {answer.place}.')],
  issuer: both('示范大学', 'Shifan University'),
  isBilingual: true,
};
const faultsOf = (more: Partial<CertificateLayout>) =>
  findLayoutFaults({ ...layout, ...more }, form).map(({ code, name }) => [code, name]);

test('a certificate states what the applicant answered, and is not issued without it', () => {
  const values = { name: '张三', 'answer.place': '{name}' };
  expect(certificateText(layout, values, 'zh-CN')).toMatchObject({
    ok: true,
    text: { lines: ['兹证明张三前往{name}。'] },
  });
  expect(certificateText(layout, { name: '张三' }, 'en')).toEqual({ ok: false, missing: ['answer.place'] });
});

test('a layout that nothing can fill is found: misspelt, a question that is gone, no words, an answer not all give', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ lines: [], table: [] })).toEqual([['layout.says-nothing', '']]);
  expect(faultsOf({ lines: [both('{学号}{nmae}', 'x')] })).toEqual([
    ['layout.unknown-value', '学号'],
    ['layout.unknown-value', 'nmae'],
  ]);
  const table = [
    { label: both('去向', 'To'), value: 'answer.gone' },
    { label: both('单位', 'Host'), value: 'answer.host' },
    { label: both('附件', 'File'), value: 'answer.letter' },
  ] as const;
  expect(faultsOf({ table })).toEqual([
    ['layout.unknown-question', 'gone'],
    ['layout.unknown-question', 'letter'],
    ['layout.maybe-unanswered', '接待单位'],
  ]);
});

test('what is promised in both languages has both', () => {
  const lines = [{ zh: '兹证明{name}在读。' }];
  expect(faultsOf({ lines })).toEqual([['layout.no-english', '兹证明{name}在读。']]);
  expect(faultsOf({ lines, isBilingual: false })).toEqual([]);
});
