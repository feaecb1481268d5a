import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MatterContent } from '@yitang/domain/catalog';
import { cardMatter, proofMatter, publish } from '../../../../../../tests/support/case-world.ts';
import { openTargetDesk, targetOfficer, type TargetDesk } from '../../../../../../tests/support/target-desk.ts';
import type { TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { AddressOutage } from '../../catalog/address/address-outage.entity.ts';
import { raiseRevision } from '../../catalog/publish-matters.ts';

let desk: TargetDesk;
let app: TestApp;
const officer = targetOfficer;

beforeEach(async () => {
  desk = await openTargetDesk();
  ({ app } = desk);
});
afterEach(() => app.close());

const refresh = () => desk.refresh();
const board = (asOf?: string) => desk.board(asOf);

test('a matter leaves the base of the days on which it was paused, and is back in that of today', async () => {
  const params = { code: 'DEMO-CARD' };
  app.clock.set('2026-02-23T02:00:00Z');
  await app.as(officer).pauseMatter({ params, body: { reason: '系统升级中', until: null } });
  await refresh();
  expect((await board()).matters).toBe(2);
  app.clock.set('2026-03-01T02:00:00Z');
  await app.as(officer).resumeMatter({ params });
  app.clock.set('2026-03-02T02:00:00Z');
  await refresh();
  const sizes = await Promise.all(
    ['2026-02-22', '2026-02-23', '2026-02-28', '2026-03-01', undefined].map(async (day) => (await board(day)).matters),
  );
  expect(sizes).toEqual([3, 2, 2, 3, 3]);
});

test('a forecast takes a pause to last until the day that is expected', async () => {
  const body = { reason: '系统升级中', until: '2026-04-01' };
  await app.as(officer).pauseMatter({ params: { code: 'DEMO-CARD' }, body });
  await refresh();
  expect([(await board()).matters, (await board('2026-03-31')).matters, (await board('2026-04-01')).matters]).toEqual([
    ...[2, 2, 3],
  ]);
});

test('a matter whose page was found dead is not online on these days, and is again once it answers', async () => {
  const address = 'https://card.example.edu.cn/apply';
  await publish(app.deps, [
    { ...cardMatter(), form: null, route: null, guide: { ...cardMatter().guide, onlineUrl: address } },
  ]);
  const outage = { address, found: 'HTTP 404', startedOn: '2026-02-20', endedOn: '2026-02-25' };
  const em = app.deps.orm.em.fork();
  await em.insert(AddressOutage, { ...outage, id: newId() });
  await refresh();
  const online = async (asOf?: string) => (await board(asOf)).targets.get('2019-a')?.outcome.numerators[0]?.count;
  expect(await Promise.all(['2026-02-19', '2026-02-20', '2026-02-25', undefined].map(online))).toEqual([3, 2, 3, 3]);
  await em.insert(AddressOutage, { ...outage, id: newId(), startedOn: '2026-03-02', endedOn: null });
  await raiseRevision(em);
  await refresh();
  expect(await online()).toBe(2);
  const { items } = await app.as(officer).listTargetMatters({ params: { key: '2019-a' }, query: {} });
  expect(items.map(({ code, faults }) => [code, faults])).toEqual([['DEMO-CARD', ['link-dead']]]);
});

test('the list of services was published with the first batch after which all four audiences had something', async () => {
  const published = async (asOf?: string) =>
    (await board(asOf)).targets.get('2018-a')?.outcome.records.find(({ kind }) => kind === 'list-published');
  expect(await published()).toMatchObject({ isThere: false, evidence: null });
  const forAll = (content: MatterContent): MatterContent => ({
    ...content,
    summary: { ...content.summary, audiences: ['student', 'teacher', 'parent', 'visitor'] },
  });
  await publish(app.deps, [forAll(cardMatter())], '2026-02-01');
  await publish(app.deps, [forAll(proofMatter())], '2026-02-10');
  await refresh();
  const { items } = await app.as().listPublishedBatches({});
  const batch = items.find(({ effectiveFrom }) => effectiveFrom === '2026-02-01')?.number;
  expect(await published('2026-01-31')).toMatchObject({ isThere: false, evidence: null });
  expect(await published()).toMatchObject({ isThere: true, evidence: { on: '2026-02-01', batch } });
  const { results } = await app.as().getResults({});
  const target = results.targets.find(({ key }) => key === '2018-a');
  expect(target?.outcome.records).toContainEqual(await published());
});
