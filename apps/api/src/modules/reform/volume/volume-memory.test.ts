import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes } from '../../../../../../tests/support/case-world.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { VolumeMemory } from './volume-memory.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  desk = await openVolumeDesk();
  await desk.count(codes.card, '2026-01', 20);
});
afterEach(() => desk.app.close());

const total = async () => (await desk.officer.getHighFrequencySet({ query: { months: 12 } })).total;
const statements = () => desk.app.statements(total);

describe('高频事项 that were looked at before', () => {
  test('are not counted again, however often they are looked at', async () => {
    const first = (await statements()).length;
    const again = await statements();
    expect(again.length).toBeLessThan(first);
    expect(again.filter((sql) => /case_counters|volume_entries|volume_choices/.test(sql))).toEqual([]);
  });

  test('are of this moment after every change: cases, reports, choices and the day', async () => {
    expect(await total()).toBe(20);
    await desk.count(codes.card, '2026-02', 5);
    expect(await total()).toBe(25);
    const report = (month: string, cases: number) =>
      desk.officer.reportVolumes({
        body: { items: [{ matter: codes.card, month, source: 'card', cases, evidence: '系统月报' }] },
      });
    await report('2025-12', 70);
    expect(await total()).toBe(95);
    await report('2026-01', 7);
    await desk.officer.chooseVolume({
      params: { code: codes.card },
      body: { month: '2026-01', take: 'card', reason: '一卡通系统的数完整' },
    });
    expect(await total()).toBe(82);
    desk.app.clock.set('2027-02-15T02:00:00Z');
    expect(await total()).toBe(5);
  });

  test('are not counted again for the overview and the targets either, until something changes', async () => {
    const overview = () => desk.officer.getReformOverview({});
    const rooms = () => Promise.all([overview(), desk.officer.getTargets({})]);
    await rooms();
    const again = await desk.app.statements(rooms);
    expect(again.filter((sql) => /case_counters|volume_entries|volume_choices/.test(sql))).toEqual([]);
    const before = await overview();
    await desk.count(codes.card, '2026-02', 5);
    expect((await overview()).total).toBe(before.total + 5);
  });

  test('are counted again after a failure', async () => {
    const memory = new VolumeMemory();
    const call = desk.app.call();
    await expect(memory.remember(call, 'set', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await memory.remember(call, 'set', () => Promise.resolve(1))).toBe(1);
    expect(await memory.remember(call, 'set', () => Promise.resolve(2))).toBe(1);
  });

  test('take no more memory than fifty questions do', async () => {
    const memory = new VolumeMemory();
    const call = desk.app.call();
    for (let asked = 0; asked <= 50; asked += 1) await memory.remember(call, `${asked}`, () => Promise.resolve(asked));
    expect(await memory.remember(call, '0', () => Promise.resolve(-1))).toBe(-1);
  });
});
