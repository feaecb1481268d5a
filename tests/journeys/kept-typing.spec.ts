import { expect, test, type Page } from '@playwright/test';
import { actAs, dropDrafts, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';
import { turnPage } from './support/turn-page.ts';

interface Guide {
  readonly paused: { readonly reason: string } | null;
}

/** The page of reasons, with something typed into it. */
async function typeReason(page: Page): Promise<string> {
  await signIn(page, people.student, `/matters/${matters.leaveOfAbsence}/apply`);
  await dropDrafts(page, matters.leaveOfAbsence);
  await turnPage(page, () => page.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());
  for (let step = 0; step < 4 && !(await page.getByLabel('情况说明').isVisible()); step += 1)
    await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  await page.waitForLoadState('networkidle');
  await page.getByLabel('情况说明').fill('因膝关节手术需要休养一学期。');
  return page.url();
}

test('APP-4 a session that ends while somebody types takes nothing away: they sign in beside it and go on', async ({
  page,
  context,
}) => {
  const address = await typeReason(page);
  await context.clearCookies();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByRole('alert').getByText('登录已过期')).toBeVisible();
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('情况说明')).toHaveValue('因膝关节手术需要休养一学期。');

  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '重新登录（新窗口）' }).click(),
  ]);
  await signIn(beside, people.student);
  await beside.close();
  await page.getByRole('button', { name: '先存着，以后再填' }).click();
  await expect(page).toHaveURL(/\/my\/cases$/);
  await page.goto(address);
  await expect(page.getByLabel('情况说明')).toHaveValue('因膝关节手术需要休养一学期。');
});

test('a matter that is paused while somebody types says so beside what they typed, and keeps the draft', async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await typeReason(page);
  const office = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await signIn(office, people.reformOfficer, '/reform');
  await actAs(office, '改革办');
  const headers = { origin: new URL(office.url()).origin };
  /** Answers once the hall knows. */
  const act = async (name: 'pause' | 'resume') => {
    const data = { reason: '学籍系统升级', until: null };
    const answer = await office.request.post(`/api/reform/matters/${matters.leaveOfAbsence}/${name}`, {
      headers,
      ...(name === 'pause' ? { data } : {}),
    });
    expect(answer.status()).toBe(204);
    const isPaused = async () => {
      const guide = (await (await office.request.get(`/api/matters/${matters.leaveOfAbsence}`)).json()) as Guide;
      return guide.paused !== null;
    };
    await expect.poll(isPaused).toBe(name === 'pause');
  };
  await act('pause');
  try {
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page.getByRole('alert').first()).toContainText(/草稿已保留|不能|暂停|停止/);
    await expect(page).toHaveURL(new RegExp(new URL(address).pathname));
    await expect(page.getByLabel('情况说明')).toHaveValue('因膝关节手术需要休养一学期。');
    await page.goto(address);
    await expect(page).toHaveURL(/\/matters\/.*draft=kept/);
    await expect(page.getByText('您填写的内容已保留为草稿')).toBeVisible();
    await expect(page.getByText('学籍系统升级')).toBeVisible();
  } finally {
    await act('resume');
  }
  await page.goto(address);
  await expect(page.getByLabel('情况说明')).toBeVisible();
});
