import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { dropDrafts, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';
import { turnPage } from './support/turn-page.ts';

/** A one-pixel PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function answerPage(page: Page): Promise<void> {
  const lost = page.getByRole('radio', { name: '遗失' });
  if (await lost.isVisible()) {
    await lost.check();
    // A choice brings up the question that follows from it.
    await page.getByLabel('发现遗失的日期').fill(new Date().toISOString().slice(0, 10));
    return;
  }
  for (const group of await page.getByRole('radiogroup').all()) await group.getByRole('radio').first().check();
  for (const box of await page.locator('main input[type="checkbox"]').all()) await box.check();
}

/** Opens a draft at its page of materials, and says where its first requirement without a file stands. */
async function openMaterials(page: Page): Promise<string> {
  await signIn(page, people.student, `/matters/${matters.studentCard}/apply`);
  await dropDrafts(page, matters.studentCard);
  await turnPage(page, () => page.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());
  for (let step = 0; step < 8 && (await page.locator('main input[type="file"]').count()) === 0; step += 1) {
    await answerPage(page);
    await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  }
  // By its name: once it has its file, a requirement asks for none.
  const asking = page.locator('section.requirement').filter({ has: page.locator('input[type="file"]') });
  return `section[aria-labelledby="${await asking.first().getAttribute('aria-labelledby')}"]`;
}

test('APP-7 every cause has its own sentence, and what is right is kept with the draft', async ({ page }, testInfo) => {
  const requirement = page.locator(await openMaterials(page));
  const choose = requirement.locator('input[type="file"]');
  const send = requirement.getByRole('button', { name: /^上传/ });

  await page.waitForLoadState('networkidle');
  const empty = testInfo.outputPath('空.png');
  writeFileSync(empty, '');
  await choose.setInputFiles(empty);
  await expect(requirement.getByText(/是空文件/)).toBeVisible();

  const wrong = testInfo.outputPath('不是图片.png');
  writeFileSync(wrong, 'MZ this is a program, not a picture');
  await choose.setInputFiles(wrong);
  await send.click();
  await expect(requirement.getByText(/内容不是|格式不符|不支持/)).toBeVisible();

  const right = testInfo.outputPath('照片.png');
  writeFileSync(right, png);
  await choose.setInputFiles(right);
  await send.click();
  await expect(requirement.getByText('照片.png')).toBeVisible();
  await page.reload();
  await expect(requirement.getByText('照片.png')).toBeVisible();
  await requirement.getByRole('button', { name: /^删除/ }).click();
  await expect(requirement.getByText('照片.png')).toHaveCount(0);
});

test('without script a large photograph is taken too, and one that is too large is told so', async ({
  browser,
  page,
}) => {
  const place = await openMaterials(page);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(page.url());
  const requirement = form.locator(place);
  const send = async (name: string, size: number) => {
    // Behind its end a picture may have anything that is no other file; it is dropped.
    const buffer = Buffer.concat([png, Buffer.alloc(size)]);
    await requirement.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer });
    await requirement.getByRole('button', { name: /^上传/ }).click();
  };
  await send('太大.png', 30 * 1024 * 1024);
  await expect(requirement.getByText('文件超过大小上限，请压缩后再上传。')).toBeVisible();
  await send('照片.png', 1024 * 1024);
  await expect(requirement.getByText('照片.png')).toBeVisible();
  await plain.close();
});
