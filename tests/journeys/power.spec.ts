import { expect, test, type Browser, type Page } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';

async function enter(browser: Browser, username: string, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, username, '/');
  await actAs(page, role);
  return page;
}

async function openRound(page: Page): Promise<void> {
  await page.goto('/console/power');
  await page.getByRole('link', { name: /年度小微权力清单调整/ }).click();
}

test('a power goes from its department over the bench to the public list', async ({ page, browser }) => {
  // A name that no other walk over the same site has used.
  const name = `教室临时借用审批${Date.now() % 1_000_000}`;
  const officer = await enter(browser, people.reformOfficer, '改革办');
  const head = await enter(browser, people.head, '负责人');
  await openRound(officer);
  const row = officer.getByRole('row').filter({ has: officer.getByRole('link', { name: '教务处', exact: true }) });
  await row.getByText('退回', { exact: true }).first().click();
  await row.getByPlaceholder('退回理由').fill('请补充教室借用');
  await row.getByRole('button', { name: '退回教务处的申报' }).click();
  await expect(row).toContainText('已退回');

  await openRound(head);
  await expect(head.getByText('请补充教室借用')).toBeVisible();
  await head.getByRole('link', { name: '录入条目' }).click();
  await head.getByRole('button', { name: '录入' }).click();
  await expect(head.getByRole('alert')).toBeVisible();
  await head.getByLabel('权力名称').fill(name);
  await head.getByLabel('依据名称 1').fill('教室管理办法（示例）');
  await head.getByLabel('行使方式和流程').fill('受理、核对、审批');
  await head.getByLabel('学生', { exact: true }).check();
  await head.getByRole('button', { name: '录入' }).click();
  await expect(head.getByText('已保存')).toBeVisible();
  await openRound(head);
  await head.getByRole('button', { name: '提交申报' }).click();

  await openRound(officer);
  await row.getByRole('button', { name: '接收教务处的申报' }).click();
  await officer.goto(`/console/power/entries?q=${encodeURIComponent(name)}`);
  await officer.getByLabel(`选择“${name}”`).check();
  await officer.getByLabel('取消', { exact: true }).check();
  await officer.getByLabel('理由', { exact: true }).fill('职责明确，依据充分');
  await officer.getByRole('button', { name: '作出决定' }).click();
  await expect(officer.getByRole('alert').getByRole('link', { name: /要有文件/ })).toBeVisible();
  await expect(officer.getByLabel('依据文件')).toHaveAccessibleDescription(/请写明文件名称和文号/);
  await expect(officer.getByLabel('理由', { exact: true })).toHaveValue('职责明确，依据充分');
  const notPdf = { name: '会议纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') };
  await officer.getByLabel('文件附件').setInputFiles(notPdf);
  await officer.getByRole('button', { name: '作出决定' }).click();
  await expect(officer.getByLabel('文件附件')).toHaveAttribute('aria-invalid', 'true');
  await expect(officer.getByRole('row').filter({ hasText: name })).toContainText('待梳理');
  await officer.getByLabel('保留', { exact: true }).check();
  await officer.getByRole('button', { name: '作出决定' }).click();
  await expect(officer.getByText('决定已作出')).toBeVisible();
  await officer.goto('/console/power/editions');
  await officer.getByLabel('名称', { exact: true }).fill('小微权力清单（演示新版）');
  await officer.getByLabel('施行日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await officer.getByRole('button', { name: '公布新版' }).click();
  await expect(officer.getByText(/版已公布/)).toBeVisible();

  await expect(async () => {
    await page.goto(`/powers?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('link', { name: '与上一版的变化' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('新列入');
});
