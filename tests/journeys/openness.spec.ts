import { expect, test } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';

test('the public sees what each batch changed, the catalog of an earlier day, and takes it along', async ({ page }) => {
  await page.goto('/openness');
  await page.getByRole('link', { name: /^第 3 批/ }).click();
  await expect(page.getByText('调整', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: '查看当天的目录' }).click();
  await expect(page.getByText(/^这是 .* 的目录$/)).toBeVisible();
  await page.getByRole('navigation', { name: '首字母' }).getByRole('link').nth(1).click();
  await expect(page.locator('ul.columns a').first()).toHaveAttribute('href', /version=\d+/);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Excel', exact: true }).click();
  expect((await file).suggestedFilename()).toMatch(/^校务服务事项目录_\d{4}-\d{2}-\d{2}\.xlsx$/);
});

test('a batch is planned and withdrawn; an empty one is not published, and not without its number', async ({
  page,
}) => {
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
  await page.goto('/console/batches');
  await page.getByLabel('批次名称').fill('走查批次');
  await page.getByRole('button', { name: '拟定批次' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '走查批次' })).toBeVisible();
  await page.getByLabel(/^输入批次编号/).fill('999');
  await page.getByRole('button', { name: /^发布第/ }).click();
  await expect(page.getByRole('alert')).toContainText('本批次将编为第');
  await page.getByText('撤回批次').first().click();
  await page.getByLabel('撤回原因').fill('只是走查');
  await page.getByRole('button', { name: '撤回批次' }).click();
  await expect(page.getByText('已撤回：只是走查')).toBeVisible();
});
