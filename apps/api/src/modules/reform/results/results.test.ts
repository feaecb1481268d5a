import { createHash, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes } from '../../../../../../tests/support/case-world.ts';
import { anonymous, staff } from '../../../../../../tests/support/principals.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { addToTripCounters } from '../../case/visit/trip-counters.ts';
import { Survey, SurveyAnswer, SurveyStratum } from '../../feedback/survey/survey.entity.ts';
import { freezeMonths } from './freeze-months.ts';
import { ReformMonth } from './reform-month.entity.ts';

let desk: VolumeDesk;
let everybody: ReturnType<VolumeDesk['app']['as']>;
const em = () => desk.app.deps.orm.em.fork();

beforeEach(async () => {
  desk = await openVolumeDesk();
  await loadReferenceTargets(em(), new Date('2024-01-01T00:00:00Z'));
  everybody = desk.app.as(anonymous());
});
afterEach(() => desk.app.close());

const trips = (code: string, figures: Readonly<Record<string, number>>, month = '2026-02') =>
  addToTripCounters(
    em(),
    Object.entries(figures).map(([measure, sum]) => ({
      ...{ matterId: desk.idOf(code), month, declared: 1, measure: measure as '2019.1', sum },
    })),
  );
/** The job as its schedule runs it. */
const freezeNow = (jobId = 'job') => {
  const caller = { principal: systemPrincipal('cron:reform.freeze-months'), idempotencyKey: jobId };
  return freezeMonths({ deps: desk.app.deps, em: em(), jobId, attempt: 1, caller });
};
const later = (instant: string) => desk.app.clock.set(new Date(instant));

describe('the public page of results', () => {
  test('has each target with numerator, denominator and definition, and each number opens its matters', async () => {
    const { results, frozen } = await everybody.getResults({});
    expect(frozen).toBeNull();
    const target = results.targets.find(({ key }) => key === '2019H1-a');
    expect(target?.definition).toMatchObject({ measure: { kind: 'share', threshold: { num: 4, den: 5 } } });
    expect(target?.definition).not.toHaveProperty('note');
    const [share] = target?.outcome.numerators ?? [];
    const listed = async (side: string) => {
      const figure = `target.2019H1-a.${share?.key}.${side}`;
      const sent = everybody.listResultMatters({ query: { figure, limit: 1 } });
      return sent.then(({ items }) => items.length).catch(() => 0);
    };
    expect(await listed('members')).toBe((share?.count ?? 0) > 0 ? 1 : 0);
    expect(await listed('others')).toBe((target?.outcome.denominator ?? 0) > (share?.count ?? 0) ? 1 : 0);
    await expect(
      everybody.listResultMatters({ query: { figure: 'target.no-such.once.members' } }),
    ).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  });

  test('what guides declare and what people made stand apart; unknown is not none', async () => {
    await trips(codes.leave, { '2019.1': 60, '2019.2': 20, '2019.unknown': 120, '2017.1': 80 });
    const { results } = await everybody.getResults({});
    expect(results.trips.measured).toMatchObject([
      { definition: '2019', onceOrLess: 60, known: 80, finished: 200, isHidden: false },
      { definition: '2017', onceOrLess: 80, known: 80, finished: 80 },
    ]);
    const declared = Object.values(results.trips.declared).reduce((sum, count) => sum + count, 0);
    expect(declared).toBe(results.matters);
    const { rows } = await everybody.getOpenResults({});
    expect(rows.find(({ code }) => code === codes.leave)).toMatchObject({ measuredShare: 75, isOffered: true });
  });

  test('small numbers of people are told nowhere, neither in the page nor in the open data', async () => {
    await trips(codes.leave, { '2019.1': 60, '2019.2': 3 });
    const { results } = await everybody.getResults({});
    expect(results.trips.measured[0]).toMatchObject({
      ...{ known: 63, onceOrLess: null, isHidden: true },
      spread: { '1': null, '2': null },
    });
    const csv = await (await fetch(`${desk.app.base}/api/open/results.csv`)).text();
    expect(csv).toContain('不公开');
    expect(csv).not.toMatch(/,60,63,/);
    await trips(codes.card, { '2019.1': 4 });
    const { rows } = await everybody.getOpenResults({});
    expect(rows.find(({ code }) => code === codes.card)?.measuredShare).toBeNull();
  });

  test('shows the last frozen 高频事项 with their share, and the last survey that ended with its interval', async () => {
    await desk.count(codes.leave, '2025-01', 80);
    await desk.count(codes.card, '2025-06', 20);
    await desk.officer.freezeFrequencySet({ body: { year: 2025 } });
    await endSurvey({ answers: 20 });
    const { results } = await everybody.getResults({});
    expect(results.highFrequency).toMatchObject({ number: 1, year: 2025, setSize: 1, volume: 80, total: 100 });
    const { items } = await everybody.listResultMatters({ query: { figure: 'high-frequency' } });
    expect(items.map(({ code }) => code)).toEqual([codes.leave]);
    expect(results.survey).toMatchObject({ answered: 20, isHidden: false, closedOn: '2026-02-20' });
    expect(results.survey?.once?.low).toBeLessThan(results.survey?.once?.estimate ?? 0);
  });

  test('of a survey with few answers no rate is told', async () => {
    await endSurvey({ answers: 3 });
    const { results } = await everybody.getResults({});
    expect(results.survey).toMatchObject({ once: null, satisfied: null, isHidden: true });
  });

  test('is counted once a minute, however often it is asked for', async () => {
    const first = await everybody.getResults({});
    later('2026-03-02T02:00:30Z');
    expect((await everybody.getResults({})).results.countedAt).toBe(first.results.countedAt);
    later('2026-03-02T02:01:01Z');
    expect((await everybody.getResults({})).results.countedAt).not.toBe(first.results.countedAt);
  });

  test('its open data are the same numbers as a table', async () => {
    const csv = await (await fetch(`${desk.app.base}/api/open/results.csv`)).text();
    const { results } = await everybody.getResults({});
    for (const { definition } of results.targets) expect(csv).toContain(definition.title);
    const matters = await (await fetch(`${desk.app.base}/api/open/results-matters.csv`)).text();
    expect(matters).toContain(codes.leave);
  });
});

