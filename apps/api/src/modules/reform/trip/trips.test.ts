import type { ArrivalVisitsData } from '@yitang/contract';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  codes,
  makeCaseWorld,
  publish,
  cardMatter,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { insertRows } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { foldArrivals, foldCounters, foldTrips, tripRuleOf } from '../../case/index.ts';
import { markTrips } from '../../case/visit/mark-trips.ts';
import { findSavedTrips } from '../index.ts';

let app: TestApp;
let world: CaseWorld;
let made = 0;
const officer = staff('reform-officer');
const em = () => app.call().em;
const reform = () => app.as(officer);

async function fold(): Promise<void> {
  const rule = tripRuleOf(app.config);
  while ((await foldCounters(em())) > 0);
  while ((await foldTrips(em(), rule, app.deps.audit)) > 0);
  while ((await foldArrivals(em())) > 0);
}

async function submit(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `reform-trips-${(made += 1)}` });
  return draftId;
}

/** A case that was decided, with so many recorded trips; what was said of it, where something was. */
async function decided(trips: number, at = '2026-03-05T02:00:00Z', said?: { trips: number; cause: string | null }) {
  const id = await submit();
  const rows = Array.from({ length: trips }, (_, index) => ({
    visit_id: newId(),
    case_id: id,
    kind: 'counter',
    at: new Date(at),
    reason: index === 0 ? 'submit' : 'missing-material',
  }));
  await insertRows(em(), 'visit_cases', rows);
  if (said) await insertRows(em(), 'visit_answers', [{ case_id: id, person_id: 'p', at: new Date(at), ...said }]);
  await em().execute("update cases set status = 'delivered', decided_at = ? where id = ?", [new Date(at), id], 'run');
  await markTrips(em(), [id]);
  return id;
}

beforeAll(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
  for (let index = 0; index < 20; index += 1) await decided(0);
  for (let index = 0; index < 25; index += 1) await decided(1);
  for (let index = 0; index < 8; index += 1) await decided(2);
  await decided(1, '2026-03-06T02:00:00Z', { trips: 3, cause: 'system' });
  await app.as(world.registryClerk).recordVisit({
    params: { id: await decided(0) },
    body: { kind: 'counter', reason: 'submit' },
  });
  app.clock.set('2026-04-01T02:00:00Z');
  await fold();
}, 120_000);
afterAll(() => app.close());

describe('实现率 as it was measured', () => {
  test('stands beside its coverage and apart from the nominal one', async () => {
    const seen = await reform().getTrips({ query: { months: 1 } });
    expect(seen).toMatchObject({ firstMonth: '2026-03', lastMonth: '2026-03', definition: '2019' });
    expect(seen.measured['2019']).toEqual({ onceOrLess: 26, known: 35, finished: 55, isComputable: true });
    expect(seen.distribution).toEqual({ unknown: 20, '0': 0, '1': 26, '2': 8, '3+': 1 });
    expect(seen.nominal).toEqual({ once: 3, stated: 3, matters: 3 });
    expect(seen.departments).toMatchObject([{ name: '教务处', over: 35 }]);
    expect(seen.causes).toEqual([
      { cause: 'missing-material', cases: 8 },
      { cause: 'system', cases: 1 },
    ]);
  });

  test('a month without decided cases is not computable: neither none nor all', async () => {
    const seen = await reform().getTrips({ query: { months: 1, asOf: '2026-02-28' } });
    expect(seen.measured['2019']).toEqual({ onceOrLess: 0, known: 0, finished: 0, isComputable: false });
    expect(seen.matters).toEqual([]);
  });

  test('a matter that declares none and takes two is listed as broken, with the people it concerns', async () => {
    const seen = await reform().getTrips({ query: { months: 1 } });
    expect(seen.broken).toEqual([codes.card]);
    expect(seen.matters[0]).toMatchObject({ code: codes.card, declared: 0, over: 35, isBroken: true });
    expect(seen.declared).toMatchObject([{ declared: 0, over: 35 }]);
  });

  test('a day to come, a definition that is none and a month that is none are refused, each at its field', async () => {
    const fieldsOf = (work: Promise<unknown>) =>
      work.then(
        () => [],
        (error: { problem: { issues: { field: string }[] } }) => error.problem.issues.map(({ field }) => field),
      );
    expect(await fieldsOf(reform().getTrips({ query: { asOf: '2026-05-01' } }))).toEqual(['query.asOf']);
    const wrong = { definition: '2018', months: 0 } as unknown as { months: number };
    expect((await fieldsOf(reform().getTrips({ query: wrong }))).sort()).toEqual(['query.definition', 'query.months']);
    expect(await fieldsOf(reform().listTripCases({ query: { month: '2026-13' } }))).toEqual(['query.month']);
    expect(await fieldsOf(reform().getArrivals({ query: { place: 'counter:none' } }))).toEqual(['query.place']);
    await expect(reform().getMatterTrips({ params: { code: 'NONE' } })).rejects.toMatchObject({ status: 404 });
  });
});

