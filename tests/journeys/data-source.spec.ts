import { expect, test, type Page } from '@playwright/test';
import { check, openBatch, planBatch, publishMatter } from './support/catalog-batches.ts';
import { civilDay } from './support/days.ts';
import { matters } from './support/matters.ts';
import { actAs, people, signIn } from './support/people.ts';

const source = `卡务登记系统${Date.now()}`;
const matter = '校园卡挂失/解挂/补卡';
const batch = `校园卡身份信息改从卡务登记系统取 ${Date.now()}`;

async function add(page: Page): Promise<void> {
  await page.goto('/console/sources');
  await page.getByLabel('名称', { exact: true }).fill(source);
  await page.getByLabel('数据主管部门').selectOption({ label: '信息化办公室' });
  await page.getByLabel('提供的数据项或证照名称').fill('姓名、卡号、照片');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('link', { name: /^共享依据：/ })).toBeVisible();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue(source);
  await page.getByLabel('共享依据').fill('数据管理办法第八条');
  await page.getByLabel('有效期自').fill('2020-01-01');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('已登记')).toBeVisible();
}

/** Says until when the entry holds. */
async function keepUntil(page: Page, day: string): Promise<void> {
  await page.goto('/console/sources');
  const row = page.getByRole('row').filter({ hasText: source });
  await row.locator('summary').click();
  await row.getByLabel(`设定“${source}”的有效期`).fill(day);
  await row.getByRole('button', { name: '保存有效期' }).click();
  await expect(page.getByText('有效期已更新')).toBeVisible();
}

test('what guides share stands in the data catalogue: without a live entry nothing is published, and what names one that ended is listed', async ({
  page,
  browser,
}) => {
  await signIn(page, people.reformOfficer, '/console');
  await actAs(page, '改革办');
  await add(page);

  await page.goto(`/console/begin?q=${encodeURIComponent(matter)}`);
  await page.getByRole('button', { name: `修改“${matter}”` }).click();
  await page.getByRole('navigation', { name: '事项的各部分' }).getByRole('link', { name: '情形与材料' }).click();
  await page.locator('summary').filter({ hasText: '身份信息和照片' }).click();
  await page.getByLabel('共享自哪个系统').selectOption({ label: source });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText(/^已保存，/)).toBeVisible();
  await check(page, page, matter);
  await planBatch(page, batch, [matter]);

  // Its time ran out before the batch is published.
  await keepUntil(page, civilDay(-1));
  await openBatch(page, batch);
  await expect(page.getByRole('listitem').filter({ hasText: `没有今天有效的“${source}”` })).toBeVisible();
  await page
    .getByLabel(/^输入批次编号/)
    .fill(/\d+/.exec(await page.getByText(/^输入批次编号 \d+ 确认/).innerText())![0]);
  await page.getByRole('button', { name: /^发布第/ }).click();
  await expect(page.getByRole('alert')).toContainText(source);
  await keepUntil(page, civilDay(365));
  await openBatch(page, batch);
  await publishMatter(page, matters.cardLoss);

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/matters/${matters.cardLoss}`);
  const material = visitor.getByRole('listitem').filter({ hasText: '身份信息和照片' });
  await expect(material).toContainText('学校已有，无需提交');
  await expect(material).toContainText(source);

  await keepUntil(page, civilDay(-1));
  await expect(page.getByRole('row').filter({ hasText: source })).toContainText('无效');
  await page.getByRole('link', { name: '查看共享来源失效的事项' }).click();
  await expect(page.getByRole('main')).toContainText(matter);
  await keepUntil(page, civilDay(365));
});
