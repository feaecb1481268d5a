import type { Page } from '@playwright/test';

/** Pages that belong to one kind of visitor, and how that visitor gets in. */
export interface Room {
  readonly enter: (page: Page) => Promise<void>;
  readonly paths: readonly string[];
}

/** Signs in by the demo's one-button CAS, and takes on a role where one is named as the header names it. */
function as(username: string, role?: string): Room['enter'] {
  return async (page) => {
    await page.goto('/auth/login?return=/');
    await page.locator(`button[name="username"][value="${username}"]`).first().click();
    await page.waitForURL((url) => !/^\/(auth|cas)/.test(url.pathname));
    if (role === undefined) return;
    const button = page.locator('form[action="/switch-role"] button').filter({ hasText: role }).first();
    if ((await button.getAttribute('aria-current')) !== 'true')
      await button.evaluate((element: HTMLButtonElement) => element.click());
    await page.waitForLoadState();
  };
}

export const rooms: Readonly<Record<string, Room>> = {
  everyone: {
    enter: async () => undefined,
    paths: ['/', '/matters', '/matters?q=zdzm', '/matters/99999-105-07-009-000', '/verify', '/accessibility'],
  },
  applicant: {
    enter: as('3000000001'),
    paths: ['/my/cases', '/my/notices', '/my/invitations', '/my/sessions', '/matters/99999-105-10-010-001/apply'],
  },
  office: { enter: as('0010702', '经办'), paths: ['/office', '/office?view=finished'] },
  reform: { enter: as('0010103', '改革办'), paths: ['/reform', '/reform/search'] },
  administration: {
    enter: as('0011903', '管理员'),
    paths: ['/admin', '/admin/people', '/admin/imports', '/admin/jobs', '/admin/calendar'],
  },
  supervision: { enter: as('0012903', '监督'), paths: ['/supervision'] },
};
