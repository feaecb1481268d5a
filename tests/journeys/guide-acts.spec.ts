import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { matters } from './support/matters.ts';
import { people, signIn } from './support/people.ts';

const guide = `/matters/${matters.recordCopies}`;

test('GUIDE-8 the same actions stand in the same order on all guides; what a matter has not is left out', async ({
  page,
}) => {
  const actsOf = async (code: string) => {
    await page.goto(`/matters/${code}`);
    const acts = page.getByRole('group', { name: '操作' });
    return acts.locator('a:visible, button:visible, summary').allInnerTexts();
  };
  expect(await actsOf(matters.certificate)).toEqual(['在线办理', '收藏', '咨询', '评价', '打印指南', '分享']);
  expect(await actsOf(matters.recordCopies)).toEqual(['收藏', '咨询', '评价', '打印指南', '分享']);
});

test('GUIDE-8 a visitor who wants to keep a matter signs in, comes back, and finds it again in the own list', async ({
  page,
}) => {
  await page.goto(guide);
  await page.getByRole('button', { name: '收藏' }).click();
  await page.waitForURL(/\/cas\/|\/auth\//);
  await signIn(page, people.student, guide);
  const drop = page.getByRole('button', { name: '取消收藏' });
  // Whoever walks this journey again on the same site has kept it already.
  if (await drop.isVisible()) await drop.click();
  await page.getByRole('button', { name: '收藏', exact: true }).click();
  await expect(drop).toBeVisible();
  await page.goto('/my/cases');
  const kept = page.getByRole('region', { name: '我的收藏' });
  await expect(kept.getByRole('link', { name: /档案/ })).toBeVisible();
  await kept.getByRole('button', { name: /取消收藏/ }).click();
  await expect(kept.getByText('常办的事项就列在这里')).toBeVisible();
});

test('GUIDE-7 the places of a guide say whether they are open now', async ({ page }) => {
  await page.goto(guide);
  await expect(page.locator('#places')).toContainText(/现在开放|今天已下班|今天不办公|还没有开门|午间休息/);
});

test.describe('GUIDE-3 without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a situation becomes a checklist with an address that stays, its code, and a paper to print', async ({
    page,
    baseURL,
  }) => {
    await page.goto(guide);
    await page.getByLabel('委托他人').check();
    await page.getByRole('button', { name: '只看我需要的材料' }).click();
    await page.getByRole('link', { name: '我的办事清单' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('办事清单');
    await expect(page.locator('#materials')).toContainText('委托书');
    const address = `${baseURL}${guide}/checklist?situation=who:agent`;
    await expect(page.getByText(address)).toBeVisible();
    const code = page.getByRole('img', { name: /二维码/ });
    expect((await page.request.get((await code.getAttribute('src')) ?? '')).headers()['content-type']).toContain('svg');
    const paper = page.getByRole('link', { name: '打印清单（PDF）' });
    const printed = await page.request.get((await paper.getAttribute('href')) ?? '');
    expect(printed.headers()['content-type']).toBe('application/pdf');
    await page.goto(address);
    await expect(page.locator('#situation')).toContainText('委托他人');
    await expect(page.locator('#places')).toContainText('工作日');
  });
});

test('GUIDE-6 on paper every answer is unfolded, in one flow, and nothing leads elsewhere', async ({ page }) => {
  await page.goto(`/matters/${matters.certificate}`);
  const answers = page.locator('#faqs .inside');
  expect(await answers.count()).toBeGreaterThan(0);
  const folded = await answers.allInnerTexts();
  for (const answer of await answers.all()) await expect(answer).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const answer of await answers.all()) await expect(answer).toBeVisible();
  await expect(page.locator('nav:visible, button:visible, input:visible')).toHaveCount(0);
  await expect(page.locator('h1:visible')).toHaveCount(1);
  const paper = await page.pdf({ format: 'A4' });
  const words = execFileSync('pdftotext', ['-', '-'], { input: paper }).toString().replaceAll(/\s/g, '');
  for (const answer of folded) expect(words).toContain(answer.replaceAll(/\s/g, ''));
});
