import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeArrivals } from '@yitang/domain/visit';
import { codes, makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { machine, staff } from '../../../../../../tests/support/principals.ts';
import { seed } from '../../../../../../tests/support/property.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { instantOf } from '../../../database/index.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { newId } from '../../../platform/ids/index.ts';
import { foldArrivals, foldCounters, foldTrips, recountTrips, tripRuleOf } from '../index.ts';
import { recordArrival } from './record-arrival.ts';

let app: TestApp;
let world: CaseWorld;
let made = 0;
beforeEach(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterEach(() => app.close());

const em = () => app.call().em;
const rule = () => tripRuleOf(app.config);
const clerk = () => app.as(world.registryClerk);
const fold = async () => {
  while ((await foldCounters(em())) > 0);
  while ((await foldTrips(em(), rule(), app.deps.audit)) > 0);
  while ((await foldArrivals(em())) > 0);
};

async function submit(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `arrivals-${(made += 1)}` });
  return draftId;
}
const seen = (id: string) => clerk().getOfficeCase({ params: { id } });
const issuesOf = async (work: Promise<unknown>) => {
  const refused = await work.then(
    () => undefined,
    (error: { problem: { issues: { field: string }[] } }) => error.problem,
  );
  return refused?.issues.map(({ field }) => field);
};

describe('an arrival before there is a case', () => {
  const turnedAway = { matter: '补办学生证', outcome: 'turned-away' } as const;

  test('counts by itself for the case that the person then submits, and is listed with its number', async () => {
    const noted = await clerk().noteArrival({ body: { ...turnedAway, personNumber: '2023001' } });
    expect(noted).toMatchObject({ outcome: 'turned-away', hasPerson: true, caseNumber: null });
    expect(noted.noticeNumber).toMatch(/^DC20260302\d{6}[0-9A-Z]$/);
    app.clock.set('2026-03-04T02:00:00Z');
    const id = await submit();
    await fold();
    const { visits, trips, number } = await seen(id);
    expect(visits).toMatchObject([{ reason: 'turned-away', place: '教务处', isBeforeCase: true, visit: 1 }]);
    expect(trips).toMatchObject({ actual2017: 1, actual2019: 1 });
    expect((await clerk().listArrivals({})).items).toMatchObject([
      { noticeNumber: noted.noticeNumber, caseNumber: number },
    ]);
    const [entry, ...more] = await em().find(AuditEntry, { action: 'arrival.link' });
    expect(entry).toMatchObject({ chain: `case:${id}`, target: `case:${id}`, outcome: 'done' });
    expect(JSON.stringify(entry?.after)).toContain(noted.noticeNumber);
    expect(more).toEqual([]);
  });

  test('is one at the counter where a counter noted it, and one at the office where a department did', async () => {
    const atCounter = app.as(staff('counter-clerk', 'counter', newId()));
    await atCounter.noteArrival({ body: { ...turnedAway, personNumber: '2023001' } });
    app.clock.set('2026-03-03T02:00:00Z');
    await clerk().noteArrival({ body: { ...turnedAway, personNumber: '2023001' } });
    const id = await submit();
    await fold();
    expect((await seen(id)).visits.map(({ kind }) => kind)).toEqual(['counter', 'office']);
  });

  test('does not count for a case after more days than the setting says', async () => {
    await clerk().noteArrival({ body: { ...turnedAway, personNumber: '2023001' } });
    app.clock.set('2026-04-02T02:00:00Z');
    const id = await submit();
    await fold();
    expect((await seen(id)).visits).toEqual([]);
  });

  test('that is noted afterwards counts for the case which was submitted meanwhile', async () => {
    const id = await submit();
    await fold();
    app.clock.set('2026-03-03T02:00:00Z');
    const late = { personNumber: '2023001', matter: codes.card, outcome: 'office-closed' } as const;
    await clerk().noteArrival({ body: { ...late, on: '2026-03-02', time: '09:00' } });
    await fold();
    expect((await seen(id)).visits).toMatchObject([{ at: '2026-03-02T01:00:00.000Z', reason: 'office-closed' }]);
  });

  test('of somebody without a number counts by the notice, once, and for nobody else', async () => {
    const noted = await clerk().noteArrival({ body: turnedAway });
    const id = await submit();
    const link = (noticeNumber: string, caseId = id) =>
      clerk().linkArrival({ params: { id: caseId }, body: { noticeNumber } });
    expect(await issuesOf(link('DC202603020000009'))).toEqual(['body.noticeNumber']);
    expect((await link(` ${noted.noticeNumber.toLowerCase()} `)).visits).toHaveLength(1);
    const again = await link(noted.noticeNumber);
    expect(again.visits).toHaveLength(1);
    expect(again.timeline.at(-1)?.note).toContain(noted.noticeNumber);
    const other = await submit();
    expect(await issuesOf(link(noted.noticeNumber, other))).toEqual(['body.noticeNumber']);
  });

  test('every fault of a note is named at once, and nothing is written', async () => {
    const body = { personNumber: 'nobody', matter: 'NONE', outcome: 'asked', on: '2026-03-02' } as const;
    expect(await issuesOf(clerk().noteArrival({ body }))).toEqual(['body.matter', 'body.personNumber', 'body.time']);
    const tomorrow = { matter: codes.card, outcome: 'asked', on: '2026-03-03', time: '09:00' } as const;
    expect(await issuesOf(clerk().noteArrival({ body: tomorrow }))).toEqual(['body.on']);
    const longAgo = { ...tomorrow, on: '2026-01-03' };
    expect(await issuesOf(clerk().noteArrival({ body: longAgo }))).toEqual(['body.on']);
    expect(await em().execute('select id from arrivals')).toEqual([]);
  });

  test('is seen where it was noted, not by another department', async () => {
    await clerk().noteArrival({ body: turnedAway });
    expect((await app.as(world.affairsClerk).listArrivals({})).items).toEqual([]);
  });
});

