import { expect, test, type Page } from '@playwright/test';
import { people, signIn } from './support/people.ts';

const saved = (page: Page) => expect(page.getByText(/^已保存，/)).toBeVisible();

test('CAT-1 two people edit one matter: all is saved by itself, and what collides is chosen side by side', async ({
  page,
  browser,
}) => {
  await signIn(page, people.registryClerk, '/console');
  await page.getByRole('link', { name: '新增或修改事项' }).first().click();
  // The list that is left has a box of the same name.
  await expect(page.getByRole('heading', { level: 1, name: '新增或修改事项' })).toBeVisible();
  await page.getByLabel('事项名称').fill(`双人编辑 ${Date.now()}`);
  await page.getByRole('button', { name: '新增并开始编辑' }).click();
  const sections = page.getByRole('navigation', { name: '事项的各部分' });
  await sections.getByRole('link', { name: '办理时限' }).click();

  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, people.head, '/console');
  await colleague.goto(page.url());
  await expect(colleague.getByRole('heading', { level: 2, name: '办理时限' })).toBeVisible();

  await page.getByLabel('承诺办结时限').fill('5');
  await saved(page);
  await sections.getByRole('link', { name: '情形与材料' }).click();
  await page.getByRole('button', { name: '添加材料' }).click();
  await page.getByRole('textbox', { name: '中文' }).first().fill('身份证件复印件');
  await saved(page);

  // The other one has not seen it: the material comes in, the limit is in question.
  await colleague.getByLabel('承诺办结时限').fill('3');
  const question = colleague.getByRole('region', { name: '“承诺办结时限”被两个人同时修改' });
  await expect(question).toContainText('5 个工作日');
  await expect(colleague.getByText(/刚刚修改了：.*申请材料/)).toBeVisible();
  await question.getByRole('button', { name: '用我的' }).click();
  await saved(colleague);

  await page.reload();
  await expect(page.getByText('身份证件复印件').first()).toBeAttached();
  await page.getByRole('link', { name: '预览办事指南' }).click();
  await expect(page.getByText('3 个工作日').first()).toBeVisible();
  await expect(page.getByText('身份证件复印件')).toBeVisible();
});

test('SRCH-5 a search in vain becomes the draft of a matter by that name, and leaves the list', async ({ page }) => {
  // Words of its own for each walk: those of an earlier one have a draft already.
  const animals = [...'鲸鲨鳄鹰鹫鹳鲟獭貂貉'];
  const word = `养${Array.from({ length: 6 }, () => animals[Math.floor(Math.random() * animals.length)]).join('')}`;
  await page.goto(`/matters?q=${encodeURIComponent(word)}`);
  await expect(page.getByText(`没有找到“${word}”`)).toBeVisible();
  await signIn(page, people.reformOfficer, '/reform/search');
  const row = page.getByRole('row', { name: new RegExp(word) });
  await row.getByRole('link', { name: `为“${word}”新建事项` }).click();
  await expect(page.getByLabel('事项名称')).toHaveValue(word);
  await page.getByRole('button', { name: '新建草稿并开始编辑' }).click();
  await expect(page.getByRole('link', { name: /请从列表中选择/ })).toBeVisible();
  await page.getByLabel('责任部门').selectOption({ label: '学生处（107）' });
  await page.getByRole('button', { name: '新建草稿并开始编辑' }).click();
  await page.waitForURL(/\/console\/drafts\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word);
  await page.goto('/reform/search');
  await expect(page.getByRole('heading', { level: 1, name: '没搜到的词' })).toBeVisible();
  await expect(row).toHaveCount(0);
});
