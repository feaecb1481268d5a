import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes } from '../../../../../../tests/support/case-world.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { computeHighFrequencySet } from './compute-high-frequency-set.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  desk = await openVolumeDesk();
});
afterEach(() => desk.app.close());

const compute = (query: Partial<Parameters<typeof computeHighFrequencySet>[1]> = {}) =>
  computeHighFrequencySet(desk.app.call(desk.officerPrincipal), { months: 12, ...query });
const volumes = async (query: Parameters<typeof compute>[0] = {}) =>
  Object.fromEntries((await compute(query)).rows.map(({ code, volume }) => [code, volume]));

describe('高频事项 out of our counters and of what other systems reported', () => {
  test('adds what was reported to what was counted, and says of each how much', async () => {
    await desk.count(codes.leave, '2026-01', 20);
    await desk.enter({ matter: codes.card, month: '2026-01', source: 'card', cases: 80 });
    const set = await compute();
    expect(set.total).toBe(100);
    expect(set.rows.map(({ code, own, reported }) => [code, own, reported])).toEqual([
      [codes.card, 0, 80],
      [codes.leave, 20, 0],
      [codes.proof, 0, 0],
    ]);
    expect(set.rows.map(({ isHighFrequency }) => isHighFrequency)).toEqual([true, false, false]);
  });

  test('an as-of question names two days: the last month and when it was recorded', async () => {
    const early = { matter: codes.card, month: '2026-01', source: 'card', cases: 80 };
    await desk.enter({ ...early, at: '2026-02-03T02:00:00Z' });
    await desk.enter({ ...early, cases: 8, turn: 2, at: '2026-02-20T02:00:00Z' });
    expect((await volumes())[codes.card]).toBe(8);
    expect((await volumes({ recordedUntil: new Date('2026-02-10T00:00:00Z') }))[codes.card]).toBe(80);
    expect((await volumes({ recordedUntil: new Date('2026-02-01T00:00:00Z') }))[codes.card]).toBe(0);
  });

  test('without 即办件, they leave the total too', async () => {
    await desk.count(codes.leave, '2026-01', 20);
    await desk.count(codes.proof, '2026-01', 80);
    expect((await compute()).total).toBe(100);
    expect(await volumes({ withoutInstant: true })).toEqual({ [codes.leave]: 20, [codes.card]: 0 });
  });

  test('a period before the first month of which anything is known cannot be computed, and is not 100 %', async () => {
    await desk.count(codes.leave, '2026-01', 20);
    expect(await compute({ asOf: '2025-12-31' })).toMatchObject({
      isComputable: false,
      whyNot: 'before-data',
      total: 0,
    });
    expect(await compute()).toMatchObject({ isComputable: true, whyNot: null, knownSince: '2026-01' });
    expect(await compute({ months: 1 })).toMatchObject({ isComputable: false, whyNot: 'no-cases', knownSince: null });
  });

  test('months are those of Shanghai: at 23:30 UTC of a month’s last day the next one has begun there', async () => {
    await desk.count(codes.leave, '2025-12', 3);
    desk.app.clock.set(new Date('2025-12-31T15:59:00Z'));
    expect((await compute({ months: 1 })).lastMonth).toBe('2025-12');
    desk.app.clock.set(new Date('2025-12-30T15:59:00Z'));
    expect((await compute({ months: 1 })).lastMonth).toBe('2025-11');
    desk.app.clock.set(new Date('2025-12-30T16:00:00Z'));
    expect((await compute({ months: 1 })).lastMonth).toBe('2025-12');
  });

  test('a day on which nothing was published has no set either', async () => {
    await desk.enter({ matter: codes.card, month: '2023-11', source: 'card', cases: 3 });
    expect(await compute({ asOf: '2023-12-31' })).toMatchObject({ isComputable: false, whyNot: 'no-matters' });
  });

  test('a day to come is refused with a sentence', async () => {
    await expect(compute({ asOf: '2027-01-01' })).rejects.toMatchObject({
      code: 'request.invalid',
      issues: [{ field: 'query.asOf', code: 'future' }],
    });
  });
});
