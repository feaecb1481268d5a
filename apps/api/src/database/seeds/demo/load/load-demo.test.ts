import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { completeMonthsUntil, highFrequencySet } from '@yitang/domain/high-frequency';
import { FilingPackage } from '../../../../modules/reform/filing/filing.entity.ts';
import { openTestDatabase, type TestDatabase } from '../../../../../../../tests/support/test-database.ts';
import { testConfig } from '../../../../../../../tests/support/test-config.ts';
import { compareCounters } from '../../../../modules/case/counter/rebuild-counters.ts';
import { foldCounters } from '../../../../modules/case/counter/fold-counters.ts';
import { foldTrips } from '../../../../modules/case/visit/fold-trips.ts';
import { recountTrips } from '../../../../modules/case/visit/rebuild-trips.ts';
import { tripRuleOf } from '../../../../modules/case/visit/trip-rule.ts';
import { findVolumes } from '../../../../modules/case/counter/find-volumes.ts';
import { eventHash, firstLink, sha256 } from '../../../../modules/case/record/event-chain.ts';
import { loadPublishedMatters } from '../../../../modules/catalog/load-published-matters.ts';
import { createAudit, verifyAudit } from '../../../../platform/audit/index.ts';
import { fixedClock } from '../../../../platform/clock/index.ts';
import { createFieldCrypto, createPersonKeys } from '../../../../platform/crypto/index.ts';
import { silentLogger } from '../../../../platform/logger/index.ts';
import { instantOf, type Em } from '../../../index.ts';
import { isSeeded, seedDemo, seedReference, type DemoDeps, type DemoOptions } from '../../index.ts';

const options: DemoOptions = { seed: 7, referenceDate: '2026-11-23', total: 600 };
// The whole demo on SQLite; a server over the wire gets a smaller one.
const isWhole = process.env.TEST_DATABASE_URL === undefined;
const expectedCases = isWhole ? 50_000 : 2_900;

interface Place {
  readonly database: TestDatabase;
  readonly deps: DemoDeps;
  readonly em: () => Em;
}

const places: Place[] = [];
async function emptyPlace(environment: Record<string, string> = {}): Promise<Place> {
  const database = await openTestDatabase();
  const config = testConfig({ DATABASE_URL: database.url, NO_JOBS: '1', ...environment });
  const clock = fixedClock('2026-11-23T02:00:00Z');
  const crypto = createFieldCrypto(config.keys);
  const { orm } = database;
  const audit = createAudit({ orm, clock, personKeys: createPersonKeys(crypto.keyRing, clock) });
  const place = {
    database,
    deps: { orm, config, clock, crypto, audit, log: silentLogger() },
    em: () => orm.em.fork() as Em,
  };
  places.push(place);
  await seedReference(place.deps);
  return place;
}

async function count(em: Em, from: string): Promise<number> {
  const [row] = await em.execute<{ n: number }[]>(`select count(*) as n from ${from}`);
  return Number(row?.n);
}

const hashed: Readonly<Record<string, string>> = {
  departments: 'id, code, name, parent_id, aliases',
  people: 'id, name',
  accounts: 'id, person_id, subject',
  affiliations: 'id, person_id, kind, number, department_id, from_day',
  role_grants: 'id, person_id, role, scope_id',
  matters: 'code, retired_on',
  powers: 'id, code, name, status, decision_id',
  power_filings: 'id, department_id, status',
  batches: 'number, title, status',
  matter_drafts: 'code, base_version, status, completeness',
  visit_answers: 'case_id, trips',
  ratings: 'case_id, level, text',
};
/** What a seed and a day decide; ids of what the commands made and sealed values are made anew each time. */
const past = {
  visits: 'select id, person_id, place_id from visits where id not in (select visit_id from arrivals) order by id',
  versions:
    'select m.code, v.version, v.effective_from, v.effective_until from matter_versions v join matters m on m.id = v.matter_id order by 1, 2',
  cases:
    "select number, person_id, matter_code, status, due_on, inbox_order from cases where inbox_view = 'finished' and matter_version = 1 order by id",
  events:
    'select e.id, e.hash from case_events e join cases c on c.id = e.case_id where c.matter_version = 1 order by e.case_id, e.seq',
};

async function print(em: Em): Promise<string> {
  const hash = createHash('sha256');
  const tables = Object.entries(hashed).map(([table, columns]) => `select ${columns} from ${table} order by 1, 2`);
  for (const sql of [...tables, ...Object.values(past)]) hash.update(JSON.stringify(await em.execute(sql)));
  return hash.digest('hex');
}

