import { expect, test } from '@playwright/test';
import { matters } from './support/matters.ts';
import { people, signIn } from './support/people.ts';

test('HOME-3 whom one looks for stays when other words are searched, signed out', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('list', { name: '我的事' })).toHaveCount(0);
  await page.getByRole('link', { name: '教职工', exact: true }).click();
  await expect(page).toHaveURL(/\/\?audience=teacher$/);
  await page.getByRole('combobox', { name: '搜索校务服务事项' }).fill('请假');
  await page.getByRole('main').getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/audience=teacher/);
  await expect(page.getByRole('heading', { name: '教职工请假' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '学生外出请假审批' })).toHaveCount(0);
  await page.getByRole('combobox', { name: '搜索校务服务事项' }).fill('证明');
  await page.getByRole('main').getByRole('button', { name: '搜索' }).click();
  await expect(page).toHaveURL(/audience=teacher/);
});

test('HOME-2 HOME-5 who is signed in finds what waits, sees first what is for them, and keeps a matter from its card', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, people.teacher, '/');
  await expect(page.getByRole('list', { name: '我的事' }).getByRole('link', { name: '我的办件' })).toBeInViewport();
  await expect(page.getByRole('link', { name: '教职工', exact: true })).toHaveAttribute('aria-current', /page|true/);
  const card = page.getByRole('article').filter({ has: page.locator(`a[href="/matters/${matters.staffLeave}"]`) });
  const drop = card.getByRole('button', { name: '取消收藏' });
  if (await drop.isVisible()) await drop.click();
  await card.getByRole('button', { name: /^收藏/ }).click();
  await expect(drop).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await drop.click();
  await page.getByRole('link', { name: '全部', exact: true }).click();
  await expect(page).toHaveURL(/audience=all$/);
  await expect(page.getByRole('link', { name: '教职工', exact: true })).not.toHaveAttribute(
    'aria-current',
    /page|true/,
  );
});

test('GUIDE-8 评价 leads to the own finished cases of that matter', async ({ page }) => {
  await signIn(page, people.teacher, `/matters/${matters.enquiry}`);
  await page.getByRole('group', { name: '操作' }).getByRole('link', { name: '评价' }).click();
  await expect(page).toHaveURL(new RegExp(`matter=${matters.enquiry}&show=finished`));
  await expect(page.getByText('只列出这个事项已办结的办件')).toBeVisible();
  await page.getByRole('link', { name: '全部办件' }).first().click();
  await expect(page).toHaveURL(/\/my\/cases$/);
});