describe('an arrival that a queue system reports', () => {
  const report = (more: object = {}) => ({
    reference: 'ticket-1',
    personNumber: '2023001',
    place: { kind: 'department' as const, code: '105' },
    at: '2026-03-02T01:30:00Z',
    kind: 'counter' as const,
    ...more,
  });
  const queue = machine({ clientId: newId() });
  const send = (more: object = {}) => app.as(queue).reportArrival({ body: report(more) });

  test('is written once however often it is sent, and another under its reference is refused', async () => {
    expect(await send()).toEqual({ isNew: true, cases: 0 });
    expect(await send()).toEqual({ isNew: false, cases: 0 });
    expect(await em().execute('select id from visits')).toHaveLength(1);
    expect(await issuesOf(send({ at: '2026-03-02T01:31:00Z' }))).toEqual(['body.reference']);
  });

  test('twice at one moment is written once', async () => {
    const answers = await Promise.all([send(), send()]);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('appointment, ticket and check-in within two hours are one visit of each case', async () => {
    const { number } = await seen(await submit());
    await send({ reference: 'a', at: '2026-03-02T01:00:00Z', caseNumbers: [number] });
    await send({ reference: 'b', at: '2026-03-02T01:20:00Z', caseNumbers: [number] });
    const id = (await em().execute<{ id: string }[]>('select id from cases'))[0]!.id;
    expect((await seen(id)).trips.actual2019).toBe(1);
  });

  test('every fault is named; a case of another is none of this person', async () => {
    const { number } = await seen(await submit());
    const wrong = {
      place: { kind: 'counter', code: 'none' },
      matterCode: 'NONE',
      at: '2026-03-02T02:00:01Z',
      personNumber: '2023002',
      caseNumbers: [number],
    };
    expect(await issuesOf(send(wrong))).toEqual([
      'body.place.code',
      'body.matterCode',
      'body.at',
      'body.caseNumbers.0',
    ]);
  });

  test('is for programs, not for people', async () => {
    await expect(clerk().reportArrival({ body: report() })).rejects.toThrow();
  });
});

describe('arrivals in whatever order they are recorded', () => {
  test('make the visits that the rule makes of all of them, and the hours are counted once', async () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(minutes, async (given) => {
        const personId = newId();
        const begin = Date.parse('2026-03-01T14:00:00Z');
        const arrivals = given.map((minute) => ({
          personId,
          placeId: places.registry,
          at: new Date(begin + minute * 60_000),
          kind: 'counter' as const,
          caseIds: [],
        }));
        for (const arrival of arrivals) {
          const more = { reason: null, matterId: null, source: 'system', recordedBy: 'queue' } as const;
          await em().transactional((tx) =>
            recordArrival({ em: tx, now: new Date(begin) }, { ...arrival, ...more }, rule()),
          );
        }
        const rows = await em().execute<{ started_at: unknown; last_seen_at: unknown }[]>(
          'select started_at, last_seen_at from visits where person_id = ? order by started_at',
          [personId],
        );
        expect(rows.map((row) => [instantOf(row.started_at), instantOf(row.last_seen_at)])).toEqual(
          mergeArrivals(arrivals).map(({ startedAt, lastSeenAt }) => [startedAt, lastSeenAt]),
        );
        await fold();
      }),
      { numRuns: 40, seed },
    );
    expect((await recountTrips(em, { rule: rule(), mends: false })).arrivals).toEqual([]);
  }, 60_000);
});
