import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  places,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { Case } from '../../case/case.entity.ts';
import { Correction } from '../../case/correction.entity.ts';
import { findTripFigures, foldTrips, tripRuleOf } from '../../case/index.ts';
import { VisitAnswer } from '../../case/visit.entity.ts';
import { markTrips } from '../../case/visit/mark-trips.ts';
import { catalogKey } from '../../catalog/index.ts';
import { RoleGrant } from '../../identity/account.entity.ts';
import { Notice } from '../../notification/notice.entity.ts';
import { performAudit } from './audit-promises.ts';
import { GuideProposal } from './proposal.entity.ts';

let app: TestApp;
let world: CaseWorld;
let headId: string;
let made = 0;

beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
    now: '2026-03-02T02:00:00Z',
  });
  headId = (await makePerson(app.deps, { name: '赵处长', kind: 'staff', departmentId: places.registry })).personId;
  const grant = { role: 'head', scopeKind: 'department', scopeId: places.registry, fromDay: '2020-01-01' } as const;
  await app.call().em.insert(RoleGrant, {
    ...{ id: newId(), personId: headId, ...grant, untilDay: null, revokedAt: null },
    ...{ givenAt: app.clock.now(), givenBy: 'test', revokedBy: null },
  });
});
afterEach(() => app.close());

const officer = () => app.as(staff('reform-officer'));
const head = () => app.as(world.registryHead);

async function submit(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `promise-${(made += 1)}` });
  return draftId;
}

/** A case that is accepted today and approved when the clock says so; of ten working days. */
async function decide(id: string): Promise<void> {
  const clerk = app.as(world.registryClerk);
  const { version } = await clerk.getOfficeCase({ params: { id } });
  await clerk.approveCase({ params: { id }, body: { version } });
}
async function accept(id: string): Promise<void> {
  await app.as(world.registryClerk).acceptCase({ params: { id }, body: { version: 1 } });
}

/** As if the applicant had said how often they came; it is tallied within two seconds. */
async function answer(caseId: string, trips: number): Promise<void> {
  const em = app.deps.orm.em.fork();
  await em.insert(VisitAnswer, { caseId, personId: newId(), trips, at: app.clock.now() });
  await markTrips(em, [caseId]);
  while ((await foldTrips(em, tripRuleOf(app.deps.config), app.deps.audit)) > 0);
}

/** As if the post had asked for something in so many rounds. */
async function correct(caseId: string, field: string, rounds = 1): Promise<void> {
  const { em } = app.call();
  for (let round = 1; round <= rounds; round += 1) {
    await em.insert(Correction, {
      ...{ id: newId(), caseId, round, items: [{ kind: 'material', field, reason: '请补交' }], message: null },
      ...{ secondRoundReason: null, requestedAt: app.clock.now(), requestedBy: null, dueOn: null, waitsForYear: null },
      ...{ state: 'supplied', closedAt: null, changes: null },
    });
  }
  await em.nativeUpdate(Case, { id: caseId }, { correctionRounds: rounds });
}

async function audit(): Promise<string> {
  const { id } = await officer().startPromiseAudit({});
  await app.runJobs();
  return id;
}
const rowOf = async (code: string) =>
  (await officer().getPromiseHealth({ query: { limit: 100 } })).items.find((row) => row.code === code);

