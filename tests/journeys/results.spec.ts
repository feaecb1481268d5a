import { expect, test } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';

test('the public sees what the reform has reached, as it stands and as a month was frozen, and the matters behind it', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: '改革成效' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '改革成效' })).toBeVisible();
  await page.getByLabel('什么时候的数').selectOption({ index: 1 });
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page.getByText('签名有效，内容与冻结时一致。')).toBeVisible();
  const counted = page.getByRole('link', { name: /^没有做到的 \d+ 项$/ }).first();
  const count = Number(/\d+/.exec((await counted.textContent()) ?? '')?.[0]);
  await counted.click();
  await expect(page.getByRole('rowheader')).toHaveCount(Math.min(count, 20));
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/matters\//);
});

test('the reform office looks at what stood at the end of a month', async ({ page }) => {
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
  await page.goto('/reform/overview');
  await page.getByLabel('什么时候的数').selectOption({ index: 1 });
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page.getByText(/月末冻结的数$/)).toBeVisible();
  await page.getByRole('link', { name: '返回当前' }).click();
  await expect(page).toHaveURL(/\/reform\/overview$/);
});
