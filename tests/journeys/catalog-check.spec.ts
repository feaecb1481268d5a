import { expect, test } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';

test('the reform office sees what the catalog breaks, by rule and by matter, and compares versions', async ({
  page,
}) => {
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
  await page.goto('/console/breaches');
  await expect(page.getByRole('heading', { level: 1, name: '一致性检查' })).toBeVisible();
  await page.getByRole('link', { name: '按规则' }).click();
  const rules = page.getByRole('table');
  await expect(rules.getByRole('row').nth(1)).toBeVisible();
  const rule = rules.getByRole('rowheader').first().getByRole('link');
  await rule.click();
  await expect(page.getByText('怎样改').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^修改“/ }).first()).toBeVisible();

  await page.goto(`/console/compare?matter=${matters.certificate}`);
  await expect(page.getByRole('heading', { level: 1, name: /版本比较：/ })).toBeVisible();
  await page.getByRole('link', { name: '左右对照' }).click();
  await expect(page.getByText('修改前').first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('article', { name: '改动 1', exact: true })).toBeFocused();
});
