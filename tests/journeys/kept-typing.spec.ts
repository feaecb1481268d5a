import { expect, test, type Page } from '@playwright/test';
import { actAs, dropDrafts, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';
import { turnPage } from './support/turn-page.ts';

interface Guide {
  readonly paused: { readonly reason: string } | null;
}

/** The second page of an application that no other journey asks for, with something typed into it. */
async function typeEnquiry(page: Page): Promise<string> {
  await signIn(page, people.student, `/matters/${matters.enquiry}/apply`);
  await dropDrafts(page, matters.enquiry);
  await turnPage(page, () => page.getByRole('button', { name: /开始填写|继续填写草稿/ }).click());
  for (let step = 0; step < 4 && !(await page.getByLabel('内容').isVisible()); step += 1)
    await turnPage(page, () => page.getByRole('button', { name: '保存并继续' }).click());
  await page.waitForLoadState('networkidle');
  await page.getByLabel('内容').fill('想问问宿舍楼下的自助打印机什么时候修好。');
  return page.url();
}

test('APP-4 a session that ends while somebody types takes nothing away: they sign in beside it and go on', async ({
  page,
  context,
}) => {
  const address = await typeEnquiry(page);
  await context.clearCookies();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await expect(page.getByRole('alert').getByText('登录已过期')).toBeVisible();
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('内容')).toHaveValue('想问问宿舍楼下的自助打印机什么时候修好。');

  const [beside] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '重新登录（新窗口）' }).click(),
  ]);
  await signIn(beside, people.student);
  await beside.close();
  await page.getByRole('button', { name: '先存着，以后再填' }).click();
  await expect(page).toHaveURL(/\/my\/cases$/);
  await page.goto(address);
  await expect(page.getByLabel('内容')).toHaveValue('想问问宿舍楼下的自助打印机什么时候修好。');
});

test('a matter that is paused while somebody types says so beside what they typed, and keeps the draft', async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await typeEnquiry(page);
  const office = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await signIn(office, people.reformOfficer, '/reform');
  await actAs(office, '改革办');
  const headers = { origin: new URL(office.url()).origin };
  /** Answers once the hall knows. */
  const act = async (name: 'pause' | 'resume') => {
    const data = { reason: '受理系统升级', until: null };
    const answer = await office.request.post(`/api/reform/matters/${matters.enquiry}/${name}`, {
      headers,
      ...(name === 'pause' ? { data } : {}),
    });
    expect(answer.status()).toBe(204);
    const isPaused = async () => {
      const guide = (await (await office.request.get(`/api/matters/${matters.enquiry}`)).json()) as Guide;
      return guide.paused !== null;
    };
    await expect.poll(isPaused).toBe(name === 'pause');
  };
  await act('pause');
  try {
    await page.getByRole('button', { name: '保存并继续' }).click();
    await expect(page.getByRole('alert').first()).toContainText(/草稿已保留|不能|暂停|停止/);
    await expect(page).toHaveURL(new RegExp(new URL(address).pathname));
    await expect(page.getByLabel('内容')).toHaveValue('想问问宿舍楼下的自助打印机什么时候修好。');
    await page.goto(address);
    await expect(page).toHaveURL(/\/matters\/.*draft=kept/);
    await expect(page.getByText('您填写的内容已保留为草稿')).toBeVisible();
    await expect(page.getByText('受理系统升级')).toBeVisible();
  } finally {
    await act('resume');
  }
  await page.goto(address);
  await expect(page.getByLabel('内容')).toBeVisible();
});
