import { expect, test } from '@playwright/test';
import { people, signIn } from './support/people.ts';

test('a student invites a parent for one matter, the parent signs in by the link, and the student takes it back', async ({
  page,
  browser,
}) => {
  await signIn(page, people.student, '/my/invitations');
  await page.getByLabel('家长姓名').fill('林建军');
  await page.getByLabel('其他监护人').check();
  await page.getByRole('checkbox', { name: '学生在校情况查询(经学生授权)' }).check();
  await page.getByRole('button', { name: '生成授权链接' }).click();
  const link = await page.getByLabel('授权链接').inputValue();

  const parent = await (await browser.newContext()).newPage();
  await parent.goto(new URL(link).pathname + new URL(link).hash);
  await expect(parent.getByRole('heading', { level: 1, name: '接受家长授权' })).toBeVisible();
  await parent.getByLabel('手机号').fill('16000000088');
  await parent.getByRole('button', { name: '接受并登录' }).click();
  await expect(parent.getByRole('heading', { level: 1, name: '办理前核对' })).toBeVisible();
  await expect(parent.getByRole('button', { name: '开始填写' })).toBeVisible();

  await page.reload();
  await page
    .getByRole('button', { name: /撤回授权：林建军/ })
    .first()
    .click();
  await expect(page.getByText('已撤回').first()).toBeVisible();
  await parent.reload();
  await expect(parent.getByRole('button', { name: '开始填写' })).toHaveCount(0);

  const again = await (await browser.newContext()).newPage();
  await again.goto(new URL(link).pathname + new URL(link).hash);
  await expect(again.getByRole('heading', { level: 1, name: '这个授权链接不能使用' })).toBeVisible();
});
