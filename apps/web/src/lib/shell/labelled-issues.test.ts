import { expect, test } from '@jest/globals';
import { labelledIssues } from './labelled-issues.ts';

test('each message names its field, and one that has no field stays as it is (APP-9)', () => {
  const issues = [
    { field: 'from', message: '请填写日期。' },
    { field: 'payee.number', message: '银行账号不对。' },
    { field: 'toString', message: '不支持。' },
    { field: '', message: '不能给自己授权。' },
  ];
  expect(labelledIssues(issues, { from: '起始日期', payee: '收款账户' }).map(({ message }) => message)).toEqual([
    '起始日期：请填写日期。',
    '收款账户：银行账号不对。',
    '不支持。',
    '不能给自己授权。',
  ]);
});
