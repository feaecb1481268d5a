import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { places } from '../../../../../../tests/support/case-world.ts';
import { openPowerDesk, powerContent, round, type PowerDesk } from '../../../../../../tests/support/power-desk.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { remindOfFilings } from './remind-of-filings.ts';

let desk: PowerDesk;
beforeEach(async () => {
  desk = await openPowerDesk();
});
afterEach(() => desk.app.close());

const filings = async () => (await desk.officer.getPowerRound({ params: { id: desk.roundId } })).filings;
const noticesOf = async (kind: string) => {
  await desk.app.runJobs();
  const rows = await desk.app.deps.orm.em
    .fork()
    .execute<{ person_id: string }[]>('select person_id from notices where kind = ?', [kind]);
  return rows.map((row) => row.person_id);
};

test('a department enters, files and is accepted; the reform office sees who has filed and how much', async () => {
  expect(await noticesOf('power-opened')).toEqual([desk.headId]);
  expect([await desk.enter('学籍异动审核'), await desk.enter('成绩更正审批')]).toEqual(['QL-105-0001', 'QL-105-0002']);
  await desk.act(places.registry, 'submit');
  expect(await filings()).toMatchObject([
    { department: { name: '教务处' }, status: 'filed', entries: 2, isLate: false, firstFiledOn: '2026-03-02' },
    { department: { name: '学生处' }, status: 'open', entries: 0, isLate: false },
  ]);
  await expect(desk.enter('课程免修审批')).rejects.toMatchObject({ problem: { code: 'power.not-editable' } });
  await desk.act(places.registry, 'return', '缺少设定依据');
  expect(await noticesOf('power-returned')).toEqual([desk.headId]);
  expect(await desk.enter('课程免修审批')).toBe('QL-105-0003');
  await desk.act(places.registry, 'submit');
  await desk.act(places.registry, 'accept');
  expect((await desk.officer.listPowerRounds({})).items).toMatchObject([{ departments: 2, filed: 1, accepted: 1 }]);
});

test('what is entered late is taken and marked; a round that is closed takes nothing more', async () => {
  desk.app.clock.set('2026-03-23T02:00:00Z');
  await desk.act(places.affairs, 'submit', '本部门没有小微权力');
  expect((await filings())[1]).toMatchObject({ isLate: true, firstFiledOn: '2026-03-23', note: '本部门没有小微权力' });
  await desk.officer.closePowerRound({ params: { id: desk.roundId } });
  await expect(desk.enter('课程免修审批')).rejects.toMatchObject({ problem: { code: 'power.not-editable' } });
  await expect(desk.act(places.registry, 'submit')).rejects.toMatchObject({
    problem: {
      code: 'power.not-allowed',
      issues: [{ code: 'round.closed' }, { code: 'filing.empty', field: 'body.note' }],
    },
  });
});

test('a department is in one round at a time, and every fault of a new round is named at once', async () => {
  const again = { title: '又一轮', opensOn: '2026-03-01', dueOn: '2026-03-01', departmentIds: [places.registry] };
  await expect(desk.officer.openPowerRound({ body: again })).rejects.toMatchObject({
    problem: {
      issues: [
        { field: 'body.departmentIds', message: expect.stringContaining('教务处') },
        { field: 'body.opensOn' },
        { field: 'body.dueOn' },
      ],
    },
  });
  const body = { ...round, title: '学院', departmentIds: [places.college] };
  const both = await Promise.allSettled([
    desk.officer.openPowerRound({ body }),
    desk.colleague.openPowerRound({ body }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('two who enter at once get two codes, and a code that was withdrawn is not given again', async () => {
  const made = await Promise.all(['甲类审批', '乙类审批', '丙类审批'].map((name) => desk.enter(name)));
  expect(made.sort()).toEqual(['QL-105-0001', 'QL-105-0002', 'QL-105-0003']);
  await desk.clerk.withdrawPowerEntry({ params: { code: 'QL-105-0003' }, body: { revision: 0 } });
  expect(await desk.enter('丁类审批')).toBe('QL-105-0004');
  expect((await desk.clerk.listPowerEntries({})).items.map(({ code }) => code)).toEqual([
    'QL-105-0001',
    'QL-105-0002',
    'QL-105-0004',
  ]);
});

test('two who save one entry at once: the second is told', async () => {
  const code = await desk.enter('学籍异动审核');
  const save = (exercise: string) =>
    desk.clerk.savePowerEntry({
      params: { code },
      body: { revision: 0, content: powerContent('学籍异动审核', { exercise }) },
    });
  const both = await Promise.allSettled([save('先审后批'), save('即审即批')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { problem: { code: 'record.changed' } },
  });
});

test('R-AUTHZ-2: an office sees and enters its own alone; heads file, the reform office accepts', async () => {
  const code = await desk.enter('学籍异动审核');
  const stranger = desk.app.as(staff('clerk', 'department', places.college));
  expect((await stranger.listPowerEntries({})).items).toEqual([]);
  expect((await stranger.listPowerRounds({})).items).toEqual([]);
  for (const ask of [
    () => stranger.getPowerEntry({ params: { code } }),
    () => stranger.getPowerRound({ params: { id: desk.roundId } }),
  ]) {
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  }
  const body = { departmentId: places.registry, content: powerContent('越权录入') };
  await expect(stranger.createPowerEntry({ body })).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  const mine = (await desk.clerk.getPowerRound({ params: { id: desk.roundId } })).filings;
  expect(mine).toMatchObject([{ department: { name: '教务处' }, availableActions: [], isEnterable: true }]);
  for (const action of ['submit', 'accept'] as const) {
    const step = { params: { id: mine[0]!.id }, body: { action, revision: 0, note: null } };
    await expect(desk.clerk.actOnPowerFiling(step)).rejects.toMatchObject({ problem: { code: 'access.denied' } });
  }
});

test('heads who have not filed are reminded before and after the due day, once each, and no more once they have', async () => {
  const remind = async (at: string, jobId: string) => {
    desk.app.clock.set(at);
    const caller = { principal: systemPrincipal('power.remind'), idempotencyKey: jobId };
    await remindOfFilings({ deps: desk.app.deps, em: desk.app.deps.orm.em.fork(), jobId, attempt: 1, caller });
    return [(await noticesOf('power-due')).length, (await noticesOf('power-overdue')).length];
  };
  expect(await remind('2026-03-05T01:00:00Z', 'job-0001')).toEqual([0, 0]);
  expect(await remind('2026-03-13T01:00:00Z', 'job-0002')).toEqual([1, 0]);
  expect(await remind('2026-03-14T01:00:00Z', 'job-0003')).toEqual([1, 0]);
  expect(await remind('2026-03-16T01:00:00Z', 'job-0004')).toEqual([1, 0]);
  expect(await remind('2026-03-19T01:00:00Z', 'job-0005')).toEqual([2, 0]);
  expect(await remind('2026-03-23T01:00:00Z', 'job-0006')).toEqual([2, 1]);
  expect(await remind('2026-03-24T01:00:00Z', 'job-0007')).toEqual([2, 1]);
  await desk.act(places.registry, 'submit', '本部门没有小微权力');
  expect(await remind('2026-03-27T01:00:00Z', 'job-0008')).toEqual([2, 1]);
});
