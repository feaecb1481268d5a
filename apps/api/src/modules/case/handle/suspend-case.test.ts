import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError, type OfficeCaseData } from '@yitang/contract';
import {
  cardMatter,
  codes,
  makeCaseWorld,
  publish,
  type CaseWorld,
} from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-03-02T02:00:00Z'));

const clerk = () => app.as(world.registryClerk);
const publication = { ground: '公示 5 个工作日', basis: '学生证管理办法第六条', expectedOn: '2026-03-10' };

let made = 0;
/** An accepted case, due on Monday the 16th of March. */
async function acceptedCase(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `suspend-${(made += 1)}` });
  await clerk().acceptCase({ params: { id: draftId }, body: { version: 1 } });
  return draftId;
}

const suspend = (id: string, version = 2): Promise<OfficeCaseData> =>
  clerk().suspendCase({ params: { id }, body: { version, ...publication } });
const mine = (id: string) => app.as(world.student).getMyCase({ params: { id } });
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiError ? error.problem : undefined),
  );

describe('a special procedure (特别程序)', () => {
  test('PROG-2: stops the clock; clerk and applicant read since when, on what ground and basis, and until when', async () => {
    const id = await acceptedCase();
    const stopped = await suspend(id);
    const standing = { since: '2026-03-02T02:00:00.000Z', ...publication };
    expect(stopped).toMatchObject({
      status: 'suspended',
      light: 'paused',
      dueDate: '2026-03-10',
      suspension: standing,
    });
    expect(stopped.availableActions).toEqual(['resume']);
    expect(stopped.timeline.at(-1)).toMatchObject({
      by: '教务处 学籍管理岗 王老师',
      note: '公示 5 个工作日\n依据：学生证管理办法第六条\n预计结束：2026-03-10',
    });
    const view = await mine(id);
    expect(view).toMatchObject({ status: 'suspended', suspension: standing, availableActions: ['withdraw'] });
    expect(view.stations[1]?.stopped).toBe(publication.ground);
    await app.runJobs();
    // Two notices of one instant come in no order.
    const { items } = await app.as(world.student).listNotices({});
    const notice = items.find(({ kind }) => kind === 'case-suspended');
    expect(notice).toMatchObject({ path: `/my/cases/${id}` });
    expect(notice?.text).toContain('2026年3月10日');
    // The ground may be personal: it is told on the page, not in a mail (NOTI-2).
    expect(notice?.text).not.toContain('公示');
  });

  test('INBX-2: in the inbox it is grey, with the day on which it should end', async () => {
    const id = await acceptedCase();
    await suspend(id);
    const { items } = await clerk().listInbox({ query: { limit: 100 } });
    expect(items.find((row) => row.id === id)).toMatchObject({ light: 'paused', dueDate: '2026-03-10' });
  });

  test('resumed, it gives back the working days that it covered, and the applicant is told the new date', async () => {
    const id = await acceptedCase();
    const before = (await mine(id)).dueDate;
    await suspend(id);
    app.clock.set('2026-03-05T02:00:00Z');
    const resumed = await clerk().resumeCase({ params: { id }, body: { version: 3, note: '公示无异议' } });
    expect([before, resumed.dueDate]).toEqual(['2026-03-16', '2026-03-18']);
    expect(resumed).toMatchObject({ status: 'handling', suspension: null, light: 'green' });
    expect(resumed.timeline.at(-1)).toMatchObject({ what: { zh: '特别程序结束，恢复计时' }, note: '公示无异议' });
    expect(resumed.availableActions).toContain('approve');
    expect(await mine(id)).toMatchObject({ suspension: null, dueDate: '2026-03-18' });
    await app.runJobs();
    const [notice] = (await app.as(world.student).listNotices({})).items;
    expect(notice).toMatchObject({ kind: 'case-resumed' });
    expect(notice?.text).toContain('2026年3月18日');
  });

  test('what is missing is said all at once, each with its field', async () => {
    const id = await acceptedCase();
    const bare = { version: 2, ground: ' ', basis: '', expectedOn: 'soon' };
    const missing = await problemOf(clerk().suspendCase({ params: { id }, body: bare }));
    expect(missing?.issues?.map(({ field }) => field)).toEqual(['body.ground', 'body.basis', 'body.expectedOn']);
    const past = await problemOf(
      clerk().suspendCase({ params: { id }, body: { version: 2, ...publication, expectedOn: '2026-03-01' } }),
    );
    expect(past?.issues).toMatchObject([{ field: 'body.expectedOn', message: '不能早于 2026年3月2日。' }]);
  });

  test('other posts, the applicant and whoever comes at another time change nothing', async () => {
    const id = await acceptedCase();
    const at = { params: { id } };
    const body = { version: 2, ...publication };
    const codeOf = async (work: Promise<unknown>) => (await problemOf(work))?.code;
    expect(await codeOf(app.as(world.collegeClerk).suspendCase({ ...at, body }))).toBe('record.not-found');
    expect(await codeOf(app.as(world.student).suspendCase({ ...at, body }))).toBe('access.denied');
    expect(await codeOf(clerk().resumeCase({ ...at, body: { version: 2 } }))).toBe('case.not-allowed');
    expect((await clerk().getOfficeCase(at)).version).toBe(2);
  });

  test('R-TX-2: of ten suspensions and ten decisions at once one wins, the others are told', async () => {
    const id = await acceptedCase();
    const acts = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? suspend(id)
        : app.as(world.registryHead).approveCase({ params: { id }, body: { version: 2, note: '同意' } }),
    );
    const results = await Promise.allSettled(acts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as ApiError);
    expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['record.changed']));
    const rows = await app
      .call()
      .em.execute<{ n: number }[]>(
        "select count(*) as n from audit_entries where target = ? and outcome = 'done' and action in ('case.suspend', 'case.approve')",
        [`case:${id}`],
      );
    expect(Number(rows[0]?.n)).toBe(1);
  });

  test('two who resume at once: one does, and the date is given back once', async () => {
    const id = await acceptedCase();
    await suspend(id);
    app.clock.set('2026-03-05T02:00:00Z');
    const resume = (by: CaseWorld['registryClerk']) => app.as(by).resumeCase({ params: { id }, body: { version: 3 } });
    const results = await Promise.allSettled([resume(world.registryClerk), resume(world.registryHead)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await mine(id)).toMatchObject({ status: 'handling', dueDate: '2026-03-18' });
  });
});

