import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { anonymous, machine } from '../../../../../../tests/support/principals.ts';
import { codes, places } from '../../../../../../tests/support/case-world.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { catalogKey } from '../../catalog/index.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  desk = await openVolumeDesk();
  await desk.count(codes.card, '2026-01', 20);
});
afterEach(() => desk.app.close());

const ask = (query: { audience?: 'student' | 'teacher'; instant?: 'with' | 'without' } = {}, by = desk.officer) =>
  by.getHighFrequencySet({ query: { months: 12, ...query } });
const change = (sql: string, values: unknown[]) => desk.app.call().em.execute(sql, values, 'run');

describe('高频事项 that are asked for again', () => {
  test('are the same to the byte within a minute, and say afterwards that they were counted later', async () => {
    const at = '2026-03-02T02:00:10.000Z';
    desk.app.clock.set(at);
    const first = await ask();
    desk.app.clock.set('2026-03-02T02:00:59.999Z');
    expect(await ask()).toEqual(first);
    expect(first.countedAt).toBe(at);
    desk.app.clock.set('2026-03-02T02:01:00.000Z');
    expect(await ask()).toEqual({ ...first, countedAt: '2026-03-02T02:01:00.000Z' });
  });

  test('have the number of this moment after every change of it', async () => {
    expect((await ask()).rows[0]).toMatchObject({ code: codes.card, volume: 20 });
    await desk.count(codes.card, '2026-02', 5);
    expect((await ask()).rows[0]).toMatchObject({ code: codes.card, volume: 25 });
    await desk.enter({ matter: codes.leave, month: '2026-01', source: 'desk', cases: 90 });
    expect((await ask()).rows[0]).toMatchObject({ code: codes.leave, volume: 90 });
  });

  test('have the name of the matter and of its department as they are published', async () => {
    await ask();
    await change('update departments set name = ? where id = ?', ['本科生院', places.registry]);
    await desk.app.deps.services.get(catalogKey).refresh();
    expect((await ask()).rows[0]).toMatchObject({ code: codes.card, department: '本科生院' });
  });

  test('are another answer for other questions', async () => {
    await desk.count(codes.proof, '2026-01', 80);
    const all = await ask();
    const without = await ask({ instant: 'without' });
    expect([all.total, without.total]).toEqual([100, 20]);
    expect(await ask({ instant: 'with' })).toEqual(all);
    expect((await ask({ audience: 'teacher' })).matters).toBeLessThan(all.matters);
    expect(await ask()).toEqual(all);
  });

  test('R-AUTHZ-3: are kept from whoever has lost the right to see them, and from all who never had it', async () => {
    const { app, officerPrincipal } = desk;
    const seen = await ask();
    expect(await ask({}, app.as(machine()))).toEqual(seen);
    const refused = { problem: { code: 'access.denied' } };
    await expect(ask({}, app.as({ ...officerPrincipal, activeGrantId: null }))).rejects.toMatchObject(refused);
    await expect(ask({}, app.as({ ...officerPrincipal, grants: [] }))).rejects.toMatchObject(refused);
    await expect(ask({}, desk.clerk)).rejects.toMatchObject(refused);
    await expect(ask({}, app.as(anonymous()))).rejects.toMatchObject({
      problem: { code: 'access.sign-in-required' },
    });
  });
});
