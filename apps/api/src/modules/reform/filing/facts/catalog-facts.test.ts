import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MatterContent } from '@yitang/domain/catalog';
import type { FiledMatter, FilingSnapshot } from '@yitang/domain/filing';
import { cardMatter, leaveMatter, proofMatter, publish } from '../../../../../../../tests/support/case-world.ts';
import { openTargetDesk, targetOfficer, type TargetDesk } from '../../../../../../../tests/support/target-desk.ts';
import { newId } from '../../../../platform/ids/index.ts';
import { AddressOutage } from '../../../catalog/address/address-outage.entity.ts';
import { assembleSnapshot } from '../assemble-snapshot.ts';
import { catalogTable } from '../papers/catalog-tables.ts';

const asOf = '2026-03-02';
const address = 'https://card.example.edu.cn/apply';
const elsewhere = (code: string, guide: Partial<MatterContent['guide']>): MatterContent => {
  const { summary, ...content } = cardMatter();
  return {
    ...content,
    ...{ form: null, route: null, summary: { ...summary, code, name: code } },
    guide: { ...content.guide, isOnline: true, onlineDepth: 4, visitsOnSite: 0, onlineUrl: address, ...guide },
  };
};

let desk: TargetDesk;
let snapshot: FilingSnapshot;
const filed = (code: string): FiledMatter => snapshot.matters.find((matter) => matter.code === code)!;

beforeAll(async () => {
  desk = await openTargetDesk();
  const { app } = desk;
  await publish(app.deps, [
    leaveMatter(),
    proofMatter(),
    elsewhere('DEAD', {}),
    elsewhere('SHALLOW', { onlineDepth: 1, onlineUrl: 'https://card.example.edu.cn/form' }),
    elsewhere('PAUSED', { onlineDepth: null, onlineUrl: 'https://card.example.edu.cn/other', isMobile: true }),
  ]);
  const outage = { address, found: 'HTTP 404', startedOn: '2026-02-20', endedOn: null };
  await app.deps.orm.em.fork().insert(AddressOutage, { ...outage, id: newId() });
  app.clock.set(new Date(`${asOf}T02:00:00Z`));
  await app.as(targetOfficer).pauseMatter({ params: { code: 'PAUSED' }, body: { reason: '系统升级中', until: null } });
  await desk.refresh();
  const wish = { asOf, setNumber: null, decree: null, version: 1, replaces: null };
  snapshot = await assembleSnapshot(app.call(targetOfficer), wish);
});
afterAll(() => desk.app.close());

describe('the catalog that is filed', () => {
  test('calls as many matters 网上, 全流程 and 掌上 as the targets that are filed with it', () => {
    const counted = snapshot.matters.filter(({ isPaused }) => !isPaused);
    const countOf = (is: (matter: FiledMatter) => boolean) => counted.filter(is).length;
    const share = (id: string) => {
      const { denominator, numerators } = snapshot.targets.find((target) => target.id === id)!;
      return [denominator, ...numerators.map(({ count }) => count)];
    };
    expect(share('2020-a')).toEqual([
      counted.length,
      countOf(({ isOnline }) => isOnline),
      countOf(({ isMobile }) => isMobile),
    ]);
    expect(share('2019-b')).toEqual([counted.length, countOf(({ isFull }) => isFull)]);
  });

  test('judges a page that is dead, a depth too low and a suspended matter by the one rule', () => {
    expect(filed('DEAD')).toMatchObject({ isOnline: false, isFull: false, isPaused: false });
    expect(filed('SHALLOW')).toMatchObject({ isOnline: false, isFull: false });
    expect(filed('PAUSED')).toMatchObject({ isOnline: false, isFull: false, isMobile: true, isPaused: true });
  });

  test('calls those matters 网上 in 高频事项 and in the departments of the overview, and no others', async () => {
    const officer = desk.app.as(targetOfficer);
    const { rows } = await officer.getHighFrequencySet({ query: { asOf } });
    const counted = snapshot.matters.filter(({ isPaused }) => !isPaused);
    const online = counted.filter(({ isOnline }) => isOnline).map(({ code }) => code);
    expect(
      rows
        .filter(({ isOnline }) => isOnline)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(online.sort());
    const { departments } = await officer.getReformOverview({ query: { asOf } });
    expect(departments.reduce((sum, { online: own }) => sum + own, 0)).toBe(online.length);
  });

  test('says beside its name that no target counts a suspended matter', () => {
    const names = catalogTable(snapshot).rows.map((row) => row[2]);
    expect(names.filter((name) => String(name).includes('暂停'))).toEqual(['PAUSED（暂停办理，不计入目标）']);
  });
});
