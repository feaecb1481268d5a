import { expect, test } from '@playwright/test';
import { getCertificate } from './support/get-certificate.ts';
import { people, signInAtCampus } from './support/people.ts';

test('the same journey with a CAS server that others wrote', ({ page, browser }, testInfo) =>
  getCertificate({ page, browser, testInfo, signInThere: (at) => signInAtCampus(at, people.student) }));

test('R-AUTHN-1 signing out here signs out at the campus too', async ({ page }) => {
  await page.goto('/auth/login?return=/my/cases');
  await signInAtCampus(page, people.student);
  await expect(page.getByRole('heading', { level: 1, name: '我的办件' })).toBeVisible();
  const left = page.waitForResponse((answer) => answer.url().includes('/auth/logout'));
  await page
    .locator('form[action="/auth/logout"] button')
    .evaluate((button: HTMLButtonElement) => setTimeout(() => button.click()));
  await left;
  await page.waitForLoadState('networkidle');
  await page.goto('/my/cases');
  await expect(page.locator('input[name="password"]')).toBeVisible();
});
