import { expect, test, type Page } from '@playwright/test';
import { findViolations, lookAt } from './support/accessible-rooms.ts';
import { actAs, people, signIn } from './support/people.ts';

const matter = '学生证补办/换发';
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function expectAccessible(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  expect({ pathname, violations: await findViolations(page) }).toEqual({ pathname, violations: [] });
}

/** Who works at a counter handles what their posts hold; the administration says which. */
async function givePost(page: Page): Promise<void> {
  await signIn(page, people.administrator, '/');
  await actAs(page, '系统管理员');
  const table =
    '岗位编码,部门,岗位名称,英文名称,任职人学工号,任职起始日期\n' +
    `student-affairs.id-card,107,学生证管理岗,Student ID card desk,${people.counterClerk},${daysAgo(1)}\n`;
  const file = { name: '岗位.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.goto('/admin/imports?kind=posts');
  // With script the file is kept between the two.
  await page.waitForLoadState('networkidle');
  await page.getByLabel('选择文件').setInputFiles(file);
  for (const step of ['检查文件', '确认导入']) await page.getByRole('button', { name: step }).click();
  await expect(page.locator('main').getByText('已导入', { exact: true })).toBeVisible();
}

/** Somebody without a 学工号 came two weeks ago and was turned away; answers the number of their notice. */
async function noteArrival(page: Page): Promise<string> {
  await page.getByRole('link', { name: '受理前到场' }).click();
  await page.getByLabel('想办的事项').fill('没有这件事');
  await page.getByLabel('情况').selectOption({ label: '未能受理' });
  await page.getByText('补记以前的到场').click();
  await page.getByLabel('日期').fill(daysAgo(14));
  await page.getByRole('button', { name: '记下并生成回执' }).click();
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('link', { name: /^想办的事项：/ })).toBeVisible();
  await expect(alert.getByRole('link', { name: /^时间：/ })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('情况')).toHaveValue('turned-away');
  await expect(page.getByLabel('日期')).toHaveValue(daysAgo(14));
  await page.getByLabel('想办的事项').fill(matter);
  await page.getByLabel('时间').fill('09:30');
  await page.getByRole('button', { name: '记下并生成回执' }).click();
  const done = page.getByRole('status').filter({ hasText: '已记下，回执编号' });
  await expect(done).toContainText(`${matter}，未能受理`);
  const [number = ''] = /DC\w+/.exec(await done.innerText()) ?? [];
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText('凭回执');
  return number;
}

test('a counter clerk notes who came in vain, takes an application in, and hands the result over', async ({
  browser,
  page,
}) => {
  await signIn(page, people.counterClerk, '/office');
  await expect(page.getByText('没有待办', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '经办手册' })).toHaveCount(0);
  await expectAccessible(page);
  const notice = await noteArrival(page);

  await givePost(await (await browser.newContext()).newPage());
  await page.goto('/office');
  await page
    .getByRole('row')
    .filter({ hasText: matter })
    .filter({ hasText: '待受理' })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(matter);

  // The notice that the person brings along counts the trip from before the case; a wrong one is told so.
  const [trips, record] = [page.locator('#trips'), page.getByRole('heading', { name: '办理记录' }).locator('xpath=..')];
  const atCounter = trips.getByRole('row').filter({ hasText: '学籍与证明窗口' });
  await expect(trips).toBeVisible();
  await expect(atCounter).toHaveCount(0);
  await page.getByText('计入受理前的到场', { exact: true }).click();
  await page.getByLabel('到场回执编号').fill('DC000');
  await page.getByRole('button', { name: '计入', exact: true }).click();
  await expect(page.getByText(/没有这个编号的到场回执/).first()).toBeVisible();
  await page.getByLabel('到场回执编号').fill(notice);
  await page.getByRole('button', { name: '计入', exact: true }).click();
  await expect(atCounter).toContainText('受理前');

  await page.getByRole('button', { name: '受理', exact: true }).click();
  await expect(page.getByText('已受理。')).toBeVisible();
  // Nothing is guessed: a visit that nobody described is not written down.
  await page.getByText('记录到场', { exact: true }).click();
  await expect(page.getByLabel('到场方式').locator('option:checked')).toHaveText('请选择');
  await page.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.locator('#visit-kind-error')).toBeVisible();
  await recordVisit(page, { kind: '到窗口', reason: '材料不齐' });
  await expect(atCounter.filter({ hasText: '材料不齐' })).toHaveCount(1);
  await page.getByRole('button', { name: '准予办结' }).click();
  await expect(page.getByText('已准予办结。')).toBeVisible();
  // Whoever collects the result has it from then on.
  await recordVisit(page, { kind: '来取结果', reason: '领取结果' });
  await expect(record).toContainText('领取结果');
  await lookAt(page, '/office/cases/[id]');
  await expect(atCounter).toHaveCount(3);
  await page.goto('/office?view=finished');
  await expect(page.getByRole('row').filter({ hasText: matter }).filter({ hasText: '已送达' }).first()).toBeVisible();
  await page.goto('/office/arrivals');
  await expect(page.getByRole('row', { name: new RegExp(notice) })).not.toContainText('还没有');
});

async function recordVisit(page: Page, visit: { kind: string; reason: string }): Promise<void> {
  const form = page.locator('form[action="?/visit"]');
  // Who has just noted one finds the form still open.
  if (!(await form.isVisible())) await page.getByText('记录到场', { exact: true }).click();
  await form.getByLabel('到场方式').selectOption({ label: visit.kind });
  await form.getByLabel('到场原因').selectOption({ label: visit.reason });
  await form.getByRole('button', { name: '记录', exact: true }).click();
  await expect(page.getByText(/^已记录/)).toBeVisible();
}
