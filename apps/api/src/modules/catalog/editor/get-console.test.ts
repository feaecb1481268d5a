import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)) });
});
afterEach(() => app.close());

test('R-AUTHZ-2: the console counts what the caller may see, and marks what waits for them', async () => {
  const officer = app.as(staff('reform-officer', 'university', null));
  const clerk = app.as(staff('clerk', 'department', places.registry));
  const stranger = app.as(staff('head', 'department', places.college));
  const { id } = await officer.createMatterDraft({ body: { operation: 'change', code: codes.card } });
  await officer.createMatterDraft({ body: { operation: 'change', code: codes.leave } });
  await officer.actOnMatterDraft({ params: { id }, body: { action: 'submit', revision: 0, note: null } });

  const waitingOf = async (who: typeof officer) =>
    (await who.getCatalogConsole()).waiting.filter(({ count }) => count > 0);
  expect(await waitingOf(officer)).toEqual([
    { status: 'editing', count: 1, isMine: true },
    { status: 'department-check', count: 1, isMine: true },
  ]);
  expect(await waitingOf(clerk)).toEqual([
    { status: 'editing', count: 1, isMine: true },
    { status: 'department-check', count: 1, isMine: false },
  ]);
  expect(await waitingOf(stranger)).toEqual([]);
  expect((await clerk.getCatalogConsole()).departments.map(({ code }) => code)).toEqual(['105']);
  expect((await officer.getCatalogConsole()).departments).toHaveLength(4);
});
