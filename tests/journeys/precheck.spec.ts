import { expect, test } from '@playwright/test';
import { matters } from './support/matters.ts';
import { people, signIn } from './support/people.ts';

test('APP-1: a condition that is not met says what can be done, and leads to where', async ({ page }) => {
  await signIn(page, people.studentWithArrears, `/matters/${matters.leaveOfAbsence}/apply`);
  const owed = page.getByRole('listitem').filter({ hasText: '没有欠缴的学费和住宿费' });
  await expect(owed.getByRole('img', { name: '未满足' })).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写' })).toBeHidden();
  await owed.getByRole('link', { name: '去处理' }).click();
  await expect(page.getByRole('link', { name: '学费缓缴申请' }).first()).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: '重新核对' }).click();
  await expect(owed).toBeVisible();
});
