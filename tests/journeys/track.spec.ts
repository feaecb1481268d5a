import { expect, test } from '@playwright/test';
import { lookAt } from './support/accessible-rooms.ts';
import { people, signIn } from './support/people.ts';

interface Own {
  readonly trackPath: string | null;
  readonly number: string;
  readonly matter: { readonly name: string };
}

test('APP-11 APP-12 a case leads by a code to a page that tells anybody how far it is, and no more', async ({
  browser,
  page,
}) => {
  await signIn(page, people.graduate, '/my/cases');
  const { items } = (await (await page.request.get('/api/cases')).json()) as { items: { id: string }[] };
  const details = await Promise.all(
    items.map(async ({ id }) => ({ id, own: (await (await page.request.get(`/api/cases/${id}`)).json()) as Own })),
  );
  const { id, own } = details.find(({ own: { trackPath } }) => trackPath !== null)!;
  await page.goto(`/my/cases/${id}`);
  const code = page.getByRole('img', { name: '查询进度的二维码' });
  await expect(code).toBeVisible();
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const link = page.getByRole('link', { name: '进度查询页' });
  await expect(link).toHaveAttribute('href', own.trackPath!);

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(own.trackPath!);
  await expect(anybody.getByRole('heading', { level: 1, name: '办理进度' })).toBeVisible();
  await expect(anybody.getByText('收件日期')).toBeVisible();
  const text = await anybody.locator('main').innerText();
  for (const personal of [own.number, own.matter.name]) expect(text).not.toContain(personal);
  await lookAt(anybody, '/track/[token]');
  expect((await anybody.goto('/track/AAAAAAAAAAAAAAAAAAAAAA'))?.status()).toBe(404);
});
