import { expect, type Browser, type Page, type TestInfo } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { lookAt } from './accessible-rooms.ts';
import { turnPage } from './turn-page.ts';

interface Visit {
  readonly page: Page;
  readonly browser: Browser;
  readonly testInfo: TestInfo;
  /** Signs in at the server that the site leads to. */
  readonly signInThere: (page: Page) => Promise<void>;
}

/** From a search to a certificate that anybody can verify, and a rating: the main job, whoever runs the CAS. */
export async function getCertificate({ page, browser, testInfo, signInThere }: Visit): Promise<void> {
  await page.goto('/');
  await page.getByRole('combobox', { name: '搜索校务服务事项' }).fill('zaiduzhengming');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('link', { name: '在校生学籍证明', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '在校生学籍证明' })).toBeVisible();
  await page.getByRole('link', { name: '在线办理', exact: true }).click();
  await signInThere(page);

  // APP-1: conditions with their live result, before the first question.
  await expect(page.getByRole('heading', { level: 1, name: '办理前核对' })).toBeVisible();
  await expect(page.getByLabel('已满足').first()).toBeVisible();
  await turnPage(page, () => page.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());

  await answerPages(page);
  // APP-8: one page with all answers, and nothing is sent before its button.
  await expect(page.getByRole('heading', { level: 1, name: '核对并提交' })).toBeVisible();
  await page.getByRole('button', { name: '确认无误，提交申请' }).click();

  await expect(page.getByText('申请已提交')).toBeVisible();
  const download = page.getByRole('link', { name: '下载证明（PDF）' });
  await expect(download).toBeVisible({ timeout: 20_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const path = testInfo.outputPath('certificate.pdf');
  await file.saveAs(path);
  expect(execFileSync('pdftotext', [path, '-']).toString()).toContain('学籍证明');
  expect(execFileSync('pdffonts', [path]).toString()).toMatch(/yes yes/);

  // Whoever scans the code needs no account.
  const verifyPath = await page.getByRole('link', { name: '查看验真页面' }).getAttribute('href');
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(verifyPath ?? '');
  await expect(visitor.getByRole('heading', { level: 1, name: '这份证明真实有效' })).toBeVisible();
  await lookAt(visitor, '/verify/[code]');
  await visitor.getByLabel('选择证明文件（PDF）').setInputFiles(path);
  await expect(visitor.getByText('文件未被改动，与签发时一致。')).toBeVisible();
  const changed = testInfo.outputPath('changed.pdf');
  writeFileSync(changed, Buffer.concat([await file.createReadStream().then(readAll), Buffer.from(' ')]));
  await visitor.getByLabel('选择证明文件（PDF）').setInputFiles(changed);
  await expect(visitor.getByText(/与签发时不一致/)).toBeVisible();

  // RATE-1 and RATE-4: two taps, and how many trips it really took.
  await page.getByRole('link', { name: '评价这次办理' }).click();
  await page.getByLabel('非常满意', { exact: true }).check();
  await page.getByLabel('0 趟').check();
  await lookAt(page, '/my/cases/[id]/rate');
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect(page.getByText('谢谢您的评价。')).toBeVisible();
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Answers what the certificate's form asks, page by page, whatever its order. */
export async function answerPages(page: Page): Promise<void> {
  for (let step = 0; step < 8; step += 1) {
    if (await page.getByRole('button', { name: '确认无误，提交申请' }).isVisible()) return;
    for (const group of await page.getByRole('radiogroup').all()) {
      if ((await group.getByRole('radio', { checked: true }).count()) === 0)
        await group.getByRole('radio').first().check();
    }
    for (const box of await page.locator('main input[inputmode="numeric"]').all()) await box.fill('1');
    for (const box of await page.locator('main input[type="checkbox"]').all()) await box.check();
    await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  }
}
