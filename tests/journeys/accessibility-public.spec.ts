import { expect, test } from '@playwright/test';
import { findViolations, testRoom } from './support/accessible-rooms.ts';
import { publicPaths, rooms } from './support/rooms.ts';

for (const room of rooms.public) testRoom(room);

test('VIS-4 the description of the interface has no AA violation', async ({ page }) => {
  await page.goto('/api/docs');
  // All operations and shapes are drawn alike, and axe would take half a minute for them.
  await page.locator('details').evaluateAll((all) => all.slice(8).forEach((one) => one.remove()));
  expect(await findViolations(page)).toEqual([]);
});

test('VIS-2 nothing is lost at 320 px in the version for elders', async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await context.addCookies([{ name: 'yt_size', value: 'elder', url: baseURL ?? '' }]);
  for (const path of publicPaths) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ path, overflow }).toEqual({ path, overflow: 0 });
  }
});
