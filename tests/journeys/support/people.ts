import type { Page } from '@playwright/test';

/** The demo people that journeys act as, by the number they sign in with. */
export const people = {
  student: '3000000001',
  studentWithArrears: '3000000002',
  graduate: '2000000001',
  teacher: '0020805',
  collegeClerk: '0020802',
  studentAffairsClerk: '0010702',
  registryClerk: '0010502',
  head: '0010501',
  hrClerk: '0010402',
  counterClerk: '0010803',
  reformOfficer: '0010103',
  supervisor: '0012903',
  administrator: '0011903',
  severalRoles: '0010701',
} as const;

/** Signs in by the demo's one-button CAS and waits until the wanted page is there. */
export async function signIn(page: Page, username: string, wanted = '/'): Promise<void> {
  await page.goto(`/auth/login?return=${encodeURIComponent(wanted)}`);
  const button = page.locator(`button[name="username"][value="${username}"]`);
  if ((await button.count()) === 0) {
    await page.getByRole('searchbox').fill(username);
    await page.getByRole('button', { name: '查找' }).click();
  }
  await button.first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/auth') && !url.pathname.startsWith('/cas'));
}

/** Signs in where the site leads to a campus's own server; everybody's password there is the same. */
export async function signInAtCampus(page: Page, username: string): Promise<void> {
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill('campus');
  await page.locator('button[type="submit"], input[type="submit"]').first().click();
}

/** Switches to a role by the header's form, whatever the account menu looks like. */
export async function actAs(page: Page, role: string): Promise<void> {
  const button = page.locator('form[action="/switch-role"] button').filter({ hasText: role }).first();
  if ((await button.getAttribute('aria-current')) === 'true') return;
  await button.evaluate((element: HTMLButtonElement) => element.click());
  await page.waitForLoadState();
}

/** Begins a matter without a draft, so that a journey can be walked again on the same site; drafts of others stay. */
export async function dropDrafts(page: Page, matterCode: string): Promise<void> {
  const { origin } = new URL(page.url());
  const drafts = (await (await page.request.get('/api/drafts')).json()) as {
    items: { id: string; matter: { code: string } }[];
  };
  for (const { id, matter } of drafts.items) {
    if (matter.code === matterCode) await page.request.delete(`/api/drafts/${id}`, { headers: { origin } });
  }
}
