import { expect, test } from '@playwright/test';
import { matters } from './support/matters.ts';

test('HOME-1 after the skip link the search box comes first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: '搜索校务服务事项' })).toBeFocused();
});

test('SRCH-1 initials find the matter while typing, and the arrow keys open it', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: '搜索校务服务事项' });
  await box.pressSequentially('zdzm');
  const suggestion = page.getByRole('option', { name: /在校生学籍证明/ });
  await expect(suggestion).toBeVisible();
  while ((await suggestion.getAttribute('aria-selected')) !== 'true') await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '在校生学籍证明' })).toBeVisible();
});

test('SRCH-4 nothing is asked while a word is being composed', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/search')) asked.push(request.url());
  });
  await page.goto('/');
  // A word that is begun before the script has come is cut off by it; what is asked then is what stands in the box.
  await page.waitForLoadState('networkidle');
  await page.getByRole('combobox', { name: '搜索校务服务事项' }).focus();
  const browser = await context.newCDPSession(page);
  await browser.send('Input.imeSetComposition', { text: 'zai du', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
  await browser.send('Input.insertText', { text: '在读' });
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
});

test('SRCH-5 nothing found: near matters, much used ones, and whom to ask', async ({ page }) => {
  await page.goto('/matters?q=' + encodeURIComponent('学开飞机'));
  await expect(page.getByText('没有找到“学开飞机”')).toBeVisible();
  await expect(page.getByRole('list', { name: '大家常办的事项' }).locator('> li')).toHaveCount(5);
  await expect(page.getByText(/服务热线 [\d-]+/)).toBeVisible();
});

test('HOME-4 filters are in the address and can be shared', async ({ page }) => {
  await page.goto('/matters');
  await page.getByText('筛选', { exact: true }).click();
  await page.getByLabel('服务对象').selectOption('teacher');
  await page.getByLabel('只看可网上办').check();
  await page.getByRole('button', { name: '应用筛选' }).click();
  await expect(page).toHaveURL(/audience=teacher/);
  await expect(page).toHaveURL(/online=1/);
  await expect(page.getByRole('heading', { name: '教职工请假' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('服务对象')).toHaveValue('teacher');
});

test('what is typed and chosen while the script is on its way stays', async ({ page }) => {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await isReleased;
    await route.continue();
  });
  await page.goto('/matters', { waitUntil: 'commit' });
  await page.getByText('筛选', { exact: true }).click();
  await page.getByLabel('服务对象').selectOption('teacher');
  await page.getByLabel('只看可网上办').check();
  release();
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('服务对象')).toBeVisible();
  await expect(page.getByLabel('服务对象')).toHaveValue('teacher');
  await expect(page.getByLabel('只看可网上办')).toBeChecked();
});

test('GUIDE-2 the first screen answers can I, what, how often, how long, how much, where', async ({ page }) => {
  await page.goto(`/matters/${matters.certificate}`);
  for (const question of ['我能办吗', '要带什么', '要跑几次', '要多久', '要多少钱', '去哪办']) {
    await expect(page.getByText(question, { exact: true })).toBeInViewport();
  }
  await expect(page.getByText('零上门').first()).toBeVisible();
});

test.describe('HOME-6 without script', () => {
  test.use({ javaScriptEnabled: false });
  test('search and filters work as plain forms', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: '搜索校务服务事项' }).fill('huansushe');
    await page.getByRole('main').getByRole('button', { name: '搜索' }).click();
    await expect(page.getByRole('heading', { name: '宿舍调换' })).toBeVisible();
  });
});

test('nothing is loaded from another host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  for (const path of ['/', '/matters', `/matters/${matters.certificate}`, '/verify', '/api/docs'])
    await page.goto(path);
  expect(foreign).toEqual([]);
});