describe('the audit of promises', () => {
  test('an extension moves the last day: the case is not late, its days are counted, and so is that it was extended', async () => {
    const id = await submit();
    await accept(id);
    const wanted = { days: 3, reason: '需向原学校核实', basis: '管理办法第六条' };
    await head().extendCase({ params: { id }, body: { version: 2, ...wanted } });
    app.clock.set('2026-03-19T02:00:00Z');
    await decide(id);
    await audit();
    const { current } = await officer().getMatterHealth({ params: { code: codes.card } });
    expect(current).toMatchObject({ received: 1, timed: 1, extended: 1, ninthDecile: 13, reasons: [] });
    const { items } = await officer().listMatterCases({
      params: { code: codes.card },
      query: { month: '2026-03', limit: 10 },
    });
    expect(items).toMatchObject([{ id, extendedDays: 3 }]);
  });

  test('finds late cases, extra trips and what was asked for against the guide; each reason opens its cases', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await submit());
    for (const id of ids) await accept(id);
    for (const id of ids.slice(0, 9)) await decide(id);
    app.clock.set('2026-03-19T02:00:00Z');
    for (const id of ids.slice(9)) await decide(id);
    await correct(ids[0]!, 'stamp');
    await correct(ids[1]!, 'stamp', 2);
    await answer(ids[2]!, 2);
    await audit();

    const row = await rowOf(codes.card);
    expect(row).toMatchObject({ state: 'broken', received: 12, decided: 12, promisedDays: 10, ninthDecile: 13 });
    expect(row?.reasons).toEqual([
      { reason: 'late', state: 'broken', cases: 3, of: 12 },
      { reason: 'unlisted-material', state: 'attention', cases: 2, of: 12 },
      { reason: 'asked-again', state: 'attention', cases: 1, of: 12 },
      { reason: 'extra-trips', state: 'attention', cases: 1, of: 1 },
    ]);
    const params = { code: codes.card };
    const late = await officer().listPromiseCases({ params, query: { reason: 'late', limit: 2 } });
    const query = { reason: 'late', limit: 2, after: late.next } as const;
    const all = [...late.items, ...(await officer().listPromiseCases({ params, query })).items];
    expect(all.map(({ id }) => id).sort()).toEqual(ids.slice(9).sort());
    expect(all.map(({ detail }) => detail)).toEqual(['13', '13', '13']);
    expect(JSON.stringify(all)).not.toContain('张');
    expect((await rowOf(codes.proof))?.state).toBe('unknown');
    // Each figure of the matter opens as many cases.
    const listed = (query: object) => officer().listAuditedCases({ params, query: { limit: 100, ...query } });
    const asked = [{}, { show: 'corrected' }, { show: 'known' }, { days: 13 }, { item: 'material/stamp' }];
    const lists = await Promise.all(asked.map(listed));
    expect(lists.map(({ items }) => items.length)).toEqual([12, 2, 1, 3, 2]);
    const rest = await listed({ after: (await listed({ limit: 7 })).next });
    expect(rest.items).toEqual(lists[0]?.items.slice(7));
    // Each figure of a reason opens as many matters: all that have it, and those that are broken by it.
    const { reasons: counted } = await officer().getPromiseHealth({});
    expect(counted.length).toBeGreaterThan(0);
    for (const { reason, matters, broken } of counted) {
      const all = await officer().getPromiseHealth({ query: { reason, limit: 100 } });
      const worst = await officer().getPromiseHealth({ query: { reason, state: 'broken', limit: 100 } });
      expect([all.items.length, worst.items.length]).toEqual([matters, broken]);
      expect(all.states.find(({ state }) => state === 'broken')?.matters).toBe(broken);
    }
  });

  test('knows the trips of a matter as its page of trips does: by the tallies of decided cases, none of the others', async () => {
    const [decided = '', running = ''] = [await submit(), await submit()];
    for (const id of [decided, running]) await accept(id);
    await decide(decided);
    await answer(decided, 2);
    await answer(running, 3);
    await audit();
    const { current } = await head().getMatterHealth({ params: { code: codes.card } });
    const [counted] = (await findTripFigures(app.call().em, { first: '2026-03', last: '2026-03' }))['2019'];
    expect(current?.trips).toEqual({ known: 1, trips: 2 });
    expect(counted).toMatchObject({ trips: 2, over: 1 });
  });

  test('tells the head once when a matter turns broken, and keeps the nights', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push(await submit());
    for (const id of ids) await accept(id);
    for (const id of ids.slice(3)) await decide(id);
    await audit();
    expect((await rowOf(codes.card))?.state).toBe('good');
    app.clock.set('2026-03-30T02:00:00Z');
    for (const id of ids.slice(0, 3)) await decide(id);
    await audit();
    app.clock.set('2026-03-31T02:00:00Z');
    await audit();
    await app.runJobs();
    const told = await app.call().em.find(Notice, { personId: headId, kind: 'promise-broken' });
    expect(told.map(({ path }) => path)).toEqual([`/reform/promises/${codes.card}`]);
    const { history, current } = await head().getMatterHealth({ params: { code: codes.card } });
    expect(history).toEqual([
      { onDay: '2026-03-02', state: 'good' },
      { onDay: '2026-03-30', state: 'broken' },
      { onDay: '2026-03-31', state: 'broken' },
    ]);
    expect(current?.previous).toBe('broken');
  });

  test('runs once at a time; one that is stopped shows nothing of what it found', async () => {
    await audit();
    const before = await officer().getPromiseHealth({});
    const { id } = await officer().startPromiseAudit({});
    await expect(officer().startPromiseAudit({})).rejects.toMatchObject({ problem: { code: 'promise.busy' } });
    await officer().cancelPromiseAudit({ params: { id } });
    await app.runJobs();
    const after = await officer().getPromiseHealth({});
    expect([after.latest?.state, after.audited?.id]).toEqual(['cancelled', before.audited?.id]);
    await expect(officer().cancelPromiseAudit({ params: { id } })).rejects.toMatchObject({
      problem: { code: 'promise.not-running' },
    });
  });

  test('that a killed process left half done is gone on with, and counts no matter twice', async () => {
    const { id } = await officer().startPromiseAudit({});
    const { em, deps } = app.call();
    await em.execute('update promise_runs set last_code = ?, done = 1 where id = ?', [codes.card, id], 'run');
    const caller = { principal: app.call().principal };
    await performAudit({ deps, em, jobId: newId(), attempt: 2, caller }, id);
    const { latest, items } = await officer().getPromiseHealth({});
    expect(latest).toMatchObject({ state: 'done', done: 3, total: 3 });
    expect(items.map(({ code }) => code).sort()).toEqual([codes.leave, codes.proof]);
  });

  test('a head sees the own department and starts nothing; others see nothing', async () => {
    await audit();
    const stranger = app.as(staff('head', 'department', places.affairs));
    expect((await head().getPromiseHealth({})).items).toHaveLength(3);
    expect((await stranger.getPromiseHealth({})).items).toEqual([]);
    await expect(stranger.getMatterHealth({ params: { code: codes.card } })).rejects.toMatchObject({ status: 404 });
    await expect(head().startPromiseAudit({})).rejects.toMatchObject({ status: 403 });
    await expect(app.as(world.registryClerk).getPromiseHealth({})).rejects.toMatchObject({ status: 403 });
  });
});

