import { expect, test, type Page } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';

const headPerson = people.head;

async function openPanel(page: Page): Promise<void> {
  await page.goto(`/admin/people?q=${headPerson}`);
  await page.getByRole('link', { name: /^管理 / }).click();
  await expect(page.getByRole('heading', { name: '新的授权' })).toBeVisible();
}

test('an administrator gives a role, is told everything that is missing, and takes it back', async ({ page }) => {
  await signIn(page, people.administrator, '/');
  await actAs(page, '系统管理员');
  await openPanel(page);
  await page.getByRole('button', { name: '给出授权' }).click();
  await expect(page.getByRole('alert')).toContainText('角色：请选择一项。');
  await expect(page.getByRole('alert')).toContainText('范围：请选择一项。');
  await expect(page).toHaveTitle(/^错误：/);
  await page.getByLabel('角色', { exact: true }).selectOption({ label: '改革办' });
  await page.getByLabel('范围', { exact: true }).selectOption('university');
  await page.getByRole('button', { name: '给出授权' }).click();
  await expect(page.getByText('授权已给出')).toBeVisible();
  const revoke = page.getByRole('button', { name: '收回 改革办（全校）' });
  await revoke.click();
  await expect(page.getByText('授权已收回')).toBeVisible();
  await expect(revoke).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is checked row by row before anything of it is imported', async ({ browser, page }) => {
    // Switching the role needs the menu; the session is what counts.
    const scripted = await browser.newContext();
    const first = await scripted.newPage();
    await signIn(first, people.administrator, '/');
    await actAs(first, '系统管理员');
    await page.context().addCookies(await scripted.cookies());
    await page.goto('/admin/imports?kind=calendar');
    await expect(page.getByRole('rowheader', { name: '日期' })).toBeVisible();
    const send = async (text: string) => {
      const file = { name: '2035.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.getByLabel('选择文件').setInputFiles(file);
    };
    await send('日期,安排,说明\n2035-01-01,歇着,元旦\n');
    await page.getByRole('button', { name: '检查文件' }).click();
    await expect(page.getByRole('row', { name: /2 安排 请填写：放假、上班/ })).toBeVisible();
    await expect(page.getByRole('button', { name: '确认导入' })).toHaveCount(0);
    const right = '日期,安排,说明\n2035-01-01,放假,元旦\n';
    await send(right);
    await page.getByRole('button', { name: '检查文件' }).click();
    await expect(page.getByText('检查通过，可以导入')).toBeVisible();
    await send(right);
    await page.getByRole('button', { name: '确认导入' }).click();
    await expect(page.getByText('已导入')).toBeVisible();
    await page.goto('/admin/calendar');
    await expect(page.getByRole('row', { name: /^2035/ })).toContainText('已公布');
    await scripted.close();
  });
});

test('the supervisor narrows the trail to one act, and the trail is whole (R-AUD-3)', async ({ page }) => {
  await signIn(page, people.supervisor, '/');
  await actAs(page, '监督员');
  await page.goto('/supervision');
  await page.getByLabel('操作', { exact: true }).selectOption('identity.sign-in');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/action=identity\.sign-in/);
  await expect(page.getByRole('row').nth(1)).toContainText('登录');
  await page.getByRole('button', { name: '核验完整性' }).click();
  await expect(page.getByText('核验通过，记录完整')).toBeVisible({ timeout: 60_000 });
});
