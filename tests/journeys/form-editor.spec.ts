import { expect, test } from '@playwright/test';
import { lookAt } from './support/accessible-rooms.ts';
import { addQuestion, saveProperties } from './support/form-editor.ts';
import { actAs, people, signIn } from './support/people.ts';

test('CAT-5 a form is built in the console from nothing and tried, with a fault and without', async ({ page }) => {
  await signIn(page, people.reformOfficer, '/console/begin');
  await actAs(page, '改革办');
  const { origin } = new URL(page.url());
  const departments = (await (await page.request.get('/api/departments')).json()) as { items: { id: string }[] };
  const draft = (await (
    await page.request.post('/api/console/drafts', {
      headers: { origin, 'idempotency-key': `form-editor-${Date.now()}` },
      data: { operation: 'add', name: `学术会议报销 ${Date.now()}`, departmentId: departments.items[0]?.id },
    })
  ).json()) as { id: string };

  await page.goto(`/console/drafts/${draft.id}/form`);
  await expect(page.getByText('还没有表单。')).toBeVisible();
  await page.getByRole('button', { name: '添加一页' }).click();
  await page.locator('[name="title.zh"]').fill('费用');
  await saveProperties(page);
  await expect(page.getByText('每页须有 1 至 5 个问题。')).toBeVisible();

  await addQuestion(page, '金额', '住宿费');
  await saveProperties(page);
  await addQuestion(page, '金额', '交通费');
  await saveProperties(page);
  await addQuestion(page, '自动计算', '合计');
  await page.getByLabel('来源 1').selectOption({ label: '住宿费' });
  await page.getByLabel('来源 2').selectOption({ label: '交通费' });
  await saveProperties(page);
  await addQuestion(page, '银行账户', '收款账户');
  await saveProperties(page);
  await expect(page.getByText('涉及个人敏感信息，须写明用途。')).toBeVisible();
  await page.locator('[name="purpose.zh"]').fill('向您付款');
  await saveProperties(page);
  await expect(page.getByText('没有发现问题，表单可以填写。')).toBeVisible();

  await lookAt(page, '/console/drafts/[id]/form');
  await page.getByRole('button', { name: '上移：合计' }).click();
  await page.getByRole('button', { name: '下移：合计' }).click();
  await expect(page.getByText('没有发现问题，表单可以填写。')).toBeVisible();
  await page.getByRole('link', { name: '预览与试填' }).click();
  for (const size of ['手机', '电脑']) {
    await page.getByRole('link', { name: size, exact: true }).click();
    await expect(page.getByRole('link', { name: size, exact: true })).toHaveAttribute('aria-current', /true|page/);
    await expect(page.getByLabel('住宿费')).toBeVisible();
  }
  await page.getByRole('link', { name: '自助机（大按钮）' }).click();
  await page.getByLabel('住宿费').fill('６００');
  await page.getByLabel('交通费').fill('1,000.5');
  await page.getByLabel('户名').fill('林知远');
  await page.getByLabel('开户银行（到支行）').fill('中国银行');
  await page.getByLabel('银行账号').fill('6222021234567890123');
  await page.getByRole('button', { name: '检查本页并继续' }).click();
  await expect(page.getByRole('alert').getByText(/银行账号：银行账号不对/)).toBeVisible();
  await expect(page.getByLabel('银行账号')).toHaveAttribute('aria-invalid', 'true');
  await lookAt(page, '/console/drafts/[id]/form/preview');
  await page.getByLabel('银行账号').fill('6222 0212 3456 7890 128');
  await page.getByRole('button', { name: '检查本页并继续' }).click();
  await expect(page.getByText('试填完成：没有问题。')).toBeVisible();
  await expect(page.getByText('¥1,600.50')).toBeVisible();

  // Nothing came of it.
  const saved = (await (await page.request.get(`/api/console/drafts/${draft.id}`)).json()) as { status: string };
  expect(saved.status).toBe('editing');
});