describe('the dashboard of a month is frozen', () => {
  test('on the first of the next month, once, signed and on record; the public checks the bytes itself', async () => {
    later('2026-03-01T14:10:00Z');
    await freezeNow();
    await freezeNow('another job');
    const { months } = await everybody.getResults({});
    expect(months).toEqual([{ month: '2026-02', isLate: false }]);
    expect(await em().count(ReformMonth)).toBe(2);
    const { frozen, results } = await everybody.getResults({ query: { month: '2026-02' } });
    expect(frozen).toMatchObject({ asOf: '2026-02-28', isLate: false, isGenuine: true });
    expect(results.asOf).toBe('2026-02-28');
    const [entry] = await em().find(AuditEntry, { action: 'reform.freeze-month' });
    expect(entry).toMatchObject({ outcome: 'done' });
    const part = async (name: string) =>
      Buffer.from(await (await fetch(`${desk.app.base}/api/open/results/2026-02/${name}`)).arrayBuffer());
    const document = await part('document');
    expect(createHash('sha256').update(document).digest('hex')).toBe(frozen?.digest);
    expect(verify(null, document, (await part('key')).toString(), await part('signature'))).toBe(true);
  });

  test('and stays as it stood when reports, trips and the clock go on', async () => {
    await desk.count(codes.leave, '2026-01', 50);
    await trips(codes.leave, { '2019.1': 40 });
    later('2026-03-01T14:10:00Z');
    await freezeNow();
    const before = await everybody.getResults({ query: { month: '2026-02' } });
    const office = await desk.officer.getFrozenMonth({ params: { month: '2026-02' } });
    await desk.count(codes.card, '2026-02', 500);
    await trips(codes.leave, { '2019.2': 40 });
    later('2026-03-20T02:00:00Z');
    expect((await everybody.getResults({ query: { month: '2026-02' } })).results).toEqual(before.results);
    expect(await desk.officer.getFrozenMonth({ params: { month: '2026-02' } })).toEqual(office);
    expect(office.overview).toMatchObject({ asOf: '2026-02-28', total: 50 });
    const now = await desk.officer.getReformOverview({ query: { asOf: '2026-02-28' } });
    expect(now.total).toBe(550);
  });

  test('without what other systems reported later, and without a forecast', async () => {
    await desk.enter({ matter: codes.card, month: '2026-01', source: 'card', cases: 7, at: '2026-02-03T02:00:00Z' });
    await desk.enter({ matter: codes.card, month: '2026-02', source: 'card', cases: 9, at: '2026-03-05T02:00:00Z' });
    later('2026-03-01T14:10:00Z');
    await freezeNow();
    const { overview } = await desk.officer.getFrozenMonth({ params: { month: '2026-02' } });
    expect(overview.total).toBe(7);
    expect(overview.targets.every(({ withUndated }) => withUndated === null)).toBe(true);
    expect(overview.targets.every(({ onLocalDay }) => onLocalDay?.isForecast !== true)).toBe(true);
  });

  test('late where the server was away, and it says so', async () => {
    later('2026-01-01T14:10:00Z');
    await freezeNow();
    later('2026-03-17T02:00:00Z');
    await freezeNow('weeks later');
    const { months } = await everybody.getResults({});
    expect(months).toEqual([
      { month: '2026-02', isLate: true },
      { month: '2026-01', isLate: true },
      { month: '2025-12', isLate: false },
    ]);
    const csv = await (await fetch(`${desk.app.base}/api/open/results.csv?month=2026-01`)).text();
    expect(csv).toContain('补冻结');
  });

  test('a month that was missed is frozen by the reform office by hand, once, as the job would, and on record', async () => {
    later('2026-01-01T14:10:00Z');
    await freezeNow();
    expect(await desk.officer.listFrozenMonths({})).toMatchObject({ missed: [], mayFreeze: true });
    later('2026-03-01T02:00:00Z');
    expect((await desk.officer.listFrozenMonths({})).missed).toEqual(['2026-01']);
    const freeze = (month: string) => desk.officer.freezeMissedMonth({ body: { month } });
    expect(await freeze('2026-01')).toEqual({ month: '2026-01' });
    const { items, missed } = await desk.app.as(staff('supervisor')).listFrozenMonths({});
    expect(items[0]).toEqual({ month: '2026-01', isLate: true });
    expect(missed).toEqual([]);
    const { frozen } = await desk.officer.getFrozenMonth({ params: { month: '2026-01' } });
    expect(frozen).toMatchObject({ asOf: '2026-01-31', isLate: true, isGenuine: true });
    const [entry] = await em().find(AuditEntry, { action: 'reform.freeze-month' }, { orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ outcome: 'done', target: 'reform-month:2026-01', role: 'reform-officer' });
    // Frozen already, today's job has it yet to do, before the first that was frozen, not over.
    for (const month of ['2026-01', '2026-02', '2025-11', '2026-03'])
      await expect(freeze(month)).rejects.toMatchObject({ problem: { issues: [{ field: 'body.month' }] } });
    expect(await em().count(ReformMonth)).toBe(4);
    await expect(
      desk.app.as(staff('supervisor')).freezeMissedMonth({ body: { month: '2026-01' } }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('a document that was changed in the database is no longer called genuine', async () => {
    later('2026-03-01T14:10:00Z');
    await freezeNow();
    await em().execute('update reform_months set document = replace(document, \'"matters":3\', \'"matters":4\')');
    const { frozen } = await everybody.getResults({ query: { month: '2026-02' } });
    expect(frozen?.isGenuine).toBe(false);
  });

  test('the overview is for those who steer the reform, and a month that was not frozen is not found', async () => {
    later('2026-03-01T14:10:00Z');
    await freezeNow();
    const supervisor = desk.app.as(staff('supervisor'));
    expect((await supervisor.listFrozenMonths({})).items).toHaveLength(1);
    await expect(everybody.getFrozenMonth({ params: { month: '2026-02' } })).rejects.toMatchObject({
      problem: { code: 'access.sign-in-required' },
    });
    await expect(everybody.getResults({ query: { month: '2025-02' } })).rejects.toMatchObject({
      problem: { code: 'record.not-found' },
    });
  });
});

async function endSurvey({ answers }: { readonly answers: number }): Promise<void> {
  const closedAt = new Date('2026-02-20T02:00:00Z');
  const id = '0198a000-0000-7000-8000-000000000001';
  await em().insert(Survey, {
    ...{ id, number: 'DC2026-01', title: '评估调查', agency: '第三方', firstDay: '2025-01-01', lastDay: '2025-12-31' },
    ...{
      size: answers,
      minimum: 0,
      seed: 's',
      retentionDays: 30,
      status: 'closed',
      failure: null,
      failureSubject: null,
    },
    ...{ frameSize: 100, frameHash: 'f', drawn: answers, createdAt: closedAt, createdBy: '沈一凡', drawnAt: closedAt },
    ...{ closedAt, purgedAt: null },
  });
  const stratum = { surveyId: id, ordinal: 0, key: 'a', matterId: desk.idOf(codes.leave), matterCode: codes.leave };
  await em().insert(SurveyStratum, {
    ...stratum,
    ...{ matterName: '休学', departmentId: desk.idOf(codes.leave), place: '窗口', population: 100, drawn: answers },
  });
  await em().insertMany(
    SurveyAnswer,
    Array.from({ length: answers }, (_, index) => ({
      ...{ id: `0198a000-0000-7000-8000-1${String(index).padStart(11, '0')}`, surveyId: id, ordinal: 0 },
      ...{ outcome: 'answered' as const, trips: index % 4 === 0 ? 2 : 1, level: 1 as const, causes: [] },
    })),
  );
}
