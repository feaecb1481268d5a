import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { CaseCounter } from '../../case/counter.entity.ts';
import { addToTripCounters } from '../../case/visit/trip-counters.ts';
import { catalogKey } from '../../catalog/index.ts';

let app: TestApp;
const officer = staff('reform-officer', 'university', null);

beforeEach(async () => {
  app = await createTestApp();
  await makeCaseWorld(app.deps);
  await loadReferenceTargets(app.deps.orm.em.fork(), app.deps.clock.now());
  await app.deps.services.get(catalogKey).refresh();
});
afterEach(() => app.close());

const idOf = (code: string): string => {
  const matter = app.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined) throw new Error(`no matter ${code}`);
  return matter.id;
};
const accepted = (code: string, month: string, value: number) =>
  app.deps.orm.em.fork().insert(CaseCounter, { matterId: idOf(code), month, measure: 'accepted', value });
const overview = () => app.as(officer).getReformOverview({ query: { asOf: '2026-02-28' } });

test('what guides declare and what people made stand apart, each with its own whole; unknown is not none', async () => {
  const of = { matterId: idOf('DEMO-LEAVE'), month: '2026-02', declared: 1 };
  await addToTripCounters(app.deps.orm.em.fork(), [
    { ...of, measure: '2019.1', sum: 6 },
    { ...of, measure: '2019.2', sum: 2 },
    { ...of, measure: '2019.unknown', sum: 12 },
    { ...of, measure: '2019.over', sum: 2 },
    { ...of, measure: '2017.1', sum: 8 },
  ]);
  const found = await overview();
  expect(found.measured).toMatchObject([
    { definition: '2019', rate: { onceOrLess: 6, known: 8, finished: 20 }, spread: { '0': 0, '2': 2, unknown: 12 } },
    { definition: '2017', rate: { onceOrLess: 8, known: 8, finished: 8 } },
  ]);
  const declared = Object.values(found.declared).reduce((sum, count) => sum + count, 0);
  expect(declared).toBe(found.matters);
  const leave = app.deps.services.get(catalogKey).current().find('DEMO-LEAVE');
  const department = found.departments.find(({ id }) => id === leave?.departmentId);
  expect(department).toMatchObject({ measured: { onceOrLess: 6, known: 8, finished: 20 }, over: 2 });
});

test('months in which nobody said anything are unknown, and the most lies in the highest class', async () => {
  await accepted('DEMO-LEAVE', '2026-01', 5);
  await accepted('DEMO-LEAVE', '2026-02', 50);
  const { heat, total, departments } = await overview();
  expect(heat.months.slice(-3)).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(heat.rows).toHaveLength(1);
  expect(heat.rows[0]?.cells.slice(-3)).toEqual([
    { cases: null, class: 0 },
    { cases: 5, class: 1 },
    { cases: 50, class: 2 },
  ]);
  expect([total, departments[0]?.cases, heat.rest.cases.at(-1)]).toEqual([55, 55, 0]);
});

test('the line of all others opens its matters, which add up to it month by month, page by page', async () => {
  await accepted('DEMO-LEAVE', '2026-01', 5);
  const heat = (await overview()).heat;
  const listed = async (month?: string) => {
    const pages = [];
    for (let after: string | undefined; ; after = pages.at(-1)?.next) {
      pages.push(await app.as(officer).listHeatRest({ query: { asOf: '2026-02-28', month, after, limit: 1 } }));
      if (pages.at(-1)?.next === undefined) return pages;
    }
  };
  const [january, all] = [await listed('2026-01'), await listed()];
  for (const pages of [january, all]) {
    const rows = pages.flatMap(({ items }) => items);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(heat.rest.matters);
    expect(rows.reduce((sum, { cases }) => sum + (cases ?? 0), 0)).toBe(pages[0]?.cases);
  }
  expect(january[0]?.cases).toBe(heat.rest.cases[heat.months.indexOf('2026-01')]);
  expect(all[0]?.items).toMatchObject([{ cases: null }]);
  const wrong = app.as(officer).listHeatRest({ query: { asOf: '2026-02-28', month: '2020-01' } });
  await expect(wrong).rejects.toMatchObject({ problem: { issues: [{ field: 'query.month' }] } });
});

test('volumes and frozen sets are read once for the whole page, whatever number of days the targets look at', async () => {
  await app.deps.orm.em.fork().execute("update matter_versions set effective_from = '2018-01-01'");
  const reads = async (look: () => Promise<unknown>) => {
    // Under another catalog nothing holds that was computed before.
    await app.deps.services.get(catalogKey).refresh();
    const sent = await app.statements(look);
    return ['case_counters', 'volume_entries', 'volume_choices', 'frozen_sets'].map(
      (table) =>
        sent.filter((sql) => new RegExp(`from [\`"]?${table}\\b`).test(sql) && !sql.includes('min(month)')).length,
    );
  };
  const { targets } = await app.as(officer).getTargets({});
  const days = new Set(targets.map(({ definition }) => definition.localOn).filter((day) => day < '2026-03-01'));
  expect(days.size).toBeGreaterThan(2);
  expect(await reads(overview)).toEqual([1, 1, 1, 1]);
  expect(await reads(() => app.as(officer).getTargets({ query: { asOf: '2021-06-30' } }))).toEqual([1, 1, 1, 1]);
  expect(await reads(() => app.as(officer).getTarget({ params: { key: targets[0]!.key } }))).toEqual([1, 1, 1, 1]);
});

test('heads see it as well, clerks do not', async () => {
  const head = staff('head', 'department', places.registry);
  expect((await app.as(head).getReformOverview({})).targets.length).toBeGreaterThan(0);
  const clerk = staff('clerk', 'department', places.registry);
  await expect(app.as(clerk).getReformOverview({})).rejects.toMatchObject({ problem: { code: 'access.denied' } });
});