afterAll(async () => {
  for (const { database } of places) await database.close();
});

describe('the demo university in a database', () => {
  let place: Place;
  beforeAll(async () => {
    place = await emptyPlace();
    await seedDemo(place.deps, { ...options, total: isWhole ? 53_000 : 3_000 });
  }, 300_000);

  test('has 400 people, 317 matters of which 17 are on the net, and two years of cases', async () => {
    const em = place.em();
    expect(await count(em, 'people')).toBe(400);
    expect(await count(em, "accounts where provider = 'cas'")).toBe(380);
    expect(await count(em, 'cases')).toBeGreaterThanOrEqual(expectedCases);
    const matters = await loadPublishedMatters(em, options.referenceDate);
    expect(matters).toHaveLength(317);
    expect(matters.filter(({ guide }) => guide.isComplete).length).toBeGreaterThanOrEqual(60);
    expect(matters.filter(({ guide }) => guide.isComplete && !guide.isSample)).toEqual([]);
    expect(matters.filter(({ guide, form }) => guide.isOnline && form !== null)).toHaveLength(17);
    expect(await isSeeded(em)).toBe(true);
  });

  test('28 departments have filed some 120 powers: one edition is public, some are late, some of it is combed', async () => {
    const em = place.em();
    const states = await em.execute<{ status: string; n: number }[]>(
      'select status, count(*) as n from powers group by status',
    );
    const of = Object.fromEntries(states.map(({ status, n }) => [status, Number(n)]));
    expect(of).toMatchObject({ merged: 6, split: 1, 'handed-down': 1, cancelled: 2 });
    expect(await count(em, 'powers')).toBeGreaterThanOrEqual(115);
    expect(await count(em, 'power_editions')).toBe(1);
    expect(await count(em, "power_filings where open_key is not null and status = 'open'")).toBe(3);
    expect(await count(em, 'power_decisions where edition is null')).toBe(3);
    expect(await count(em, 'power_edition_entries')).toBeGreaterThan(95);
  });

  test('last year’s filing package has its receipt; of this year’s something is still missing', async () => {
    const rows = await place.em().find(FilingPackage, {}, { orderBy: { id: 'asc' } });
    expect(rows.map(({ status, number, receiptSize }) => [status, number, typeof receiptSize])).toEqual([
      ['filed', '2026-01', 'number'],
      ['assembling', null, 'object'],
    ]);
    const missing = rows[1]?.gaps.filter(({ isBlocking }) => isBlocking).map(({ code }) => code);
    expect(missing).toEqual(expect.arrayContaining(['decree.no-file', 'set.not-frozen']));
  });

  test('one survey has ended with answers to count, one is under way', async () => {
    const em = place.em();
    const surveys = await em.execute<{ status: string; drawn: number; frame_size: number; n: number }[]>(
      `select s.status, s.drawn, s.frame_size, (select count(*) from survey_answers a where a.survey_id = s.id) as n
         from surveys s order by s.created_at`,
    );
    expect(surveys.map(({ status }) => status)).toEqual(['closed', 'running']);
    for (const { drawn, frame_size, n } of surveys) {
      expect(Number(drawn)).toBeLessThanOrEqual(Number(frame_size));
      expect(Number(n)).toBeGreaterThan(Number(drawn) / 3);
    }
  });

  test('the programme has tasks in every state, one accountability case has ended, a year is scored, clerks are trained', async () => {
    const em = place.em();
    const states = await em.execute<{ status: string; n: number }[]>(
      'select status, count(*) as n from reform_tasks group by status order by status',
    );
    expect(states.map(({ status }) => status)).toEqual(['accepted', 'answered', 'open', 'returned', 'withdrawn']);
    expect(states.reduce((sum, { n }) => sum + Number(n), 0)).toBeGreaterThanOrEqual(20);
    expect(await count(em, "accountability_cases where status = 'closed'")).toBe(1);
    expect(await count(em, "inspections where status = 'open'")).toBe(1);
    expect(await count(em, 'handbooks')).toBe(3);
    expect(await count(em, 'training_records where is_passed = 1')).toBeGreaterThanOrEqual(3);
    expect(await count(em, 'score_years where published_at is not null')).toBe(1);
    expect(await count(em, 'department_scores where total is not null')).toBeGreaterThan(10);
  });

  test('filling it in again changes nothing, whatever seed and day are asked for', async () => {
    const before = await count(place.em(), 'cases');
    const again = await seedDemo(place.deps, { seed: 8, referenceDate: '2027-01-01' });
    expect(again).toEqual({ seed: 7, referenceDate: '2026-11-23', isNew: false });
    expect(await seedReference(place.deps)).toEqual([]);
    expect(await count(place.em(), 'cases')).toBe(before);
  });

  test('counters equal a recount of all events', async () => {
    expect(await compareCounters(place.em())).toEqual([]);
    const rule = tripRuleOf(place.deps.config);
    // What the commands of the last days left behind waits for the folders.
    while ((await foldCounters(place.em())) > 0);
    while ((await foldTrips(place.em(), rule, place.deps.audit)) > 0);
    const recount = await recountTrips(place.em, { rule, mends: false });
    expect(recount).toEqual({ cases: 0, counters: [], arrivals: [] });
  });

  test('R-AUD-3: every chain of events and every chain of the audit trail holds', async () => {
    const em = place.em();
    expect((await verifyAudit(em, [])).firstFault).toBeNull();
    let [caseId, seq, hash] = ['', 0, firstLink.hash];
    let checked = 0;
    for await (const row of allEvents(em)) {
      if (row.case_id !== caseId) [caseId, seq, hash] = [row.case_id, 0, firstLink.hash];
      const isLinked = row.seq === seq + 1 && row.previous_hash === hash && row.details_hash === sha256(row.details);
      if (!isLinked || eventHash(row) !== row.hash) throw new Error(`${row.id} breaks the chain`);
      [seq, hash] = [row.seq, row.hash];
      checked += 1;
    }
    expect(checked).toBeGreaterThan(expectedCases * 3);
  }, 60_000);

  test('the high-frequency matters of the last year can be computed: a quarter of all makes four fifths', async () => {
    const period = completeMonthsUntil(options.referenceDate, 12).months;
    const volumes = new Map<string, number>();
    const months = { first: period[0] ?? '', last: period.at(-1) ?? '' };
    for (const { matterId, value } of await findVolumes(place.em(), months))
      volumes.set(matterId, (volumes.get(matterId) ?? 0) + value);
    const counted = highFrequencySet([...volumes].map(([code, volume]) => ({ code, volume })));
    expect(counted.isComputable).toBe(true);
    expect(counted.total).toBeGreaterThan(expectedCases / 3);
    expect(counted.setSize).toBeGreaterThan(30);
    expect(counted.setSize).toBeLessThan(120);
  });

  test('other systems report for two years: with gaps, a correction, a choice and an open month; last year is frozen', async () => {
    const em = place.em();
    expect(await count(em, 'volume_entries')).toBeGreaterThan(250);
    expect(await count(em, 'volume_entries where turn = 2 and reason is not null')).toBe(1);
    expect(await count(em, "volume_entries where source = 'repairs' and month = '2026-08'")).toBe(0);
    expect(await count(em, "volume_choices where take = 'sum' and month is null")).toBe(13);
    // Among few cases the platform has none of that month, and so nothing to choose between.
    expect(await count(em, "volume_choices where take = 'own' and month = '2026-09'")).toBe(isWhole ? 1 : 0);
    expect(await count(em, "volume_entries where source = 'desk-ledger' and month = '2026-10'")).toBe(1);
    expect(await count(em, `frozen_sets where year = 2025 and set_size > ${isWhole ? 30 : 5}`)).toBe(1);
  });

  test('each of the last thirteen months was frozen on the first of the next, with what was known by then', async () => {
    const months = await place
      .em()
      .execute<{ month: string; n: number | string; late: number | string }[]>(
        'select month, count(*) as n, sum(is_late) as late from reform_months group by month order by month',
      );
    expect(months.map(({ n, late }) => [Number(n), Number(late)])).toEqual(months.map(() => [2, 0]));
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([13, '2025-10', '2026-10']);
    const [first] = await place
      .em()
      .execute<{ document: string }[]>(
        "select document from reform_months where month = '2025-10' and part = 'public'",
      );
    // The set of 2025 was frozen in January after it.
    expect(JSON.parse(first?.document ?? '{}')).toMatchObject({
      asOf: '2025-10-31',
      highFrequency: null,
      isDemo: true,
    });
  });

  test('clerks find applications under way: new ones, one that waits for corrections, one that came back', async () => {
    const rows = await place
      .em()
      .execute<{ status: string; n: number }[]>(
        "select status, count(*) as n from cases where inbox_view <> 'finished' group by status order by status",
      );
    const open = Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
    expect(open).toEqual({ correcting: 1, handling: 6, submitted: 5 });
    const supplied =
      "corrections k join cases c on c.id = k.case_id where k.state = 'supplied' and c.inbox_view <> 'finished'";
    expect(await count(place.em(), supplied)).toBe(1);
    expect(await count(place.em(), "materials where owner_kind = 'case'")).toBeGreaterThan(8);
  });

  test('promises were audited three times: matters of every health, one proposal that helped and one that waits', async () => {
    const em = place.em();
    expect(await count(em, "promise_runs where state = 'done'")).toBe(3);
    const last = 'matter_health where run_id = (select id from promise_runs order by started_at desc limit 1)';
    // Of few cases no matter has the thirty that it takes to say that its promise is broken.
    for (const state of [...(isWhole ? ['broken'] : []), 'attention', 'unknown', 'good'])
      expect([state, (await count(em, `${last} and state = '${state}'`)) > 0]).toEqual([state, true]);
    // What corrections ask for again and again takes many cases to be seen as well.
    if (isWhole) expect(await count(em, "guide_proposals where state = 'open'")).toBeGreaterThan(0);
    const measured = await em.execute<{ rates: string | { effect: string } }[]>(
      "select rates from guide_proposals where state = 'measured'",
    );
    const effects = measured.map(
      ({ rates }) => (typeof rates === 'string' ? (JSON.parse(rates) as { effect: string }) : rates).effect,
    );
    expect(effects).toEqual(isWhole ? ['better'] : effects);
    expect(await count(em, 'baseline_figures')).toBe(14);
  });

  test('R-DATA-2: ID numbers, phones and addresses are not in the clear', async () => {
    const people = await place
      .em()
      .execute<Record<string, string>[]>('select id_number_sealed, phone_sealed, email_sealed from people');
    expect(people.every((row) => Object.values(row).every((value) => value.startsWith('v1:')))).toBe(true);
  });
});

