import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openPowerDesk, type PowerDesk } from '../../../../../../tests/support/power-desk.ts';

let desk: PowerDesk;
let codes: string[];
const why = { reason: '清单梳理', documents: '校发〔2026〕5号' };
const withdraw = (number: number, reason = '会议决定推迟公布') =>
  desk.officer.withdrawPowerEdition({ params: { number }, body: { reason } });

beforeEach(async () => {
  desk = await openPowerDesk();
  codes = await desk.accepted('学生证补办', '成绩更正');
  await desk.officer.combPowers({ body: { action: 'keep', powers: await desk.chosen(...codes), ...why } });
  await desk.publish();
  await desk.officer.combPowers({ body: { action: 'cancel', powers: await desk.chosen(codes[1]!), ...why } });
  await desk.publish('第二版', '2026-04-01');
});
afterEach(() => desk.app.close());

test('an edition that is withdrawn before its day never comes into force, and its number is not used again', async () => {
  const { items } = await desk.officer.listConsoleEditions({});
  expect(items.map(({ number, status, isWithdrawable }) => [number, status, isWithdrawable])).toEqual([
    [2, 'scheduled', true],
    [1, 'in-force', false],
  ]);
  await withdraw(2);
  const [first] = (await desk.officer.listConsoleEditions({})).items;
  expect(first).toMatchObject({
    status: 'withdrawn',
    withdrawnBy: '沈一凡',
    withdrawnReason: '会议决定推迟公布',
    isWithdrawable: false,
  });
  expect(await desk.publish('第三版', '2026-04-02')).toEqual({ number: 3, entries: 1 });
  desk.app.clock.set('2026-04-01T02:00:00Z');
  await desk.refresh();
  expect((await desk.app.as().listPowers({})).edition).toMatchObject({ number: 1, entries: 2 });
  desk.app.clock.set('2026-04-02T02:00:00Z');
  await desk.refresh();
  expect((await desk.app.as().listPowerEditions({})).items.map(({ number }) => number)).toEqual([3, 1]);
  const { since } = await desk.app.as().getPowerChanges({ params: { number: 3 } });
  expect(since?.number).toBe(1);
});

test('what only the withdrawn edition made public is undone as before; the edition before it keeps its decisions', async () => {
  const [cancelled, kept] = (await desk.officer.listPowerDecisions({})).items;
  expect([cancelled?.isUndoable, kept?.isUndoable]).toEqual([false, false]);
  await withdraw(2);
  const decisions = (await desk.officer.listPowerDecisions({})).items;
  expect(decisions.map(({ action, edition, isUndoable }) => [action, edition, isUndoable])).toEqual([
    ['cancel', null, true],
    ['keep', 1, false],
  ]);
  await desk.officer.undoPowerDecision({ params: { id: decisions[0]!.id } });
  expect((await desk.officer.getPowerEntry({ params: { code: codes[1]! } })).status).toBe('kept');
});

test('one that is in force, not the last or withdrawn already is refused, with every reason', async () => {
  await expect(withdraw(1)).rejects.toMatchObject({
    problem: { issues: [{ code: 'edition.in-force' }, { code: 'edition.not-latest' }] },
  });
  await expect(withdraw(9)).rejects.toMatchObject({ problem: { status: 404 } });
  const both = await Promise.allSettled([withdraw(2), withdraw(2)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(withdraw(2)).rejects.toMatchObject({ problem: { issues: [{ code: 'edition.withdrawn' }] } });
  await expect(
    desk.head.withdrawPowerEdition({ params: { number: 2 }, body: { reason: '想要撤回' } }),
  ).rejects.toMatchObject({ problem: { status: 403 } });
});
