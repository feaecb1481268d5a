import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseData, OfficeCaseData } from '@yitang/contract';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Principal } from '../../platform/principal/index.ts';
import { compareCounters, findBrokenEvents, foldCounters } from './index.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());

const by = (principal: Principal) => app.as(principal);
const office = (principal: Principal, id: string): Promise<OfficeCaseData> =>
  by(principal).getOfficeCase({ params: { id } });
const mine = (id: string): Promise<CaseData> => by(world.student).getMyCase({ params: { id } });
const answers = { reason: 'other', explanation: '家中有事需要照顾', from: '2026-03-09' };

describe('the whole life of a case through three departments', () => {
  let draftId: string;
  let id: string;

  test('APP-1: conditions are told before the first question', async () => {
    const precheck = await by(world.student).precheckMatter({ params: { code: codes.leave } });
    expect(precheck).toMatchObject({ isReady: true, draftId: null, matter: { promisedDays: 10, isInstant: false } });
    expect(precheck.preconditions.map(({ key, isMet }) => [key, isMet])).toEqual([
      ['registered', true],
      ['no-open-case', true],
    ]);
  });

  test('APP-2, APP-3: known data is there with its source, one page after the other', async () => {
    const draft = await by(world.student).openDraft({ body: { matterCode: codes.leave } });
    draftId = draft.id;
    expect(draft.page?.fields.map(({ key, value, known }) => [key, value, known?.isLocked])).toEqual([
      ['name', '张𠮷', true],
      ['number', '2023001', true],
    ]);
    const pages = () => by(world.student).getDraft({ params: { draftId } });
    expect((await pages()).pages.map(({ key, isOpen }) => [key, isOpen])).toEqual([
      ['identity', true],
      ['reason', false],
      ['contact', false],
      ['check', false],
    ]);
    await by(world.student).savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
    await by(world.student).savePage({ params: { draftId, page: 'reason' }, body: { answers } });
    const last = await by(world.student).savePage({
      params: { draftId, page: 'contact' },
      body: { answers: { consent: true } },
    });
    expect(last.isReady).toBe(true);
  });

  test('APP-10, APP-11: submitting gives a number, a due date and who holds it', async () => {
    const submitted = await by(world.student).submitDraft({
      params: { draftId },
      body: {},
      idempotencyKey: 'life-of-a-case',
    });
    id = submitted.caseId;
    expect(submitted).toMatchObject({ status: 'submitted', dueDate: '2026-03-16' });
    expect(submitted.number).toMatch(/^YT20260302\d{6}[0-9A-Z]$/);
    const again = await by(world.student).precheckMatter({ params: { code: codes.leave } });
    expect(again).toMatchObject({
      isReady: false,
      preconditions: [{ isMet: true }, { isMet: false, remedyLink: '/my/cases' }],
    });
    expect(again.preconditions[0]).not.toHaveProperty('remedyLink');
    const view = await mine(id);
    expect(view.holder).toBe('历史学院 学生工作岗');
    expect(view.stations.map(({ key, state }) => [key, state])).toEqual([
      ['submitted', 'done'],
      ['college', 'current'],
      ['affairs', 'ahead'],
      ['registry', 'ahead'],
      ['result', 'ahead'],
    ]);
    expect(view.availableActions).toEqual(['withdraw']);
    expect(await by(world.student).listDrafts({})).toEqual({ items: [] });
  });

  test('only the post of the own college finds it in its inbox, masked', async () => {
    const inbox = await by(world.collegeClerk).listInbox({});
    expect(inbox.items).toMatchObject([{ id, applicantName: '张𠮷', dueDate: '2026-03-09', light: 'green' }]);
    expect(inbox.counts).toEqual({ open: 1, correcting: 0, extension: null });
    expect((await by(world.otherCollegeClerk).listInbox({})).items).toEqual([]);
    const view = await office(world.collegeClerk, id);
    expect(view.availableActions).toEqual(['accept', 'request-correction', 'refuse']);
    expect(view.applicant).toMatchObject({ phoneMasked: '138****8000' });
    expect(JSON.stringify(view)).not.toContain('13800138000');
    expect(JSON.stringify(view)).not.toContain('家中有事');
  });

  test('accepted, the clock runs; a list of corrections stops it and comes back changed (PROG-2)', async () => {
    const accepted = await by(world.collegeClerk).acceptCase({ params: { id }, body: { version: 1 } });
    expect(accepted).toMatchObject({ status: 'handling', version: 2, dueDate: '2026-03-16' });
    const asked = await by(world.collegeClerk).requestCorrection({
      params: { id },
      body: { version: 2, items: [{ field: 'explanation', reason: '请写明照顾谁' }], message: '其他都好' },
    });
    expect(asked).toMatchObject({ status: 'correcting', light: 'paused', correctionRounds: 1 });
    const view = await mine(id);
    expect(view).toMatchObject({
      needs: 'correction',
      correction: { round: 1, dueDate: '2026-03-23', message: '其他都好' },
    });
    expect(view.correction?.page.fields.map(({ key }) => key)).toEqual(['explanation']);
    expect(view.stations[1]?.stopped).toContain('补正');
    app.clock.set('2026-03-10T02:00:00Z');
    // The date that was asked for lies in the past by now: nobody asked to correct it, so it is not judged again.
    const supplied = await by(world.student).supplyCorrection({
      params: { id },
      body: { version: view.version, answers: { explanation: '照顾住院的母亲' } },
    });
    expect(supplied).toMatchObject({ status: 'handling', correction: null, dueDate: '2026-03-23' });
    expect((await office(world.collegeClerk, id)).changes).toEqual([
      { field: 'explanation', label: { zh: '说明' }, before: '家***', after: '照***', isSensitive: true },
    ]);
  });

  test('CORR-3: what was masked is compared by whoever says what for, and that is recorded', async () => {
    const purpose = '核对补正前后是否一致';
    const reveal = (field: string) =>
      by(world.collegeClerk).revealFields({ params: { id }, body: { fields: [field], purpose } });
    expect((await reveal('changes.explanation')).values).toEqual([
      { field: 'changes.explanation', before: '家中有事需要照顾', value: '照顾住院的母亲' },
    ]);
    await expect(reveal('changes.reason')).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
    await expect(reveal('changes.phone')).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
    const em = app.call().em;
    const looks = await em.execute<{ after: string }[]>(
      "select after from audit_entries where action = 'case.reveal' and outcome = 'done' order by id",
    );
    expect(looks.map(({ after }) => JSON.parse(after) as unknown)).toEqual([
      { purpose, fields: ['changes.explanation'] },
    ]);
    const kept = await em.execute<{ changes: string }[]>('select changes from corrections');
    expect(JSON.stringify(kept)).not.toMatch(/母亲|家中/);
  });

  test('passed on twice, then decided: each stage is another department', async () => {
    const version = (await office(world.collegeClerk, id)).version;
    const passed = await by(world.collegeClerk).passCase({ params: { id }, body: { version, note: '情况属实' } });
    expect(passed.availableActions).toEqual([]);
    await by(world.affairsClerk).passCase({ params: { id }, body: { version: version + 1 } });
    expect((await office(world.registryClerk, id)).availableActions).toEqual(['approve', 'decline']);
    const approved = await by(world.registryClerk).approveCase({ params: { id }, body: { version: version + 2 } });
    expect(approved.status).toBe('approved');
    expect(approved.timeline.map(({ what }) => what.zh)).toEqual([
      '提交申请',
      '受理',
      '告知补正',
      '提交补正',
      '审核通过，转下一环节',
      '审核通过，转下一环节',
      '准予，办结',
    ]);
    expect(approved.timeline[1]?.by).toBe('历史学院 学生工作岗 王老师');
    const view = await mine(id);
    expect(view).toMatchObject({
      status: 'approved',
      needs: 'rating',
      decision: { outcome: 'approved' },
      availableActions: ['rate'],
    });
    expect(view.stations.at(-1)).toMatchObject({ key: 'result', state: 'current' });
  });

  test('CNTR-4: who collects the result in person has it, and the visit counts', async () => {
    const collected = await by(world.registryClerk).recordVisit({
      params: { id },
      body: { kind: 'collection', reason: 'collection' },
    });
    expect(collected).toMatchObject({
      status: 'delivered',
      visits: [{ kind: 'collection', place: '教务处', reason: 'collection' }],
    });
    expect(collected.timeline.map(({ note }) => note)).toContain('领取结果');
    await by(world.student).rateCase({ params: { id }, body: { level: 1, trips: 2 } });
    const { trips } = await office(world.registryClerk, id);
    expect(trips).toMatchObject({ declared: 0, actual2017: 1, actual2019: 2, answer: { trips: 2 }, isDisputed: true });
    expect((await mine(id)).needs).toBeNull();
  });

  test('counters equal the recount, and the story is whole', async () => {
    const em = () => app.call().em;
    expect(await foldCounters(em())).toBeGreaterThan(0);
    expect(await compareCounters(em())).toEqual([]);
    const broken = [];
    for await (const one of findBrokenEvents(em())) broken.push(one);
    expect(broken).toEqual([]);
  });

  test('R-AUD-3: a word changed behind our back is named', async () => {
    const em = app.call().em;
    await em.execute("update case_events set actor_label = '别人' where case_id = ? and seq = 3", [id], 'run');
    const broken = [];
    for await (const one of findBrokenEvents(em)) broken.push(one);
    expect(broken).toEqual([{ caseId: id, seq: 3, fault: 'hash' }]);
  });
});
