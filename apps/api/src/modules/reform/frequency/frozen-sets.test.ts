import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import { codes } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { catalogKey } from '../../catalog/index.ts';
import { freezeSet } from './freeze-set.ts';
import { findFrozenSets } from './frozen-sets.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  desk = await openVolumeDesk();
});
afterEach(() => desk.app.close());

const freeze = (year: number, reason?: string) => desk.officer.freezeFrequencySet({ body: { year, reason } });
const issuesOf = (sent: Promise<unknown>) =>
  sent.then(
    () => [],
    (error: unknown) => (error instanceof ApiError ? error.problem.issues.map(({ field }) => field) : [String(error)]),
  );

describe('高频事项 of a year are frozen', () => {
  beforeEach(async () => {
    await desk.count(codes.leave, '2025-01', 70);
    await desk.count(codes.card, '2025-12', 20);
    await desk.count(codes.proof, '2026-01', 999);
  });

  test('with January to December of that year, and stay as they are when a report comes late', async () => {
    expect(await freeze(2025)).toEqual({ number: 1, setSize: 2 });
    await desk.enter({ matter: codes.card, month: '2025-11', source: 'card', cases: 5_000 });
    const frozen = await desk.officer.getFrozenSet({ params: { number: 1 } });
    expect(frozen).toMatchObject({
      year: 2025,
      firstMonth: '2025-01',
      lastMonth: '2025-12',
      total: 90,
      isGenuine: true,
    });
    expect(frozen.rows.map(({ code, volume, cumulativeShare }) => [code, volume, cumulativeShare])).toEqual([
      [codes.leave, 70, 7777],
      [codes.card, 20, 10000],
      [codes.proof, 0, 10000],
    ]);
    // Since March 2025: the year's largest has no case any more, a report and a matter of this year have come.
    expect(frozen.current?.wentOut.map(({ code }) => code)).toEqual([codes.leave]);
    const found = await findFrozenSets(desk.app.call().em, [2024, 2025]);
    expect(found.get(2025)?.document.rows).toHaveLength(3);
    expect(found.get(2024)).toBeUndefined();
  });

  test('with every matter that it leaves out and every month that was open, not their sums alone', async () => {
    const [em, card] = [desk.app.call().em, desk.idOf(codes.card)];
    await em.execute('update matters set retired_on = ? where id = ?', ['2025-12-31', card]);
    await em.execute('update matter_versions set effective_until = ? where matter_id = ?', ['2025-12-31', card]);
    await desk.app.deps.services.get(catalogKey).refresh();
    await desk.enter({ matter: codes.leave, month: '2025-02', source: 'one', cases: 5 });
    await desk.enter({ matter: codes.leave, month: '2025-02', source: 'other', cases: 6 });
    await freeze(2025);
    const { retired, leftOut, openMonths, rows } = await desk.officer.getFrozenSet({ params: { number: 1 } });
    expect([retired, leftOut]).toEqual([
      20,
      [{ code: codes.card, name: expect.any(String), department: '教务处', volume: 20, why: 'retired' }],
    ]);
    expect([openMonths, rows.filter((row) => row.openMonths > 0).map(({ code }) => code)]).toEqual([1, [codes.leave]]);
  });

  test('a year that is running, one without cases, and a second time without a reason are refused', async () => {
    expect(await issuesOf(freeze(2026))).toEqual(['body.year']);
    expect(await issuesOf(freeze(2020))).toEqual(['body.year']);
    await freeze(2025);
    expect(await issuesOf(freeze(2025))).toEqual(['body.reason']);
    expect(await freeze(2025, '补报了一卡通的数')).toMatchObject({ number: 2 });
    const { items } = await desk.officer.listFrozenSets();
    expect(items.map(({ number, replaces, reason }) => [number, replaces, reason])).toEqual([
      [2, 1, '补报了一卡通的数'],
      [1, null, null],
    ]);
  });

  test('by two at the same moment: there is one set, and the other one is told in a sentence', async () => {
    const both = await Promise.allSettled([freeze(2025), freeze(2025)]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as ApiError).problem] : []));
    expect(refused).toHaveLength(1);
    // A moment later the question is why there should be a second one.
    expect(['record.changed', 'request.invalid']).toContain(refused[0]?.code);
    expect((await desk.officer.listFrozenSets()).items).toHaveLength(1);
  });

  test('and somebody else was faster: also who gave a reason looks at that set first', async () => {
    const call = desk.app.call();
    const runCommand: typeof call.deps.runCommand = async (...given) => {
      await freeze(2025);
      return call.deps.runCommand(...given);
    };
    const slower = { ...call, principal: staff('reform-officer'), deps: { ...call.deps, runCommand } };
    await expect(freezeSet(slower, { year: 2025, reason: '补报了一卡通的数' })).rejects.toMatchObject({
      status: 409,
      code: 'record.changed',
      detail: '2025 年的清单刚刚已冻结为第 1 号，请查看后再决定是否重新冻结。',
    });
    expect((await desk.officer.listFrozenSets()).items).toHaveLength(1);
  });

  test('two years at once get two numbers', async () => {
    await desk.count(codes.card, '2024-12', 20);
    await Promise.all([freeze(2025, '理由'), freeze(2024, '不满一年')]);
    const { items } = await desk.officer.listFrozenSets();
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('a year whose first months are unknown is frozen with a reason only', async () => {
    await desk.enter({ matter: codes.card, month: '2024-11', source: 'card', cases: 3 });
    expect(await issuesOf(freeze(2024))).toEqual(['body.reason']);
    expect(await freeze(2024, '当年 11 月才开始统计')).toEqual({ number: 1, setSize: 1 });
  });

  test('by the rule that held, which is kept in it', async () => {
    await desk.count(codes.proof, '2025-03', 1_000);
    await desk.officer.setFrequencyRule({
      body: { joint: 'components', withInstant: false, audiences: [], reason: '即办件另行统计' },
    });
    await freeze(2025);
    const frozen = await desk.officer.getFrozenSet({ params: { number: 1 } });
    expect(frozen).toMatchObject({ total: 90, rules: { withInstant: false } });
    expect((await desk.officer.getFrequencyRule()).set).toMatchObject({ by: '沈一凡', reason: '即办件另行统计' });
  });

  test('and anybody with openssl and the three files can check them; one changed digit is found out', async () => {
    await freeze(2025);
    const params = { number: 1 };
    const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
    try {
      const part = async (name: string, content: Promise<unknown>) =>
        writeFileSync(join(folder, name), Buffer.from((await content) as ArrayBuffer));
      await part('set.json', desk.officer.readFrozenDocument({ params }));
      await part('set.sig', desk.officer.readFrozenSignature({ params }));
      await part('key.pem', desk.officer.readFrozenKey({ params }));
      const check = () =>
        execFileSync(
          'openssl',
          ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-in', 'set.json', '-sigfile', 'set.sig'],
          { cwd: folder, stdio: 'pipe' },
        ).toString();
      expect(check()).toContain('Verified Successfully');
      const document = Buffer.from((await desk.officer.readFrozenDocument({ params })) as ArrayBuffer).toString();
      writeFileSync(join(folder, 'set.json'), document.replace('"volume":70', '"volume":71'));
      expect(check).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('what moved since the month before, and why a matter is in, with the integers that were compared', async () => {
  await desk.count(codes.leave, '2026-01', 90);
  await desk.count(codes.card, '2026-02', 50);
  await desk.count(codes.proof, '2026-02', 10);
  const { moves } = await desk.officer.getFrequencyMoves();
  expect(moves?.cameIn.map(({ code }) => code)).toEqual([codes.card]);
  expect(moves?.wentOut).toEqual([]);
  expect(moves?.near.map(({ code }) => code)).toEqual([codes.leave, codes.card, codes.proof]);
  const why = await desk.officer.explainFrequency({ params: { code: codes.card } });
  expect(why).toMatchObject({
    reason: 'reaches',
    before: 90,
    after: 140,
    fiveBefore: 450,
    fiveAfter: 700,
    fourTotal: 600,
  });
  expect(await desk.officer.explainFrequency({ params: { code: codes.proof } })).toMatchObject({ reason: 'beyond' });
  const { moves: none } = await desk.officer.getFrequencyMoves({ query: { asOf: '2024-12-31' } });
  expect(none).toBeNull();
});

test('the set comes as a workbook too', async () => {
  await desk.count(codes.leave, '2026-01', 90);
  expect(((await desk.officer.exportHighFrequencyXlsx()) as ArrayBuffer).byteLength).toBeGreaterThan(2_000);
});