describe('filling in the demo university', () => {
  test('gives the same from the same seed and day, also when it was cut off in the middle', async () => {
    const [whole, cutOff] = [await emptyPlace(), await emptyPlace()];
    await seedDemo(whole.deps, options);
    const dies = (line: string): void => {
      if (line.includes('past cases')) throw new Error('killed');
    };
    await expect(seedDemo(cutOff.deps, { ...options, say: dies })).rejects.toThrow('killed');
    expect(await isSeeded(cutOff.em())).toBe(false);
    const finished = await seedDemo(cutOff.deps, { ...options, seed: 8 });
    expect(finished).toEqual({ seed: 7, referenceDate: '2026-11-23', isNew: true });
    expect(await count(cutOff.em(), 'cases')).toBe(await count(whole.em(), 'cases'));
    expect(await compareCounters(cutOff.em())).toEqual([]);
    expect(await print(cutOff.em())).toBe(await print(whole.em()));
  }, 300_000);

  test('is refused where people are who are not of the demo', async () => {
    const { deps, em } = await emptyPlace();
    const now = deps.clock.now();
    await em().execute('insert into people (id, name, created_at, updated_at) values (?, ?, ?, ?)', [
      'x',
      '真人',
      now,
      now,
    ]);
    await expect(seedDemo(deps, options)).rejects.toThrow('not of the demo');
    expect(await count(em(), 'departments')).toBe(0);
  }, 60_000);

  test('says what is wrong with a seed or a day that is none', async () => {
    const { deps } = await emptyPlace();
    await expect(seedDemo(deps, { ...options, seed: 2 ** 40 })).rejects.toThrow('whole number');
    await expect(seedDemo(deps, { ...options, referenceDate: '2026-02-30' })).rejects.toThrow('YYYY-MM-DD');
  }, 60_000);

  test('is refused in production, where only reference data comes', async () => {
    const { deps, em } = await emptyPlace();
    const config = { ...deps.config, mode: 'production' as const };
    await expect(seedDemo({ ...deps, config }, options)).rejects.toThrow('not for production');
    expect(await count(em(), 'work_calendars')).toBeGreaterThanOrEqual(3);
    expect(await count(em(), "jobs where kind = 'organization.calendar-imported'")).toBeGreaterThanOrEqual(3);
    expect(await count(em(), 'people')).toBe(0);
  }, 60_000);
});

type EventColumns = Parameters<typeof eventHash>[0] & { details: string; hash: string };

async function* allEvents(em: Em): AsyncGenerator<EventColumns> {
  let [caseId, seq] = ['', 0];
  for (;;) {
    const rows = await em.execute<EventColumns[]>(
      'select * from case_events where case_id >= ? and (case_id > ? or seq > ?) order by case_id, seq limit 5000',
      [caseId, caseId, seq],
    );
    for (const row of rows) yield { ...row, seq: Number(row.seq), at: instantOf(row.at) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < 5_000) return;
    [caseId, seq] = [last.case_id, Number(last.seq)];
  }
}
