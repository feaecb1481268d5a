import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { foldCounters } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { Matter } from '../../catalog/matter.entity.ts';

let app: TestApp;
let world: CaseWorld;
beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterEach(() => app.close());

const officer = () => app.as(staff('reform-officer', 'university', null));

async function acceptedCardCase(who: CaseWorld['student'], key: string): Promise<string> {
  const { id } = await app.as(who).openDraft({ body: { matterCode: codes.card } });
  await app.as(who).savePage({ params: { draftId: id, page: 'identity' }, body: { answers: {} } });
  await app.as(who).submitDraft({ params: { draftId: id }, body: {}, idempotencyKey: `matter-cases-${key}` });
  await app.as(world.registryClerk).acceptCase({ params: { id }, body: { version: 1 } });
  return id;
}

async function retireCardInFavourOfLeave(): Promise<void> {
  const em = app.deps.orm.em.fork();
  const taken = { retiredOn: '2026-03-02', successorCode: codes.leave, retiredBatchId: 'x' };
  await em.nativeUpdate(Matter, { code: codes.card }, taken);
  const of = 'select id from matters where code = ?';
  await em.execute(`update matter_versions set effective_until = '2026-03-02' where matter_id = (${of})`, [codes.card]);
  await app.deps.services.get(catalogKey).refresh();
}

async function casesOf(code: string, limit = 1): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const query = { month: '2026-03', limit, ...(after !== undefined && { after }) };
    const page = await officer().listMatterCases({ params: { code }, query });
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === undefined) return seen;
    after = page.next;
  }
}

async function figureOf(code: string): Promise<number> {
  while ((await foldCounters(app.call().em)) > 0);
  // March is complete in April.
  app.clock.set('2026-04-02T02:00:00Z');
  const { months } = await officer().getMatterVolume({ params: { code } });
  return months.find(({ month }) => month === '2026-03')?.volume ?? 0;
}

test('behind the figure of a matter that took over another stand the cases of both', async () => {
  const ids = [await acceptedCardCase(world.student, 'one'), await acceptedCardCase(world.other, 'two')];
  await retireCardInFavourOfLeave();
  expect((await casesOf(codes.leave)).sort()).toEqual(ids.sort());
  expect(await figureOf(codes.leave)).toBe(2);
});

test('a case that was struck out is in neither the figure nor the list', async () => {
  const kept = await acceptedCardCase(world.student, 'kept');
  const struck = await acceptedCardCase(world.other, 'struck');
  await app.deps.orm.em.fork().execute("update cases set status = 'voided' where id = ?", [struck]);
  expect(await casesOf(codes.card)).toEqual([kept]);
});
