import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, leaveMatter, makeCaseWorld, publish } from '../../../../../tests/support/case-world.ts';
import { completeContent } from '../../../../../tests/support/complete-content.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { catalogKey } from './catalog-key.ts';
import { guideLists } from './guide-paper-lists.ts';

/** Sections of a guide after GB/T 36114-2018; 项目信息 is the table above them. */
const headings = [
  ...['适用范围', '设定依据', '受理机构', '决定机构', '数量限制', '办理条件', '需要提交的材料', '申请接收', '办理流程'],
  ...['窗口办理流程', '办理方式', '办结时限', '收费依据及标准', '办理结果', '结果送达', '申请人权利和义务'],
  ...['咨询途径', '监督投诉渠道', '办理地点和时间', '办理进程和结果查询', '常见问题'],
];
const words = (zh: string) => ({ zh });

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  const guide = {
    ...completeContent().guide,
    statutoryDays: 30,
    statutoryUnit: 'calendar-days',
    quota: words('每年 100 人'),
    windows: [{ from: '2026-03-01', until: '2026-03-31' }],
    specialProcedures: [{ kind: 'other', name: words('公示'), basis: '章程', limitDays: 5 }],
    fees: [{ name: words('工本费'), amountFen: 1200, basis: '示大财〔2024〕8号', reduction: words('困难生免收') }],
  } as const;
  await publish(app.deps, [{ ...leaveMatter(), guide }], '2026-03-01');
  await app.deps.services.get(catalogKey).refresh();
});
afterAll(() => app.close());

test('the printed guide has every section of the standard, in its order, and none is empty', async () => {
  const lists = guideLists(await app.as().getMatter({ params: { code: codes.leave } }), 'zh-CN');
  expect(lists.map(({ title }) => title)).toEqual(headings);
  expect(lists.filter(({ items }) => items.length === 0 || items.includes('')).map(({ title }) => title)).toEqual([]);
  const said = new Map(lists.map(({ title, items }) => [title, items]));
  expect(said.get('办结时限')).toEqual([
    '承诺时限：5 个工作日',
    '法定时限：30 个自然日',
    '公示不计入时限，最长 5 个工作日',
  ]);
  expect(said.get('收费依据及标准')).toEqual(['工本费 12.00 元（示大财〔2024〕8号）　困难生免收']);
  expect(said.get('申请接收')).toEqual(['网上', '申请时间：2026-03-01 至 2026-03-31']);
  const english = guideLists(await app.as().getMatter({ params: { code: codes.leave } }), 'en');
  expect(english).toHaveLength(headings.length);
});
