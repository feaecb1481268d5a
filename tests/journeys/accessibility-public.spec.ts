import { expect, test } from '@playwright/test';
import { testRoom } from './support/accessible-rooms.ts';
import { matters } from './support/matters.ts';
import { people } from './support/people.ts';

const everyone = [
  '/',
  '/matters',
  '/matters?q=zzzzqqq',
  `/matters/${matters.certificate}`,
  `/matters/${matters.certificate}/history`,
  `/matters/${matters.recordCopies}/checklist?situation=who:agent`,
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
];

testRoom({ name: 'everyone', paths: everyone });
testRoom({
  name: 'applicants',
  username: people.student,
  paths: ['/my/cases', '/my/notices', '/my/invitations', '/my/sessions', `/matters/${matters.leaveOfAbsence}/apply`],
});

test('VIS-2 nothing is lost at 320 px and in the version for elders', async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const size of ['100', 'elder']) {
    await context.addCookies([{ name: 'yt_size', value: size, url: baseURL ?? '' }]);
    for (const path of everyone) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, size, overflow }).toEqual({ path, size, overflow: 0 });
    }
  }
});
