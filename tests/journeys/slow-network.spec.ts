import { expect, test, type Page } from '@playwright/test';
import { answerPages } from './support/get-certificate.ts';
import { matters } from './support/matters.ts';
import { dropDrafts, people, signIn } from './support/people.ts';
import { turnPage } from './support/turn-page.ts';

/** Lets what matches wait until the answer is wanted, and counts how often it is asked for. */
async function holdBack(page: Page, wanted: (url: URL, method: string) => boolean) {
  let asked = 0;
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/*', async (route) => {
    if (!wanted(new URL(route.request().url()), route.request().method())) return route.fallback();
    asked += 1;
    await released;
    await route.continue().catch(() => undefined); // whoever asked may have left
  });
  return { letGo, asked: () => asked };
}

test('STAT-1 a page that is long in coming says so after a moment, and can be given up or asked for again', async ({
  page,
}) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.clock.install();
  const { letGo } = await holdBack(page, ({ pathname }) => pathname.startsWith('/openness'));
  const link = page.getByRole('link', { name: '校务公开' }).last();
  await link.click();
  const waiting = page.getByRole('status').filter({ hasText: '正在打开' });
  await page.clock.runFor(400);
  await expect(waiting).toHaveCount(1);
  await page.clock.runFor(10_000);
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('网络较慢，页面还在打开。')).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe('/');

  await link.click();
  await page.clock.runFor(10_500);
  // The document is held back too: a click would wait for it.
  await page.getByRole('button', { name: '重试' }).dispatchEvent('click');
  letGo();
  await expect(page.getByRole('heading', { level: 1, name: '校务公开' })).toBeVisible();
});

test('STAT-4 a button that was pressed keeps the focus, and a second press sends nothing', async ({ page }) => {
  await signIn(page, people.student, `/matters/${matters.leaveOfAbsence}/apply`);
  await dropDrafts(page, matters.leaveOfAbsence);
  await page.reload();
  await page.waitForLoadState('networkidle');
  const { letGo, asked } = await holdBack(page, (url, method) => method === 'POST');
  const start = page.getByRole('button', { name: '开始填写' });
  await start.press('Enter');
  await expect(start).toHaveAttribute('aria-busy', 'true');
  await start.press('Enter');
  // What is busy counts as disabled for a click that waits its turn.
  await start.click({ force: true });
  await expect(start).toBeFocused();
  expect(asked()).toBe(1);
  letGo();
  await page.waitForURL(/\/my\/drafts\//);
});

test('STAT-4 what is no longer ready is answered with what is missing: no button is dead', async ({ page }) => {
  await signIn(page, people.student, `/matters/${matters.certificate}/apply`);
  await dropDrafts(page, matters.certificate);
  await page.reload();
  await turnPage(page, () => page.getByRole('button', { name: '开始填写' }).click());
  const draft = `/api/drafts/${new URL(page.url()).pathname.split('/')[3] ?? ''}`;
  await answerPages(page);
  // Taken back meanwhile, in another window.
  const { origin } = new URL(page.url());
  const { pages } = (await (await page.request.get(draft)).json()) as { pages: { key: string }[] };
  for (const { key } of pages.slice(0, -1)) {
    const data = { answers: {}, isPartial: true };
    await page.request.put(`${draft}/pages/${key}`, { headers: { origin }, data });
  }
  const submit = page.getByRole('button', { name: '确认无误，提交申请' });
  await submit.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(submit).toBeEnabled();
});
