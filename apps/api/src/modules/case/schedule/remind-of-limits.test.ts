import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { forgetDirectory } from '../directory.ts';
import { WorkCalendar } from '../../organization/work-calendar.entity.ts';
import { remindOfLimits } from './remind-of-limits.ts';

let app: TestApp;
let world: CaseWorld;
let headId: string;
let made = 0;
beforeEach(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const grant = { role: 'head', scopeKind: 'department', scopeId: places.registry } as const;
      headId = (await makePerson(deps, { kind: 'staff', grants: [grant] })).personId;
    },
  });
});
afterEach(() => app.close());

const clerk = () => app.as(world.registryClerk);
const student = () => app.as(world.student);
const morning = (day: string) => app.clock.set(`${day}T00:30:00Z`);

async function submit(): Promise<string> {
  const { id: draftId } = await student().openDraft({ body: { matterCode: codes.card } });
  await student().savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student().submitDraft({ params: { draftId }, body: {}, idempotencyKey: `remind-${(made += 1)}` });
  return draftId;
}

/** Promised within ten working days. */
async function accepted(): Promise<string> {
  const id = await submit();
  await clerk().acceptCase({ params: { id }, body: { version: 1 } });
  return id;
}

async function correcting(): Promise<string> {
  const from = app.clock.now().toISOString().slice(0, 10);
  const id = await submitLeave(student(), { from, idempotencyKey: `remind-${(made += 1)}` });
  const items = [{ field: 'explanation', reason: '请写明时间' }];
  await app.as(world.collegeClerk).requestCorrection({ params: { id }, body: { version: 1, items } });
  return id;
}

/** The morning's round as an instance of its own does it. */
function remind(): Promise<void> {
  const jobId = newId();
  const caller = { principal: systemPrincipal('cron:case.remind'), idempotencyKey: `job:${jobId}` };
  return remindOfLimits({ deps: app.deps, em: app.deps.orm.em.fork(), jobId, attempt: 1, caller });
}

/** What people were told by reminders so far: kind, to whom, of which day. */
async function told(): Promise<string[]> {
  const rows = await app
    .call()
    .em.execute<{ payload: unknown }[]>("select payload from jobs where kind = 'notice.send' order by id");
  const names = new Map([
    [world.student.personId, 'applicant'],
    [world.registryClerk.personId, 'holder'],
    [headId, 'head'],
  ]);
  return rows
    .map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as Record<string, string>)
    .filter(({ kind }) => ['correction-due', 'case-due', 'case-overdue', 'suspension-over'].includes(kind ?? ''))
    .map(({ kind, personId, dueDate }) => `${kind} ${names.get(personId) ?? personId} ${dueDate}`)
    .sort();
}

describe('corrections that are due soon (CORR-4)', () => {
  test('the applicant is told three days and one day before, once each, and then that the time is over', async () => {
    const id = await correcting();
    const until = (await student().getMyCase({ params: { id } })).correction?.dueDate;
    expect(until).toBe('2026-03-23');
    for (const day of ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23']) {
      morning(day);
      await app.runJobs();
      await remind();
    }
    expect(await told()).toEqual(Array(2).fill('correction-due applicant 2026-03-23'));
    app.clock.set('2026-03-23T23:00:00Z');
    await app.runJobs();
    const kinds = (await student().listNotices({})).items.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['correction-expired', 'correction-due', 'correction-due']);
  });

  test('over the edge of the year: asked for in December, due in January', async () => {
    app.clock.set('2026-12-14T02:00:00Z');
    await correcting();
    const seen: number[] = [];
    for (const day of ['2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04']) {
      morning(day);
      await remind();
      seen.push((await told()).length);
    }
    expect(seen).toEqual([0, 1, 2, 2]);
    expect(await told()).toEqual(Array(2).fill('correction-due applicant 2027-01-04'));
  });

  test('nobody is reminded of a date that waits for its calendar', async () => {
    await app.call().em.nativeDelete(WorkCalendar, { year: 2027 });
    forgetDirectory(app.deps);
    app.clock.set('2026-12-28T02:00:00Z');
    await correcting();
    morning('2027-01-15');
    await remind();
    expect(await told()).toEqual([]);
  });

  test('who has supplied them is left alone', async () => {
    const id = await correcting();
    await student().supplyCorrection({ params: { id }, body: { version: 2, answers: { explanation: '三月至六月' } } });
    morning('2026-03-22');
    await remind();
    expect((await told()).filter((line) => line.startsWith('correction'))).toEqual([]);
  });
});

describe('cases that are due soon or late', () => {
  test('the holder of the post is told before, the head too when it is late; once each', async () => {
    await accepted();
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-16']) {
      morning(day);
      await remind();
    }
    expect(await told()).toEqual(['case-due holder 2026-03-16']);
    for (const day of ['2026-03-17', '2026-03-18', '2026-03-30']) {
      morning(day);
      await remind();
    }
    expect(await told()).toEqual([
      'case-due holder 2026-03-16',
      'case-overdue head 2026-03-16',
      'case-overdue holder 2026-03-16',
    ]);
  });

  test('several instances at once and a restart make one reminder, with one audit entry', async () => {
    const id = await accepted();
    morning('2026-03-13');
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    expect(await told()).toEqual(['case-due holder 2026-03-16']);
    const entries = await app
      .call()
      .em.execute<{ after: string }[]>("select after from audit_entries where action = 'case.remind' and target = ?", [
        `case:${id}`,
      ]);
    expect(entries.map(({ after }) => JSON.parse(after) as unknown)).toEqual([
      { mark: 'due-soon', dueOn: '2026-03-16', told: 1 },
    ]);
  });

  test('while the clock stands nobody is; resumed, the new date counts', async () => {
    const id = await accepted();
    const body = { version: 2, ground: '公示', basis: '办法第六条', expectedOn: '2026-03-20' };
    await clerk().suspendCase({ params: { id }, body });
    for (const day of ['2026-03-13', '2026-03-16', '2026-03-17', '2026-03-19', '2026-03-20']) {
      morning(day);
      await remind();
    }
    expect(await told()).toEqual([]);
    await clerk().resumeCase({ params: { id }, body: { version: 3 } });
    morning('2026-04-07');
    await remind();
    expect(await told()).toEqual(['case-overdue head 2026-04-02', 'case-overdue holder 2026-04-02']);
  });

  test('a special procedure that should have ended is asked about once, on a day of work, until it is', async () => {
    const id = await accepted();
    const body = { version: 2, ground: '公示', basis: '办法第六条', expectedOn: '2026-03-20' };
    await clerk().suspendCase({ params: { id }, body });
    morning('2026-03-21');
    await remind();
    expect(await told()).toEqual([]);
    for (const day of ['2026-03-23', '2026-03-24', '2026-03-31']) {
      morning(day);
      await remind();
    }
    expect(await told()).toEqual(['suspension-over holder 2026-03-20']);
  });

  test('the decision on acceptance is a limit as well', async () => {
    await submit();
    morning('2026-03-06');
    await remind();
    expect(await told()).toEqual(['case-due holder 2026-03-09']);
  });

  test('not on a day off, but on the next day of work; of a post that nobody holds the head is told', async () => {
    await accepted();
    await app.call().em.execute("update post_holders set until_day = '2026-03-10'", [], 'run');
    morning('2026-03-21');
    await remind();
    expect(await told()).toEqual([]);
    morning('2026-03-23');
    await remind();
    expect(await told()).toEqual(['case-overdue head 2026-03-16']);
  });
});
