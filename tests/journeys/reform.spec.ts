import { expect, test } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';

test('the reform office sees the first 80 % as a picture and as a table with the same numbers', async ({ page }) => {
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
  await page.goto('/reform');
  await expect(page.getByRole('img').first()).toBeVisible();
  const rows = page.getByRole('row');
  expect(await rows.count()).toBeGreaterThan(20);
  const answer = await page.request.get('/api/reform/high-frequency');
  const set = (await answer.json()) as {
    setSize: number;
    total: number;
    rows: { name: string; volume: number; isHighFrequency: boolean }[];
  };
  const chosen = set.rows.filter((row) => row.isHighFrequency);
  expect(chosen.length).toBe(set.setSize);
  expect(5 * chosen.reduce((sum, row) => sum + row.volume, 0)).toBeGreaterThanOrEqual(4 * set.total);
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: chosen[0]?.name ?? '' })
      .first(),
  ).toContainText(String(chosen[0]?.volume.toLocaleString('en-US')));
});
