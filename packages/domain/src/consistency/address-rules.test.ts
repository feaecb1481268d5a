import { expect, test } from '@jest/globals';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { checkContent, makeRuleContext } from './index.ts';

const facts = {
  today: '2026-03-02',
  departmentIds: new Set(['registry', 'affairs']),
  counterCodes: new Set(['mingde-07']),
  liveSources: new Set(['教务系统']),
  posts: new Map(),
  deadAddresses: new Map([['https://old.example.edu/pay', '404']]),
};

function faultsOf(remedyLink: string) {
  const rule = { kind: 'no-arrears' } as const;
  const content = completeContent({
    preconditions: [{ key: 'fees', label: { zh: '无欠费' }, rule, basis: '学籍规定', remedyLink }],
  });
  return checkContent(content, makeRuleContext(facts, [content]));
}

test.each([
  ['https://a:b@example.edu/', 'address-form'],
  ['https://old.example.edu/pay', 'address-answers'],
])('where a condition is put right is an address like every other one: %s', (address, rule) => {
  expect(faultsOf(address)).toMatchObject([{ rule, path: 'preconditions', at: 0, params: { address } }]);
});

test('it may lie in this hall, or anywhere that answers', () => {
  expect([...faultsOf('/matters/YT-01'), ...faultsOf('https://pay.example.edu/')]).toEqual([]);
});
