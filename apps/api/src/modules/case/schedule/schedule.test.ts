import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, makeCalendar, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { calendarImported } from '../../organization/index.ts';
import { WorkCalendar } from '../../organization/work-calendar.entity.ts';
import { compareCounters, foldCounters, rebuildCounters } from '../index.ts';
import { forgetDirectory } from '../directory.ts';

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

async function submit(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `schedule-${(made += 1)}` });
  return draftId;
}

const view = (id: string) => app.as(world.student).getMyCase({ params: { id } });
const clerk = () => app.as(world.registryClerk);

describe('what happens when nobody does anything', () => {
  test('silence accepts after five working days, as of the day of receipt', async () => {
    const id = await submit();
    app.clock.set('2026-03-09T12:00:00Z');
    await app.runJobs();
    expect((await view(id)).status).toBe('submitted');
    app.clock.set('2026-03-09T23:00:00Z');
    await app.runJobs();
    const seen = await clerk().getOfficeCase({ params: { id } });
    expect(seen).toMatchObject({ status: 'handling', dueDate: '2026-03-16' });
    expect(seen.timeline.at(-1)).toMatchObject({ what: { zh: '逾期未告知，视为受理' }, by: '系统' });
    expect(seen.availableActions).toContain('approve');
  });

  test('corrections that nobody supplies are returned when their last day is over', async () => {
    const id = await submitLeave(app.as(world.student), { idempotencyKey: 'schedule-correction' });
    await app.as(world.collegeClerk).requestCorrection({
      params: { id },
      body: { version: 1, items: [{ field: 'explanation', reason: '请写明时间' }] },
    });
    expect((await view(id)).correction?.dueDate).toBe('2026-03-23');
    app.clock.set('2026-03-23T10:00:00Z');
    await app.runJobs();
    expect((await view(id)).status).toBe('correcting');
    app.clock.set('2026-03-23T23:00:00Z');
    await app.runJobs();
    expect(await view(id)).toMatchObject({ status: 'expired', correction: null, availableActions: [] });
  });

  test('a draft is kept for 30 days after the last change, and then gone', async () => {
    const student = app.as(world.student);
    const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
    const { items } = await student.listDrafts({});
    expect(items).toMatchObject([{ id: draftId, keptUntil: '2026-04-02' }]);
    app.clock.set('2026-04-01T15:00:00Z');
    await app.runJobs();
    expect((await student.getDraft({ params: { draftId } })).id).toBe(draftId);
    app.clock.set('2026-04-02T20:00:00Z');
    await app.runJobs();
    expect(await student.listDrafts({})).toEqual({ items: [] });
    expect(await app.call().em.execute('select id from case_drafts')).toEqual([]);
  });
});

describe('a year whose calendar is not published', () => {
  const forget = async (year: number): Promise<void> => {
    await app.call().em.nativeDelete(WorkCalendar, { year });
    forgetDirectory(app.deps);
  };

  test('nothing is refused: the date reads 待校历公布 until the year is imported', async () => {
    await forget(2027);
    app.clock.set('2026-12-28T02:00:00Z');
    const id = await submit();
    expect(await view(id)).toMatchObject({ status: 'submitted', dueDate: null, isWaitingForCalendar: true });
    const [row] = (await clerk().listInbox({})).items;
    expect(row).toMatchObject({ id, dueDate: null, light: 'waiting' });
    const accepted = await clerk().acceptCase({ params: { id }, body: { version: 1 } });
    expect(accepted).toMatchObject({ status: 'handling', isWaitingForCalendar: true });
    const em = app.call().em;
    makeCalendar(em, [2027]);
    await em.flush();
    await app.deps.runCommand(app.call(world.registryHead), { name: 'test.import' }, async (tx) => {
      tx.enqueue(calendarImported(2027));
      tx.audit({ action: 'test.import', chain: 'test', target: { type: 'test', id: '1' }, outcome: 'done' });
    });
    await app.runJobs();
    expect(await view(id)).toMatchObject({ dueDate: '2027-01-11', isWaitingForCalendar: false });
    expect((await clerk().listInbox({})).items).toMatchObject([{ id, dueDate: '2027-01-11', light: 'green' }]);
  });
});

describe('counters', () => {
  test('two folders at once count each event once, and a counter that was bent is found and mended', async () => {
    for (let index = 0; index < 3; index += 1) await submit();
    const em = () => app.call().em;
    const results = await Promise.allSettled([foldCounters(em()), foldCounters(em())]);
    const folded = results.map((result) => (result.status === 'fulfilled' ? result.value : 0));
    expect(Math.max(...folded)).toBe(3);
    expect(await compareCounters(em())).toEqual([]);
    await em().execute('update case_counters set value = value + 5', [], 'run');
    expect((await compareCounters(em())).map(({ sum }) => sum)).toEqual([-5]);
    expect(await rebuildCounters(em())).toHaveLength(1);
    expect(await compareCounters(em())).toEqual([]);
  });
});