describe('the cases behind a figure', () => {
  const walk = async (show: 'all' | 'twice' | 'disputed' | 'unknown') => {
    const found: { id: string; number: string }[] = [];
    for (let after: string | undefined; ;) {
      const part = await reform().listTripCases({
        query: { months: 1, code: codes.card, show, limit: 7, ...(after && { after }) },
      });
      found.push(...part.items);
      if (part.next === undefined) return found;
      after = part.next;
    }
  };

  test('are all of them, each once, page by page, the newest first', async () => {
    const all = await walk('all');
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(55);
    expect(all).toHaveLength(55);
    expect(await walk('twice')).toHaveLength(9);
    expect(await walk('unknown')).toHaveLength(20);
  });

  test('behind each number stand as many cases: by trips, by what was declared, by department, by cause', async () => {
    const seen = await reform().getTrips({});
    const listed = async (query: NonNullable<Parameters<ReturnType<typeof reform>['listTripCases']>[0]>['query']) =>
      (await reform().listTripCases({ query: { limit: 100, ...query } })).items.length;
    for (const show of ['0', '1', '2', '3+', 'unknown'] as const)
      expect({ show, cases: await listed({ show }) }).toEqual({ show, cases: seen.distribution[show] });
    const { onceOrLess, known } = seen.measured['2019'];
    expect([await listed({ show: 'once' }), await listed({ show: 'known' })]).toEqual([onceOrLess, known]);
    expect([await listed({ show: 'over' }), await listed({ show: 'kiosk' })]).toEqual([seen.over, seen.kiosk]);
    for (const { declared, distribution, over } of seen.declared) {
      const query = { declared: String(declared ?? 'none') };
      expect([await listed({ ...query, show: '2' }), await listed({ ...query, show: 'over' })]).toEqual([
        distribution['2'],
        over,
      ]);
    }
    for (const { id, distribution } of seen.departments)
      expect(await listed({ department: id ?? '', show: '1' })).toBe(distribution['1']);
    for (const { cause, cases } of seen.causes)
      expect({ cause, cases: await listed({ cause }) }).toEqual({ cause, cases });
  });

  test('a disputed one shows what was said and what was recorded, and no name', async () => {
    const { items } = await reform().listTripCases({ query: { months: 1, show: 'disputed' } });
    expect(items).toMatchObject([{ answer: 3, recorded: 1, trips2019: 3, causes: ['system'] }]);
    expect(JSON.stringify(items)).not.toContain('张');
  });
});

describe('one matter', () => {
  test('has its months, and no saved trips while its declared number never changed', async () => {
    const seen = await reform().getMatterTrips({ params: { code: codes.card }, query: { months: 2 } });
    expect(seen.months.map(({ month, over }) => [month, over])).toEqual([
      ['2026-02', 0],
      ['2026-03', 35],
    ]);
    expect(seen.saved).toBeNull();
  });

  test('after its guide declared more, cases stand on the side of the guide that they came under', async () => {
    const card = cardMatter();
    await publish(app.deps, [{ ...card, guide: { ...card.guide, visitsOnSite: 1 } }], '2026-04-01');
    const [matter] = await em().execute<{ id: string }[]>('select id from matters where code = ?', [codes.card]);
    const [saved] = await findSavedTrips(em(), { asOf: '2026-04-01', matterIds: [matter!.id] });
    expect(saved).toMatchObject({
      changedOn: '2026-04-01',
      declaredBefore: 0,
      declaredAfter: 1,
      before: { trips: 45, known: 35 },
      after: { trips: 0, known: 0 },
      saved: { basis: 'estimated' },
    });
  });
});