test('a guide that names its special procedures leaves no other, each within its own limit', async () => {
  const { guide, ...matter } = cardMatter();
  const procedures = [{ kind: 'other', name: { zh: '公示' }, basis: '学生证管理办法第六条', limitDays: 5 }] as const;
  await publish(app.deps, [{ ...matter, guide: { ...guide, specialProcedures: procedures } }], '2026-03-02');
  await app.deps.services.get(catalogKey).refresh();
  const id = await acceptedCase();
  const { suspensionGrounds } = await clerk().getOfficeCase({ params: { id } });
  expect(suspensionGrounds).toEqual([{ name: '公示', basis: '学生证管理办法第六条', limitDays: 5 }]);
  const ask = (over: object) =>
    clerk().suspendCase({
      params: { id },
      body: { version: 2, ground: '公示', basis: '', expectedOn: '2026-03-09', ...over },
    });
  expect((await problemOf(ask({ ground: '等一等' })))?.issues).toMatchObject([
    { field: 'body.ground', code: 'decision.ground-unknown' },
    { field: 'body.basis' },
  ]);
  expect((await problemOf(ask({ expectedOn: '2026-03-10' })))?.issues).toMatchObject([{ field: 'body.expectedOn' }]);
  expect(await ask({})).toMatchObject({
    status: 'suspended',
    suspension: { ground: '公示', basis: '学生证管理办法第六条' },
  });
});
