import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cardMatter, codes, publish } from '../../../../../../tests/support/case-world.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { catalogKey } from '../../catalog/index.ts';
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

  describe('of a 一件事', () => {
    beforeEach(async () => {
      const { guide, ...card } = cardMatter();
      const joint = { ...card, guide: { ...guide, componentCodes: [codes.leave, codes.proof] } };
      await publish(desk.app.deps, [joint], '2026-03-01');
      await desk.app.deps.services.get(catalogKey).refresh();
      await desk.count(codes.card, '2026-01', 50);
      await desk.count(codes.leave, '2026-01', 20);
      await desk.enter({ matter: codes.proof, month: '2026-01', source: 'desk', cases: 5 });
    });

    test('each case counts once for every component, and each row says how many came that way', async () => {
      const { rows, total } = await compute();
      expect(total).toBe(125);
      expect(rows.map(({ code, volume, joint, own, reported }) => [code, volume, joint, own, reported])).toEqual([
        [codes.leave, 70, 50, 70, 0],
        [codes.proof, 55, 50, 50, 5],
        [codes.card, 0, -50, 0, 0],
      ]);
    });

    test('or once for the whole, by the rule that is asked for; both are shown beside each other', async () => {
      expect(await volumes({ joint: 'as-one' })).toEqual({ [codes.card]: 50, [codes.leave]: 20, [codes.proof]: 5 });
      const shown = await desk.officer.getHighFrequencySet({ query: { months: 12, joint: 'as-one' } });
      expect(shown.total).toBe(75);
      expect(shown.sides).toMatchObject({ all: { total: 125 }, asOne: { total: 75 } });
    });

    test('a frozen set is counted by the rule that was set before', async () => {
      const rule = { withInstant: true, audiences: [], reason: '以一件事考核' };
      const freeze = async (joint: 'components' | 'as-one') => {
        await desk.officer.setFrequencyRule({ body: { ...rule, joint } });
        const body = { year: 2026, reason: '口径不同，各冻结一份' };
        const { number } = await desk.officer.freezeFrequencySet({ body });
        return (await desk.officer.getFrozenSet({ params: { number } })).total;
      };
      desk.app.clock.set('2027-01-05T02:00:00Z');
      expect([await freeze('components'), await freeze('as-one')]).toEqual([125, 75]);
    });
  });

  test('a day before a matter was taken over has it with its own cases, and its successor without them', async () => {
    await desk.count(codes.card, '2026-01', 8);
    await desk.count(codes.leave, '2026-01', 3);
    const [em, card] = [desk.app.call().em, desk.idOf(codes.card)];
    const on = '2026-02-15';
    await em.execute('update matters set retired_on = ?, successor_code = ? where id = ?', [on, codes.leave, card]);
    await em.execute('update matter_versions set effective_until = ? where matter_id = ?', [on, card]);
    await desk.app.deps.services.get(catalogKey).refresh();
    const january = async (code: string, asOf?: string) =>
      (await desk.officer.getMatterVolume({ params: { code }, query: { asOf, months: 12 } })).months.find(
        ({ month }) => month === '2026-01',
      )?.volume;
    expect([await january(codes.card, '2026-01-31'), await january(codes.leave, '2026-01-31')]).toEqual([8, 3]);
    expect(await january(codes.leave)).toBe(11);
    await expect(january(codes.card)).rejects.toMatchObject({ problem: { code: 'record.not-found' } });
  });

  test('cases of a matter that is no more and has no successor are told beside, with the matter', async () => {
    await desk.count(codes.card, '2026-01', 80);
    await desk.count(codes.leave, '2026-01', 20);
    const [em, card] = [desk.app.call().em, desk.idOf(codes.card)];
    await em.execute('update matters set retired_on = ? where id = ?', ['2026-02-15', card]);
    await em.execute('update matter_versions set effective_until = ? where matter_id = ?', ['2026-02-15', card]);
    await desk.app.deps.services.get(catalogKey).refresh();
    const set = await desk.officer.getHighFrequencySet({ query: { months: 12 } });
    expect(set).toMatchObject({ total: 20, retired: 80, paused: 0 });
    expect(set.leftOut).toMatchObject([{ code: codes.card, volume: 80, why: 'retired' }]);
  });

  test('a matter that is paused is in no set while it is, as in no target, and its cases are told beside', async () => {
    await desk.count(codes.card, '2026-01', 80);
    await desk.count(codes.leave, '2026-01', 20);
    await desk.officer.pauseMatter({ params: { code: codes.card }, body: { reason: '系统升级中', until: null } });
    await desk.app.deps.services.get(catalogKey).refresh();
    const set = await desk.officer.getHighFrequencySet({ query: { months: 12 } });
    expect(set).toMatchObject({ total: 20, paused: 80, matters: 2 });
    expect(set.leftOut).toMatchObject([{ code: codes.card, department: '教务处', volume: 80, why: 'paused' }]);
    const board = await desk.officer.getTargets({ query: {} });
    expect(board.matters).toBe(set.matters);
  });

  test('a set of a past day leaves out what was paused on it, whatever was opened again since', async () => {
    await desk.count(codes.card, '2026-01', 80);
    await desk.count(codes.leave, '2026-01', 20);
    const [params, today] = [{ code: codes.card }, desk.app.clock.now().toISOString()];
    desk.app.clock.set('2026-02-20T02:00:00Z');
    await desk.officer.pauseMatter({ params, body: { reason: '系统升级中', until: null } });
    desk.app.clock.set('2026-02-25T02:00:00Z');
    await desk.officer.resumeMatter({ params });
    desk.app.clock.set(today);
    await desk.app.deps.services.get(catalogKey).refresh();
    const of = async (asOf?: string) => desk.officer.getHighFrequencySet({ query: { months: 12, asOf } });
    expect(await of('2026-02-22')).toMatchObject({ total: 20, paused: 80, matters: 2 });
    expect(await of('2026-02-25')).toMatchObject({ total: 100, paused: 0, matters: 3 });
    expect(await of()).toMatchObject({ total: 100, paused: 0, matters: 3 });
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
