import { expect, test, type Browser, type Page } from '@playwright/test';
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

/** Switching the role needs the menu; the session is what counts. */
async function enterAsAdministrator(browser: Browser, page: Page): Promise<void> {
  const scripted = await browser.newContext();
  const first = await scripted.newPage();
  await signIn(first, people.administrator, '/');
  await actAs(first, '系统管理员');
  await page.context().addCookies(await scripted.cookies());
  await scripted.close();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a program gets a key that is shown once, and loses it after one more question', async ({ browser, page }) => {
    await enterAsAdministrator(browser, page);
    await page.goto('/admin/clients');
    await page.getByRole('button', { name: '发放密钥' }).click();
    await expect(page.getByRole('alert')).toContainText('系统名称');
    await page.getByLabel('系统名称').fill('数据中心大屏');
    await page.getByRole('button', { name: '发放密钥' }).click();
    const key = await page.getByLabel('密钥', { exact: true }).inputValue();
    const answered = async () =>
      (await page.request.get('/api/reform/high-frequency', { headers: { authorization: `Bearer ${key}` } })).status();
    expect(await answered()).toBe(200);
    await page.goto('/admin/clients');
    await expect(page.getByText(key)).toHaveCount(0);
    const row = page.getByRole('row', { name: /^数据中心大屏/ }).first();
    await expect(row).not.toContainText('还没有用过');
    const revoke = row.getByRole('button', { name: '确认收回“数据中心大屏”的密钥' });
    await expect(revoke).toBeHidden();
    await row.getByText('收回', { exact: true }).click();
    await revoke.click();
    await expect(page.getByText('密钥已收回')).toBeVisible();
    await expect(row).toContainText(/\d 收回/);
    expect(await answered()).toBe(401);
  });

  test('a large table goes through, and one that is too large is told so', async ({ browser, page }) => {
    await enterAsAdministrator(browser, page);
    await page.goto('/admin/imports?kind=departments');
    const check = async (rows: number) => {
      const lines = Array.from({ length: rows }, (_, index) => `Z${index},演示部门${index},${'东'.repeat(80)}\n`);
      const buffer = Buffer.from(`部门编码,部门名称,办公地点\n${lines.join('')}`);
      await page.getByLabel('选择文件').setInputFiles({ name: '部门.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: '检查文件' }).click();
      return buffer.length;
    };
    await expect(page.getByText('最大 10 MB')).toBeVisible();
    expect(await check(5_000)).toBeGreaterThan(1024 * 1024);
    await expect(page.getByText('共 5,000 行').or(page.getByText('共 5000 行'))).toBeVisible();
    expect(await check(45_000)).toBeGreaterThan(11 * 1024 * 1024);
    await expect(page.getByText('表格不能超过 10 MB，请拆成几个文件。')).toBeVisible();
    await page.getByRole('button', { name: '检查文件' }).click();
    await expect(page.getByText('请先选择文件。')).toBeVisible();
  });

  test('a file is checked row by row before anything of it is imported', async ({ browser, page }) => {
    await enterAsAdministrator(browser, page);
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
