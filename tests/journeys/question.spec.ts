import { expect, test } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';
import { lookAt } from './support/accessible-rooms.ts';
import { matters } from './support/matters.ts';

test('SRCH-5 what is not found is asked, with the words of the search in the form, answered, and read', async ({
  browser,
  page,
}) => {
  const asked = `宿舍能养鹦鹉吗？${Date.now().toString(36)}`;
  await page.goto('/matters?q=zzzzqqq');
  const question = page.getByLabel('您的问题');
  await expect(question).toHaveValue('zzzzqqq');
  await question.fill(asked);
  await page.getByLabel('联系方式').fill('不告诉你');
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByRole('alert').getByText(/11 位手机号码/)).toBeVisible();
  await expect(question).toHaveValue(asked);
  await page.getByLabel('联系方式').fill('13800138000');
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByText('问题已收到')).toBeVisible();
  await lookAt(page, '/ask/[token]');

  const office = await (await browser.newContext()).newPage();
  await signIn(office, people.reformOfficer);
  await actAs(office, '改革办');
  await office.goto('/console/questions');
  const card = office.getByRole('article').filter({ hasText: asked });
  await expect(card.getByText('138****8000')).toBeVisible();
  await card.getByText('查看完整内容').click();
  await card.getByLabel('查看目的').fill('回电核实');
  await card.getByRole('button', { name: '查看并记录' }).click();
  await expect(card.getByText('13800138000')).toBeVisible();
  await card.getByRole('textbox', { name: '答复' }).fill('宿舍内不能饲养宠物。');
  await card.getByRole('button', { name: /^答复/ }).click();
  await expect(office.getByText('已答复，提问人可以看到')).toBeVisible();
  await expect(card).toHaveCount(0);

  await page.reload();
  await expect(page.getByText('宿舍内不能饲养宠物。')).toBeVisible();
  expect((await page.goto('/ask/no-such-question'))?.status()).toBe(404);
});

test('GUIDE-5 a fault in a guide is told with its matter and version to the department', async ({ browser, page }) => {
  const words = `时限写错了 ${Date.now().toString(36)}`;
  await page.goto(`/matters/${matters.certificate}`);
  const [, version] = /第 (\d+) 版，自/.exec((await page.getByText(/版，自 .* 起施行/).textContent()) ?? '') ?? [];
  await page.getByRole('link', { name: '内容有误？' }).click();
  await expect(page.getByText(`您看的是第 ${version} 版指南。`)).toBeVisible();
  await page.getByLabel('您的问题').fill(words);
  await page.getByRole('button', { name: '提交问题' }).click();
  await expect(page.getByText('问题已收到')).toBeVisible();

  const office = await (await browser.newContext()).newPage();
  await signIn(office, people.head);
  await actAs(office, '负责人');
  await office.goto('/console/questions');
  await expect(office.getByRole('article').filter({ hasText: words }).getByText(`第 ${version} 版`)).toBeVisible();
});
