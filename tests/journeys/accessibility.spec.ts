import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { actAs, people, signIn } from './support/people.ts';
import { matters } from './support/matters.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['light', 'dark', 'contrast'] as const;

const rooms: Record<string, { username?: string; role?: string; paths: string[] }> = {
  everyone: {
    paths: [
      '/',
      '/matters',
      '/matters?q=zzzzqqq',
      `/matters/${matters.certificate}`,
      '/verify',
      '/verify/NOSUCHCODE0000',
      '/accessibility',
      '/openness',
      '/openness/1',
      '/catalog',
      '/catalog?on=2026-01-15&letter=B',
      '/open-data',
      '/progress',
      '/results',
      '/results/matters?figure=declared.1',
      '/no-such-page',
      '/sign-in/problem?code=cas-unavailable',
      '/invitation',
      '/powers',
      '/powers/QL-105-0001',
      '/powers/editions/1',
    ],
  },
  applicant: {
    username: people.student,
    paths: ['/my/cases', '/my/notices', '/my/invitations', '/my/sessions', `/matters/${matters.leaveOfAbsence}/apply`],
  },
  office: { username: people.studentAffairsClerk, role: '经办', paths: ['/office', '/office?view=finished'] },
  reform: {
    username: people.reformOfficer,
    role: '改革办',
    paths: [
      '/reform',
      '/reform/search',
      '/console',
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
  },
  administration: {
    username: people.administrator,
    role: '管理员',
    paths: ['/admin', '/admin/people', '/admin/imports', '/admin/jobs', '/admin/calendar'],
  },
  supervision: { username: people.supervisor, role: '监督', paths: ['/supervision'] },
};

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const [room, { username, role, paths }] of Object.entries(rooms)) {
  for (const theme of themes) {
    test(`VIS-4 the rooms of ${room} have no AA violation in ${theme}`, async ({ page, context, baseURL }) => {
      test.setTimeout(120_000);
      if (username !== undefined) await signIn(page, username, '/');
      if (role !== undefined) await actAs(page, role);
      await context.addCookies([{ name: 'yt_theme', value: theme, url: baseURL ?? '' }]);
      const found: Record<string, string[]> = {};
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        const violations = await violationsOf(page);
        if (violations.length > 0) found[path] = violations;
      }
      expect(found).toEqual({});
    });
  }
}

test('VIS-2 nothing is lost at 320 px and in the version for elders', async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const size of ['100', 'elder']) {
    await context.addCookies([{ name: 'yt_size', value: size, url: baseURL ?? '' }]);
    for (const path of rooms.everyone?.paths ?? []) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, size, overflow }).toEqual({ path, size, overflow: 0 });
    }
  }
});

test('VIS-4 the matter editor, its route and its preview have no AA violation', async ({ page, context, baseURL }) => {
  test.setTimeout(120_000);
  await signIn(page, people.registryClerk, '/console/begin');
  await page.getByLabel('事项名称').fill(`无障碍检查 ${Date.now()}`);
  await page.getByRole('button', { name: '新增并开始编辑' }).click();
  await expect(page).toHaveURL(/\/console\/drafts\//);
  const draft = new URL(page.url()).pathname;
  const found: Record<string, string[]> = {};
  for (const theme of themes) {
    await context.addCookies([{ name: 'yt_theme', value: theme, url: baseURL ?? '' }]);
    for (const path of ['?section=identity', '?section=power', '?section=materials', '/route', '/preview']) {
      await page.goto(draft + path);
      for (const add of await page.getByRole('button', { name: /^添加/ }).all()) await add.click();
      const violations = await violationsOf(page);
      if (violations.length > 0) found[`${path} ${theme}`] = violations;
    }
  }
  expect(found).toEqual({});
});
