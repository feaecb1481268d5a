import { expect, test } from '@playwright/test';
import { findViolations, testRoom } from './support/accessible-rooms.ts';
import { matters } from './support/matters.ts';
import { people, signIn } from './support/people.ts';

testRoom({
  name: 'an office',
  username: people.registryClerk,
  role: '经办',
  paths: [
    '/office',
    '/office?view=finished',
    '/office/arrivals',
    '/office/handbook',
    { list: '/office/handbook', like: /^\/office\/handbook\/[^?#]+/ },
    '/reform/volumes',
    '/reform/programme/tasks',
  ],
});
testRoom({
  name: 'a head',
  username: people.head,
  role: '负责人',
  paths: [
    '/office?view=extension',
    { list: '/office?view=extension', like: /^\/office\/cases\/[^?#]+/ },
    '/office/team',
  ],
});
testRoom({
  name: 'the administration',
  username: people.administrator,
  role: '管理员',
  paths: ['/admin', '/admin/people', '/admin/imports', '/admin/clients', '/admin/jobs', '/admin/calendar'],
});
testRoom({
  name: 'supervision',
  username: people.supervisor,
  role: '监督',
  paths: ['/supervision', '/reform/screen', '/reform/programme', '/reform/surveys', '/reform/filings'],
});
testRoom({
  name: 'the catalog',
  username: people.reformOfficer,
  role: '改革办',
  paths: [
    '/console',
    '/console?status=legal-review',
    '/console/begin?q=休学',
    '/console/batches',
    '/console/breaches',
    '/console/breaches?by=rule',
    '/console/import',
    '/console/compare',
    `/console/compare?matter=${matters.certificate}`,
    '/console/power',
    '/console/power/entries',
    '/console/power/entries/QL-105-0001',
    '/console/power/entries/new',
    '/console/power/decisions',
    '/console/power/editions',
    '/console/power/import',
  ],
});

test('VIS-4 the matter editor, its route and its preview have no AA violation', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, people.registryClerk, '/console/begin');
  await context.addCookies([{ name: 'yt_theme', value: 'light', url: baseURL ?? '' }]);
  await page.getByLabel('事项名称').fill(`无障碍检查 ${Date.now()}`);
  await page.getByRole('button', { name: '新增并开始编辑' }).click();
  await expect(page).toHaveURL(/\/console\/drafts\//);
  const draft = new URL(page.url()).pathname;
  const found: Record<string, string[]> = {};
  for (const path of ['?section=identity', '?section=power', '?section=materials', '/route', '/preview']) {
    await page.goto(draft + path);
    for (const add of await page.getByRole('button', { name: /^添加/ }).all()) await add.click();
    const violations = await findViolations(page);
    if (violations.length > 0) found[path] = violations;
  }
  expect(found).toEqual({});
});