describe('DASH-3 arrivals by weekday and hour', () => {
  test('are of the university’s clock; closed is not none', async () => {
    const seen = await reform().getArrivals({ query: { months: 1 } });
    expect(seen.total).toBe(1);
    const at = (weekday: number, hour: number) =>
      seen.cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.value;
    expect(at(1, 10)).toBe(1);
    expect(at(1, 9)).toBe(0);
    expect(at(6, 9)).toBeNull();
    expect(seen.places).toMatchObject([{ key: 'department:105', arrivals: 1 }]);
    const one = await reform().getArrivals({ query: { months: 1, place: 'department:105' } });
    expect(one).toMatchObject({ total: 1, place: 'department:105' });
  });

  test('each cell, each place and the total open as many visits, with what they were for and without a name', async () => {
    const noon = ['2026-03-09T04:10:00Z', '2026-03-16T04:20:00Z', '2026-03-17T04:30:00Z'];
    for (const at of noon) {
      app.clock.set(at);
      await app.as(world.registryClerk).noteArrival({ body: { matter: codes.card, outcome: 'turned-away' } });
    }
    app.clock.set('2026-04-01T02:00:00Z');
    await fold();
    const { cells, places, total } = await reform().getArrivals({ query: { months: 1 } });
    const listed = async (query: Parameters<ReturnType<typeof reform>['listArrivalVisits']>[0] = {}) => {
      const found: ArrivalVisitsData['items'] = [];
      for (let after: string | undefined; ;) {
        const part = await reform().listArrivalVisits({
          query: { months: 1, limit: 1, ...query.query, ...(after && { after }) },
        });
        found.push(...part.items);
        if (part.next === undefined) return found;
        after = part.next;
      }
    };
    for (const { weekday, hour, value } of cells) {
      const cell = `${weekday}-${String(hour).padStart(2, '0')}`;
      if (value) expect({ cell, visits: (await listed({ query: { cell } })).length }).toEqual({ cell, visits: value });
    }
    for (const { key, arrivals } of places) expect(await listed({ query: { place: key } })).toHaveLength(arrivals);
    const all = await listed();
    expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([total, total]);
    const [first, second] = await listed({ query: { cell: '1-12', place: 'department:105' } });
    expect(first).toMatchObject({
      startedAt: noon[1]!.replace('Z', '.000Z'),
      place: '教务处',
      reasons: ['turned-away'],
    });
    expect(second?.served).toMatchObject([{ kind: 'notice', matter: { code: codes.card } }]);
    expect(all.at(-1)?.served).toMatchObject([{ kind: 'case', matter: { code: codes.card } }]);
    expect(JSON.stringify(all)).not.toContain('张');
  });

  test('a cell or place that is none is refused at its field, and who is not of the reform office sees no list', async () => {
    const fieldsOf = (query: { cell?: string; place?: string }) =>
      reform()
        .listArrivalVisits({ query })
        .catch((error: { problem: { issues: { field: string }[] } }) => error.problem.issues.map(({ field }) => field));
    expect(await fieldsOf({ cell: '8-09' })).toEqual(['query.cell']);
    expect(await fieldsOf({ place: 'counter:none' })).toEqual(['query.place']);
    await expect(app.as(world.registryClerk).listArrivalVisits({})).rejects.toMatchObject({ status: 403 });
  });
});

test('figures are read from counters alone, never from cases', async () => {
  const sent = await app.statements(() => reform().getTrips({ query: { months: 1 } }));
  expect(sent.filter((sql) => /\b(from|join) (cases|case_trips|visit_cases)\b/.test(sql))).toEqual([]);
});
