import { expect, test } from '@playwright/test';
import { lookAt, testRoom } from './support/accessible-rooms.ts';
import { people, signIn } from './support/people.ts';
import { rooms } from './support/rooms.ts';

for (const room of rooms.staff) testRoom(room);

test('VIS-4 the matter editor, its route and its preview have no AA violation', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, people.registryClerk, '/console/begin');
  await page.getByLabel('事项名称').fill(`无障碍检查 ${Date.now()}`);
  await page.getByRole('button', { name: '新增并开始编辑' }).click();
  await expect(page).toHaveURL(/\/console\/drafts\//);
  const draft = new URL(page.url()).pathname;
  const parts = [
    ['?section=identity', '/console/drafts/[id]'],
    ['?section=power', '/console/drafts/[id]'],
    ['?section=materials', '/console/drafts/[id]'],
    ['/route', '/console/drafts/[id]/route'],
    ['/preview', '/console/drafts/[id]/preview'],
  ] as const;
  for (const [part, route] of parts) {
    await page.goto(draft + part);
    for (const add of await page.getByRole('button', { name: /^添加/ }).all()) await add.click();
    await lookAt(page, route);
  }
});
