import { test } from '@playwright/test';
import { getCertificate } from './support/get-certificate.ts';
import { people } from './support/people.ts';

test('在读证明 goes from a click to a signed PDF that anybody can verify, and is rated', ({
  page,
  browser,
}, testInfo) =>
  getCertificate({
    page,
    browser,
    testInfo,
    signInThere: (there) => there.locator(`button[name="username"][value="${people.student}"]`).first().click(),
  }));
