import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { insertRows } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { findTripCauses, findTripFigures, foldCounters, foldTrips, recountTrips, tripRuleOf } from '../index.ts';
import { FoldedElsewhere } from '../counter/folded-elsewhere.ts';
import { markTrips } from './mark-trips.ts';
import { recordTripAnswer } from './trip-answers.ts';

let app: TestApp;
let world: CaseWorld;
let made = 0;
beforeAll(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());

const em = () => app.call().em;
const rule = () => tripRuleOf(app.config);
const fold = async () => {
  while ((await foldCounters(em())) > 0);
  while ((await foldTrips(em(), rule(), app.deps.audit)) > 0);
};
const recount = (mends = false) => recountTrips(em, { rule: rule(), mends });
const nothing = { cases: 0, counters: [], arrivals: [] };

async function submit(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `fold-trips-${(made += 1)}` });
  return draftId;
}

async function decide(caseId: string, status = 'delivered', at = new Date('2026-03-05T02:00:00Z')): Promise<void> {
  await em().execute('update cases set status = ?, decided_at = ? where id = ?', [status, at, caseId], 'run');
  await markTrips(em(), [caseId]);
}

async function visit(caseId: string, kind = 'counter', reason = 'submit'): Promise<void> {
  const [visit_id, at] = [newId(), new Date('2026-03-03T02:00:00Z')];
  await insertRows(em(), 'visit_cases', [{ visit_id, case_id: caseId, kind, at, reason }]);
  await markTrips(em(), [caseId]);
}

const answer = (caseId: string, trips: number | null, cause: 'system' | null = null) =>
  recordTripAnswer(em(), { caseId, personId: 'p', trips, cause, at: new Date('2026-03-06T02:00:00Z') });

const march = { first: '2026-03', last: '2026-03' };
async function bucketsOf(definition: '2017' | '2019') {
  const all = await findTripFigures(em(), march);
  return all[definition].map(({ distribution }) => distribution);
}

async function forgetAll(): Promise<void> {
  for (const table of ['visit_cases', 'visit_answers', 'case_trips', 'trip_counters', 'trip_marks'])
    await em().execute(`delete from ${table}`, [], 'run');
  await em().execute("update cases set status = 'submitted', decided_at = null", [], 'run');
}

describe('the trips of decided cases', () => {
  test('what came late moves a case from bucket to bucket, once; a collection counts by the wording of 2019 alone', async () => {
    await forgetAll();
    const id = await submit();
    await decide(id);
    await fold();
    expect(await bucketsOf('2019')).toEqual([{ unknown: 1, '0': 0, '1': 0, '2': 0, '3+': 0 }]);
    await visit(id);
    await fold();
    expect(await bucketsOf('2019')).toEqual([{ unknown: 0, '0': 0, '1': 1, '2': 0, '3+': 0 }]);
    await visit(id, 'collection', 'collection');
    await fold();
    expect(await bucketsOf('2019')).toEqual([{ unknown: 0, '0': 0, '1': 0, '2': 1, '3+': 0 }]);
    expect(await bucketsOf('2017')).toEqual([{ unknown: 0, '0': 0, '1': 1, '2': 0, '3+': 0 }]);
    await answer(id, 4, 'system');
    await fold();
    const [figures] = (await findTripFigures(em(), march))['2019'];
    expect(figures).toMatchObject({ trips: 4, over: 1, disputed: 1, distribution: { '3+': 1, '2': 0 } });
    const causes = await findTripCauses(em(), march);
    expect(causes.map(({ cause, cases }) => [cause, cases])).toEqual([
      ['collection', 1],
      ['system', 1],
    ]);
    await answer(id, null);
    await decide(id, 'voided');
    await fold();
    expect(await findTripFigures(em(), march)).toEqual({ '2017': [], '2019': [] });
    expect(await recount()).toEqual(nothing);
  });

  test('two folders at once count a move once', async () => {
    await forgetAll();
    const ids = [await submit(), await submit()];
    for (const id of ids) {
      await visit(id);
      await decide(id);
    }
    await Promise.allSettled([foldTrips(em(), rule(), app.deps.audit), foldTrips(em(), rule(), app.deps.audit)]);
    await fold();
    expect(await bucketsOf('2019')).toEqual([{ unknown: 0, '0': 0, '1': 2, '2': 0, '3+': 0 }]);
    expect(await recount()).toEqual(nothing);
  });

  test("the last minute of a year in Shanghai is the old year's, the next the new one's", async () => {
    await forgetAll();
    const [old, fresh] = [await submit(), await submit()];
    await decide(old, 'delivered', new Date('2026-12-31T15:59:59Z'));
    await decide(fresh, 'declined', new Date('2026-12-31T16:00:00Z'));
    await fold();
    const months = await em().execute<{ month: string }[]>('select month from case_trips order by month');
    expect(months.map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
  });

  test('a counter that was bent and a tally that was lost are found, and mended while others work', async () => {
    await forgetAll();
    const id = await submit();
    await visit(id);
    await decide(id);
    await fold();
    await em().execute('update trip_counters set value = value + 5', [], 'run');
    expect((await recount()).counters.length).toBeGreaterThan(0);
    await em().execute('delete from case_trips', [], 'run');
    expect(await recount()).toMatchObject({ cases: 1 });
    await recount(true);
    expect(await recount()).toEqual(nothing);
    expect(await bucketsOf('2019')).toEqual([{ unknown: 0, '0': 0, '1': 1, '2': 0, '3+': 0 }]);
  });

  test('a recount that meets the folder on a page goes over that page again', async () => {
    await forgetAll();
    const id = await submit();
    await decide(id);
    await fold();
    await em().execute('update case_trips set used_kiosk = 1', [], 'run');
    let met = 0;
    const meeting = () => {
      const one = em();
      const transactional = one.transactional.bind(one);
      one.transactional = (work, options) => {
        if (met > 0) return transactional(work, options);
        met += 1;
        return Promise.reject(new FoldedElsewhere());
      };
      return one;
    };
    expect((await recountTrips(meeting, { rule: rule(), mends: true })).cases).toBe(1);
    expect([met, await recount()]).toEqual([1, nothing]);
  });

  const events = fc.array(
    fc.record({
      of: fc.nat(2),
      what: fc.constantFrom('visit', 'collect', 'kiosk', 'answer', 'unsay', 'decide', 'void', 'fold'),
      trips: fc.nat(4),
    }),
    { maxLength: 14 },
  );
  let ids: string[] = [];
  property('whatever happens in whatever order, the counters are what a recount gives', events, async (given) => {
    await forgetAll();
    while (ids.length < 3) ids = [...ids, await submit()];
    for (const { of, what, trips } of given) {
      const id = ids[of] ?? '';
      if (what === 'fold') await fold();
      if (what === 'visit') await visit(id, 'office', 'missing-material');
      if (what === 'collect') await visit(id, 'collection', 'collection');
      if (what === 'kiosk') await visit(id, 'kiosk');
      if (what === 'answer') await answer(id, trips, 'system');
      if (what === 'unsay') await answer(id, null);
      if (what === 'decide' || what === 'void') await decide(id, what === 'void' ? 'voided' : 'approved');
    }
    await fold();
    expect(await recount()).toEqual(nothing);
  });
});
