import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { codes, places } from '../../../../../../tests/support/case-world.ts';
import { openVolumeDesk, type VolumeDesk } from '../../../../../../tests/support/volume-desk.ts';
import { catalogKey } from '../../catalog/index.ts';

let desk: VolumeDesk;
beforeEach(async () => {
  desk = await openVolumeDesk();
  await desk.enter({ matter: codes.card, month: '2026-01', source: 'card', cases: 80 });
});
afterEach(() => desk.app.close());

const query = { months: 2 };
const ask = (by = desk.officer) => by.getVolumeCoverage({ query });
const conflicts = async (by = desk.officer) => (await by.listOpenVolumes({ query })).items.length;
const registry = async () => (await ask()).rows.find(({ department }) => department.id === places.registry);
const states = async () => (await registry())?.cells.map(({ state }) => state);

describe('the coverage that was looked at before', () => {
  test('is not counted again', async () => {
    await ask();
    const again = await desk.app.statements(ask);
    expect(again.filter((sql) => /case_counters|volume_entries|volume_choices/.test(sql))).toEqual([]);
  });

  test('is of this moment after a report, a number of ours and a choice', async () => {
    expect(await states()).toEqual(['complete', 'missing']);
    await desk.enter({ matter: codes.card, month: '2026-02', source: 'card', cases: 9 });
    expect([await states(), await conflicts()]).toEqual([['complete', 'complete'], 0]);
    await desk.count(codes.card, '2026-01', 20);
    expect([(await ask()).openMonths, await conflicts()]).toEqual([1, 1]);
    const body = { month: '2026-01', take: 'card', reason: '一卡通系统的数完整' };
    await desk.officer.chooseVolume({ params: { code: codes.card }, body });
    expect([(await ask()).openMonths, await conflicts()]).toEqual([0, 0]);
  });

  test('has the matters and departments that are published now', async () => {
    const matters = (await registry())?.matters ?? 0;
    const em = desk.app.call().em;
    await em.execute("update matter_versions set effective_from = '2027-01-01' where matter_id = ?", [
      desk.idOf(codes.card),
    ]);
    await em.execute('update departments set name = ? where id = ?', ['本科生院', places.registry]);
    await desk.app.deps.services.get(catalogKey).refresh();
    expect(await registry()).toMatchObject({ matters: matters - 1, department: { name: '本科生院' } });
    expect(await states()).toEqual(['nothing', 'nothing']);
  });

  test('R-AUTHZ-2: shows an office its own departments, whoever asked before', async () => {
    await desk.count(codes.card, '2026-01', 20);
    expect((await ask()).rows).toHaveLength(1);
    expect(await ask(desk.stranger)).toMatchObject({ rows: [], missing: 0, openMonths: 0 });
    expect(await conflicts(desk.stranger)).toBe(0);
    expect(await ask(desk.clerk)).toMatchObject({ rows: { length: 1 }, openMonths: 1, mayChoose: false });
    expect(await ask()).toMatchObject({ rows: { length: 1 }, openMonths: 1, mayChoose: true });
  });
});
