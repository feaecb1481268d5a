import { expect, test } from '@playwright/test';
import { messyList } from '../support/messy-list.ts';
import { lookAt } from './support/accessible-rooms.ts';
import { actAs, people, signIn } from './support/people.ts';

test('CAT-4 a messy list becomes drafts: columns are confirmed, a fault is mended, the rest is compared and imported', async ({
  page,
}) => {
  const mark = Date.now().toString(36);
  const listed = (promised: string) =>
    messyList([
      { name: `导入事项甲${mark}`, department: '教务处', promised: '5个工作日' },
      { name: `导入事项乙${mark}`, department: '教务处', promised },
    ]);
  const send = async (promised: string, button: string) => {
    const buffer = await listed(promised);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('选择清单文件').setInputFiles({ name: '汇总表.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(/\/console\/import\/[0-9a-f-]{36}/);
  };
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
  await page.goto('/console/import');
  await send('尽快', '上传并查看各列');
  // A header that was confirmed before leads straight to the check.
  if (!page.url().endsWith('/check')) {
    await expect(page.getByLabel('服务事项名称')).toHaveValue('name');
    await lookAt(page, '/console/import/[id]');
    await expect(page.getByLabel('责任单位')).toHaveValue('department');
    await page.getByRole('button', { name: '确认，检查内容' }).click();
  }
  await expect(page.getByText('1 行需要修改，共 1 处。')).toBeVisible();
  await expect(page.getByRole('row', { name: /汇总 第 6 行/ })).toContainText('5个工作日');
  await lookAt(page, '/console/import/[id]/check');
  await send('3', '上传改好的文件');
  await expect(page.getByText('每一行都能导入。')).toBeVisible();
  await page.getByRole('link', { name: '下一步：比较与导入' }).click();
  await expect(page.getByRole('rowheader', { name: new RegExp(`导入事项甲${mark}`) })).toBeVisible();
  await lookAt(page, '/console/import/[id]/compare');
  await page.getByRole('button', { name: '导入 2 个事项' }).click();
  await expect(page.getByText('新增草稿 2 份')).toBeVisible();
  await page.goto(`/console?q=${encodeURIComponent(`导入事项乙${mark}`)}`);
  await expect(page.getByRole('link', { name: `导入事项乙${mark}` })).toBeVisible();
});
