import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Em } from '../../../database/index.ts';
import { AuditEntry } from '../../../platform/audit/audit.entity.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { listFinishedCasesKey, type FinishedCase } from './survey-ports.ts';
import { purgeContacts } from './purge-contacts.ts';
import { SurveyAnswer, SurveyCall, SurveyFrameCase } from './survey.entity.ts';
import { caseModule } from '../../case/index.ts';
import { modules } from '../../index.ts';

let app: TestApp;
let world: CaseWorld;
let frame: FinishedCase[] = [];
const officerPrincipal = staff('reform-officer', 'university', null, { displayName: '沈一凡' });
const officer = () => app.as(officerPrincipal);
const supervisor = () => app.as(staff('supervisor'));
const plan = {
  title: '2025 年度评估调查',
  agency: '第三方调查机构',
  firstDay: '2025-01-01',
  lastDay: '2025-12-31',
  size: 12,
  minimum: 2,
  seed: '2026-03-02 公证摇号 07 12 23',
  retentionDays: 30,
};

/** Cases come from a list, so that the frame is known by heart. */
const caseList = {
  ...caseModule,
  provide: (deps: Parameters<NonNullable<typeof caseModule.provide>>[0]) => {
    caseModule.provide?.({
      ...deps,
      services: {
        ...deps.services,
        provide: (key, service) => {
          if (key.name !== listFinishedCasesKey.name) deps.services.provide(key, service);
        },
      },
    });
    deps.services.provide(listFinishedCasesKey, (_em, { after, limit }) =>
      Promise.resolve(frame.filter(({ id }) => id > after).slice(0, limit)),
    );
  },
};