describe('a correction that keeps coming back', () => {
  async function correctedCases(count: number, of: number): Promise<void> {
    for (let index = 0; index < of; index += 1) {
      const id = await submit();
      if (index < count) await correct(id, 'stamp');
    }
  }

  test('is proposed once, can be accepted into a draft, and its effect is measured after publication', async () => {
    await correctedCases(12, 32);
    await audit();
    await audit();
    const { items } = await officer().listGuideProposals({ query: { state: 'open' } });
    expect(items).toMatchObject([{ kind: 'list-material', cases: 12, of: 32, isMeasured: false, state: 'open' }]);
    const { id, revision } = items[0]!;
    const { draftId } = await officer().acceptGuideProposal({ params: { id }, body: { revision, note: null } });
    const draft = await officer().getMatterDraft({ params: { id: draftId } });
    expect(JSON.stringify(draft)).toContain('什么情况下还需要');
    await expect(
      officer().rejectGuideProposal({ params: { id }, body: { revision, reason: '不需要' } }),
    ).rejects.toMatchObject({
      problem: { code: 'proposal.not-allowed' },
    });

    const published = { state: 'published', publishedOn: '2026-04-01' } as const;
    await app.call().em.nativeUpdate(GuideProposal, { id }, published);
    app.clock.set('2026-04-02T02:00:00Z');
    await correctedCases(1, 20);
    await audit();
    const measured = async () => (await officer().listGuideProposals({})).items.find((one) => one.id === id);
    expect(await measured()).toMatchObject({
      state: 'published',
      rates: { effect: 'too-few-cases', after: { cases: 1, of: 20 } },
    });
    await correctedCases(0, 10);
    await audit();
    expect(await measured()).toMatchObject({
      state: 'measured',
      rates: { effect: 'better', before: { cases: 12, of: 32 }, after: { cases: 1, of: 30 } },
    });
  });

  test('is rejected with a reason only, and not proposed again the next night', async () => {
    await correctedCases(10, 20);
    await audit();
    const [proposal] = (await officer().listGuideProposals({})).items;
    const { id, revision } = proposal!;
    await expect(
      officer().rejectGuideProposal({ params: { id }, body: { revision, reason: '' } }),
    ).rejects.toMatchObject({
      problem: { issues: [{ field: 'body.reason' }] },
    });
    await officer().rejectGuideProposal({ params: { id }, body: { revision, reason: '已在表单中检查' } });
    app.clock.set('2026-03-05T02:00:00Z');
    await audit();
    expect((await officer().listGuideProposals({})).items.map(({ state }) => state)).toEqual(['rejected']);
    await expect(head().acceptGuideProposal({ params: { id }, body: { revision, note: null } })).rejects.toMatchObject({
      status: 403,
    });
  });

  test('is open again when its draft was given up', async () => {
    await correctedCases(10, 20);
    await audit();
    const [{ id, revision } = { id: '', revision: 0 }] = (await officer().listGuideProposals({})).items;
    const { draftId } = await officer().acceptGuideProposal({ params: { id }, body: { revision, note: '加说明' } });
    const { revision: draftRevision } = await officer().getMatterDraft({ params: { id: draftId } });
    const body = { action: 'abandon', revision: draftRevision, note: '暂不修改' } as const;
    await officer().actOnMatterDraft({ params: { id: draftId }, body });
    await audit();
    expect((await officer().listGuideProposals({})).items.map(({ state }) => state)).toEqual(['open']);
  });
});

test('a matter that is said to be online, but whose cases all come over the counter, is broken', async () => {
  const card = cardMatter();
  await publish(
    app.deps,
    [{ ...card, form: null, route: null, guide: { ...card.guide, isOnline: false } }],
    '2026-02-01',
  );
  await publish(app.deps, [card], '2026-03-01');
  await app.deps.services.get(catalogKey).refresh();
  for (let count = 0; count < 10; count += 1) {
    const id = await submit();
    await accept(id);
    await app.call().em.nativeUpdate(Case, { id }, { formVersionId: null });
  }
  await audit();
  expect((await rowOf(codes.card))?.reasons).toMatchObject([
    { reason: 'counter-only', state: 'broken', cases: 10, of: 10 },
  ]);
});
