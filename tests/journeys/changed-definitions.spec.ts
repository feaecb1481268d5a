import { expect, test, type Browser, type Page } from '@playwright/test';
import { check, planBatch, publishMatter } from './support/catalog-batches.ts';
import { addQuestion, saveProperties } from './support/form-editor.ts';
import { matters } from './support/matters.ts';
import { actAs, dropDrafts, people, signIn } from './support/people.ts';
import { turnPage } from './support/turn-page.ts';

const matter = '课程成绩复核';
const question = '任课教师姓名';
const stage = '教学委员会审定';

async function enter(browser: Browser, username: string, { at, role }: { at: string; role?: string }): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, username, at);
  if (role !== undefined) {
    await actAs(page, role);
    await page.goto(at);
  }
  return page;
}

/** Applies for the matter, answers what is asked, and tells the case and whether the new question was among it. */
async function apply(page: Page): Promise<{ id: string; isAsked: boolean }> {
  await page.goto(`/matters/${matters.markReview}/apply`);
  await dropDrafts(page, matters.markReview);
  await turnPage(page, () => page.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());
  await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  const isAsked = await page.getByLabel(question).isVisible();
  const course = page.getByRole('group', { name: '第 1 行' });
  await course.getByLabel('课程名称').fill('高等数学');
  await course.getByLabel('公布成绩').fill('58');
  await page.getByLabel('疑问').fill('第三题少计了分。');
  if (isAsked) await page.getByLabel(question).fill('沈从周');
  await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  await page.locator('main input[type="checkbox"]').check();
  await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  await page.getByRole('button', { name: '确认无误，提交申请' }).click();
  await expect(page.getByText('申请已提交')).toBeVisible();
  return { id: new URL(page.url()).pathname.split('/').at(-1) ?? '', isAsked };
}

const saved = (page: Page) => expect(page.getByText(/^已保存，/)).toBeVisible();

test('CAT-1 a form gets a question and a route a stage in the console: the next applicant meets both, a case that runs keeps its own', async ({
  browser,
}) => {
  const officer = await enter(browser, people.reformOfficer, { at: '/console', role: '改革办' });
  const earlier = await enter(browser, people.graduate, { at: '/my' });
  const before = await apply(earlier);
  expect(before.isAsked).toBe(false);

  await test.step('the form gets a question', async () => {
    await officer.goto(`/console/begin?q=${encodeURIComponent(matter)}`);
    await officer.getByRole('button', { name: `修改“${matter}”` }).click();
    await expect(officer.getByRole('heading', { level: 1, name: matter })).toBeVisible();
    const draft = new URL(officer.url()).pathname;
    await officer.goto(`${draft}/form`);
    await officer.getByRole('link', { name: /^2\. 要复核的课程/ }).click();
    await addQuestion(officer, '单行文字', question);
    await saveProperties(officer);
    await expect(officer.getByText('没有发现问题，表单可以填写。')).toBeVisible();
    await officer.goto(`${draft}/route`);
  });

  await test.step('the route gets a stage, and the first hands on to it', async () => {
    const stages = officer.getByRole('group', { name: '环节', exact: true }).getByRole('listitem');
    const [first, second] = [stages.first(), stages.nth(1)];
    await first.getByLabel('环节时限').fill('3');
    await first.getByRole('checkbox', { name: '作出决定' }).uncheck();
    await first.getByRole('checkbox', { name: '审核后转下一环节' }).check();
    await officer.getByRole('button', { name: '添加环节' }).click();
    await second.getByRole('textbox', { name: '中文' }).fill(stage);
    await second.getByLabel('由哪个岗位办理').selectOption('academic-affairs.registry');
    await second.getByLabel('环节时限').fill('2');
    await second.getByRole('checkbox', { name: '作出决定' }).check();
    await officer.getByRole('button', { name: '保存', exact: true }).click();
    await saved(officer);
  });

  await test.step('both are checked and published', async () => {
    const head = await enter(browser, people.head, { at: '/console', role: '负责人' });
    await check(officer, head, matter);
    await planBatch(officer, `成绩复核两级办理 ${Date.now()}`, [matter]);
    await publishMatter(officer, matters.markReview);
  });

  const later = await enter(browser, people.studentWithArrears, { at: '/my' });
  const after = await apply(later);
  expect(after.isAsked).toBe(true);
  const progress = (page: Page) => page.getByRole('list', { name: '办理进度' });
  await expect(progress(later)).toContainText(stage);
  await expect(later.getByText('沈从周')).toBeVisible();
  await earlier.reload();
  await expect(progress(earlier)).toBeVisible();
  await expect(progress(earlier)).not.toContainText(stage);
  await expect(earlier.getByText(question)).toHaveCount(0);

  // The desk decides on the one, and hands the other on.
  const clerk = await enter(browser, people.registryClerk, { at: '/office', role: '经办' });
  for (const { id, act } of [
    { id: before.id, act: '准予办结' },
    { id: after.id, act: '同意，转下一环节' },
  ]) {
    await clerk.goto(`/office/cases/${id}`);
    await clerk.getByRole('button', { name: '受理', exact: true }).click();
    await expect(clerk.getByText('已受理。')).toBeVisible();
    await expect(clerk.getByRole('button', { name: act })).toBeVisible();
  }
});