function casesOf(count: number, matterCode: string, more: Partial<FinishedCase>): FinishedCase[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${matterCode}-${more.placeId ?? ''}-${String(index).padStart(3, '0')}`,
    number: `YT-${matterCode}-${more.placeId === null ? 'N' : 'P'}-${index}`,
    personId: world.student.personId ?? '',
    matterId: matterCode.padEnd(36, '0'),
    matterName: `事项${matterCode}`,
    departmentId: places.registry,
    placeId: places.registry,
    decidedAt: new Date('2025-06-01T02:00:00Z'),
    dueOn: null,
    ...more,
    matterCode,
  }));
}

beforeEach(async () => {
  app = await createTestApp({
    modules: modules.map((one) => (one.name === 'case' ? caseList : one)),
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
  });
  frame = [
    ...casesOf(40, 'A', {}),
    ...casesOf(20, 'A', { placeId: null }),
    ...casesOf(3, 'B', { departmentId: places.affairs }),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
});
afterEach(() => app.close());

async function drawn(changes: Partial<typeof plan> = {}): Promise<string> {
  const { id } = await officer().planSurvey({ body: { ...plan, ...changes } });
  await officer().drawSurvey({ params: { id } });
  await app.runJobs();
  return id;
}
const callsOf = async (id: string) =>
  (await officer().listSurveyCalls({ params: { id }, query: { limit: 100 } })).items;
const answered = { outcome: 'answered', trips: 1, level: 1, causes: [] as never[], reason: null } as const;
const record = (
  id: string,
  no: number,
  body: Parameters<ReturnType<TestApp['as']>['recordSurveyOutcome']>[0]['body'],
) => officer().recordSurveyOutcome({ params: { id, no }, body });

async function upload(id: string, dryRun: '0' | '1', text: string) {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), 'calls.csv');
  return officer().importSurveyOutcomes({ params: { id }, query: { dryRun }, form });
}

test('a sample is drawn by strata, numbered, frozen, and the same again from the same frame and seed', async () => {
  const id = await drawn();
  const survey = await officer().getSurvey({ params: { id } });
  expect(survey).toMatchObject({ status: 'running', frameSize: 63, drawn: 12, number: 'DC-2026-001' });
  expect(survey.strata.map(({ matterCode, population, drawn: count }) => [matterCode, population, count])).toEqual([
    ['A', 20, 3],
    ['A', 40, 7],
    ['B', 3, 2],
  ]);
  const calls = await callsOf(id);
  expect(calls.map(({ no }) => no)).toEqual(calls.map((_, index) => index + 1));
  const again = await callsOf(await drawn());
  expect(again.map(({ caseNumber }) => caseNumber)).toEqual(calls.map(({ caseNumber }) => caseNumber));
  const other = await callsOf(await drawn({ seed: '另一粒种子' }));
  expect(other.map(({ caseNumber }) => caseNumber)).not.toEqual(calls.map(({ caseNumber }) => caseNumber));
  await expect(officer().drawSurvey({ params: { id } })).rejects.toMatchObject({
    problem: { code: 'survey.not-allowed' },
  });
});

test('a period that is not over, no cases, and a size below the minimum are told in sentences', async () => {
  await expect(
    officer().planSurvey({ body: { ...plan, lastDay: '2026-03-02', size: 1, minimum: 2 } }),
  ).rejects.toMatchObject({
    problem: {
      issues: [{ field: 'body.lastDay' }, { field: 'body.lastDay' }, { field: 'body.size' }],
    },
  });
  const small = await drawn({ size: 5 });
  expect(await officer().getSurvey({ params: { id: small } })).toMatchObject({
    status: 'planned',
    failure: expect.stringContaining('至少需要 6 件'),
  });
  frame = [];
  const empty = await drawn();
  expect(await officer().getSurvey({ params: { id: empty } })).toMatchObject({ status: 'planned', drawn: null });
  await expect(officer().getSurveyResults({ params: { id: empty } })).rejects.toMatchObject({
    problem: { code: 'survey.not-allowed' },
  });
});

test('an outcome is noted once; another needs a reason; of a case that was not drawn there is none', async () => {
  const id = await drawn();
  await record(id, 1, answered);
  await expect(record(id, 1, { ...answered, level: 5 })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.reason', code: 'outcome.twice' }] },
  });
  await record(id, 1, { ...answered, level: 5, reason: '录错一行' });
  await record(id, 1, { ...answered, level: 5, reason: '再次核对无误' });
  expect((await callsOf(id))[0]).toMatchObject({ outcome: 'answered', level: 5 });
  await expect(record(id, 99, answered)).rejects.toMatchObject({
    problem: { issues: [{ code: 'outcome.not-drawn' }] },
  });
  await expect(record(id, 2, { ...answered, trips: -1, level: 9 })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.trips' }, { field: 'body.level' }] },
  });
  expect(await app.deps.orm.em.fork().count(SurveyAnswer, { surveyId: id })).toBe(1);
});

test('the returned list is checked as a whole, and the same file again changes nothing', async () => {
  const id = await drawn();
  const calls = await callsOf(id);
  const head = '序号,办件编号,联系结果,跑动次数,满意程度,多跑原因';
  const wrong = [
    head,
    `1,${calls[0]?.caseNumber},接通,2,满意,`,
    `2,${calls[5]?.caseNumber},拒访,,,`,
    `3,${calls[2]?.caseNumber},接通,-1,好,天气`,
    `4,${calls[3]?.caseNumber},,1,,`,
  ].join('\n');
  const checked = await upload(id, '1', wrong);
  expect(checked.issues.map(({ field }) => field)).toEqual([
    'rows.4.满意程度',
    'rows.4.多跑原因',
    'rows.5.联系结果',
    'rows.2.多跑原因',
    'rows.3.办件编号',
  ]);
  await expect(upload(id, '0', wrong)).rejects.toMatchObject({ problem: { code: 'import.rows' } });
  expect(await app.deps.orm.em.fork().count(SurveyAnswer, {})).toBe(0);
  const right = [
    head,
    `1,${calls[0]?.caseNumber},接通,2,满意,材料缺、取件`,
    `2,${calls[1]?.caseNumber},拒访,,,`,
    `3,${calls[2]?.caseNumber},,,,`,
  ].join('\n');
  expect(await upload(id, '0', right)).toMatchObject({ recorded: 2, empty: 1, unchanged: 0 });
  expect(await upload(id, '0', right)).toMatchObject({ recorded: 0, empty: 1, unchanged: 2 });
  expect((await callsOf(id))[0]).toMatchObject({ trips: 2, level: 2, causes: ['missing-material', 'collection'] });
});

test('phones are open in the call list alone, each reading of which is recorded with its purpose', async () => {
  const id = await drawn();
  expect((await callsOf(id))[0]).toMatchObject({ name: '张*', phone: '138****00' });
  const path = `${app.base}/api/reform/surveys/${id}/call-list`;
  const read = app.fetchAs(officerPrincipal);
  expect((await read(`${path}?format=csv`)).status).toBe(422);
  const file = await (await read(`${path}?format=csv&purpose=${encodeURIComponent('交调查机构')}`)).text();
  expect(file).toContain('13800138000');
  const reads = await app.deps.orm.em.fork().find(AuditEntry, { action: 'survey.reveal-contacts' });
  expect(reads).toHaveLength(1);
  expect(JSON.stringify(reads[0]?.after)).toContain('交调查机构');
  const asSupervisor = app.fetchAs(staff('supervisor'));
  expect((await asSupervisor(`${path}?format=csv&purpose=想看看`)).status).toBe(403);
  expect(await supervisor().getSurvey({ params: { id } })).toMatchObject({ availableActions: [] });
});

test('the three measures stand side by side, few answers are not shown, and nothing answered is not computable', async () => {
  const id = await drawn();
  expect(await officer().getSurveyResults({ params: { id } })).toMatchObject({
    all: { once: { valid: 0, interval: null }, satisfied: { interval: null }, uncovered: 63 },
  });
  for (const { no } of (await callsOf(id)).slice(0, 10)) await record(id, no, answered);
  const results = await officer().getSurveyResults({ params: { id } });
  expect(results.all).toMatchObject({ contacted: 10, once: { yes: 10, valid: 10, interval: { estimate: 10_000 } } });
  expect(results.nominal).toEqual({ on: '2025-12-31', of: 0, yes: 0, unknown: 0 });
  expect(results.byMatter.find(({ key }) => key === 'B')).toMatchObject({ isHidden: true, once: { valid: 0 } });
});

test('every figure of a survey opens its cases by number, each reading of which is recorded; a cause only for who conducts it', async () => {
  const id = await drawn();
  await record(id, 1, answered);
  await record(id, 2, { outcome: 'answered', trips: 3, level: 4, causes: ['system'], reason: null });
  await record(id, 3, { outcome: 'refused', trips: null, level: null, causes: [], reason: null });
  const params = { id };
  const listed = async (query: object, reader = supervisor()) =>
    (await reader.listSurveyCases({ params, query: { limit: 100, ...query } })).items;
  const { strata, frameSize, drawn: size, contacted } = await officer().getSurvey({ params });
  expect(
    [await listed({ of: 'frame' }), await listed({}), await listed({ outcome: 'some' })].map((one) => one.length),
  ).toEqual([frameSize, size, contacted]);
  for (const { ordinal, population, drawn: count, contacted: told } of strata) {
    const lists = [{ of: 'frame' }, {}, { outcome: 'some' }].map((query) => listed({ stratum: ordinal, ...query }));
    expect((await Promise.all(lists)).map((one) => one.length)).toEqual([population, count, told]);
  }
  const { all, byMatter, byDepartment } = await officer().getSurveyResults({ params });
  for (const outcome of ['answered', 'refused', 'invalid', 'unreached'] as const)
    expect(await listed({ outcome })).toHaveLength(all.outcomes[outcome]);
  for (const part of byMatter) expect(await listed({ of: 'frame', matter: part.key })).toHaveLength(part.population);
  for (const part of byDepartment) expect(await listed({ department: part.key })).toHaveLength(part.drawn);
  expect(await listed({ cause: 'system' }, officer())).toHaveLength(1);
  await expect(listed({ cause: 'system' })).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  const first = await supervisor().listSurveyCases({ params, query: { limit: 7 } });
  const rest = await listed({ after: first.next });
  expect([...first.items, ...rest]).toEqual(await listed({}));
  expect(JSON.stringify(rest)).not.toContain(world.student.personId);
  expect(await app.call().em.count(AuditEntry, { action: 'survey.list-cases' })).toBeGreaterThan(0);
});

test('when its time is over, who was asked is destroyed; what was said and the fingerprint stay', async () => {
  const id = await drawn();
  for (const { no } of await callsOf(id)) await record(id, no, answered);
  await officer().closeSurvey({ params: { id } });
  await expect(record(id, 1, { ...answered, reason: '更正' })).rejects.toMatchObject({
    problem: { issues: [{ code: 'survey.wrong-status' }] },
  });
  const em = () => app.deps.orm.em.fork() as Em;
  const night = async (at: string) => {
    app.clock.set(at);
    const caller = { principal: systemPrincipal('survey.purge') };
    await purgeContacts({ deps: app.deps, em: em(), jobId: at, attempt: 1, caller });
    return [
      await em().count(SurveyCall, {}),
      await em().count(SurveyFrameCase, {}),
      await em().count(SurveyAnswer, {}),
    ];
  };
  expect(await night('2026-03-31T20:00:00Z')).toEqual([0, 0, 12]);
  expect(await officer().getSurvey({ params: { id } })).toMatchObject({
    frameHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    purgedAt: expect.any(String),
    availableActions: [],
  });
  expect((await officer().getSurveyResults({ params: { id } })).all.once.valid).toBe(12);
});

test('contacts are kept until the last day of their time', async () => {
  const id = await drawn();
  await officer().closeSurvey({ params: { id } });
  app.clock.set('2026-03-31T02:00:00Z');
  const caller = { principal: systemPrincipal('survey.purge') };
  await purgeContacts({ deps: app.deps, em: app.deps.orm.em.fork(), jobId: 'n', attempt: 1, caller });
  expect(await app.deps.orm.em.fork().count(SurveyCall, {})).toBe(12);
});
