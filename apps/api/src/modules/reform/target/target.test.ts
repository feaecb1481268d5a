import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MatterContent } from '@yitang/domain/catalog';
import { cardMatter, leaveMatter, places, proofMatter, publish } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { openTargetDesk, targetOfficer, type TargetDesk } from '../../../../../../tests/support/target-desk.ts';
import type { TestApp } from '../../../../../../tests/support/test-app.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';
import { referenceTargets } from '../../../database/seeds/reference/targets.ts';
import { readTable } from '../../../platform/table-file/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { VolumeEntry } from '../volume/volume.entity.ts';

let desk: TargetDesk;
let app: TestApp;
const officer = targetOfficer;
const colleague = staff('reform-officer', 'university', null, { displayName: '改革办乙' });
const head = staff('head', 'department', places.registry, { displayName: '赵处长' });
const otherHead = staff('head', 'department', places.affairs);

beforeEach(async () => {
  desk = await openTargetDesk();
  ({ app } = desk);
});
afterEach(() => app.close());

const refresh = () => desk.refresh();
const board = (asOf?: string) => desk.board(asOf);
const republish: TargetDesk['republish'] = (...given) => desk.republish(...given);
const count: TargetDesk['count'] = (...given) => desk.count(...given);

test('DASH-2 the targets of the document are there once, and a repeat of the seed leaves changed ones alone', async () => {
  await loadReferenceTargets(app.deps.orm.em.fork(), app.deps.clock.now());
  const { targets } = await board();
  expect([...targets.keys()]).toEqual([
    '2018-a',
    '2018-b',
    '2018-c',
    '2019H1-a',
    '2019H1-b',
    '2019-a',
    '2019-b',
    '2020-a',
  ]);
  expect(targets.get('2019H1-a')).toMatchObject({
    definition: { source: '浙教人〔2018〕105号', measure: { threshold: { num: 4, den: 5 } } },
    outcome: { state: 'met', denominator: 3, numerators: [{ count: 3 }] },
    onLocalDay: { on: '2019-06-30', state: 'not-computable', reason: 'before-first-data', numerators: [] },
  });
});

test('a past day is evaluated with the guides of that day, also when the matter was changed since', async () => {
  await republish(leaveMatter(), { visitsOnSite: 2, onlineDepth: 3, visitReason: { zh: '面谈' } }, '2026-02-01');
  const [before, after] = [await board('2026-01-31'), await board('2026-02-01')];
  expect(before.targets.get('2019-a')?.outcome).toMatchObject({ state: 'met', numerators: [{ count: 3 }] });
  expect(after.targets.get('2019-a')?.outcome).toMatchObject({ state: 'missed', numerators: [{ count: 2 }] });
  expect(after.targets.get('2019H1-a')?.outcome.state).toBe('missed');
  const { items } = await app
    .as(officer)
    .listTargetMatters({ params: { key: '2019-a' }, query: { asOf: '2026-02-01' } });
  expect(items.map(({ code, faults, visits }) => [code, faults, visits])).toEqual([['DEMO-LEAVE', ['visits-many'], 2]]);
});

test('高频 targets follow the cases of twelve months; without a case they are not computable', async () => {
  expect((await board()).targets.get('2018-b')?.outcome).toMatchObject({ state: 'not-computable', reason: 'no-cases' });
  await count('DEMO-CARD', '2026-01', 90);
  await count('DEMO-LEAVE', '2026-01', 10);
  await republish(leaveMatter(), { visitsOnSite: null }, '2026-02-01');
  const { targets, period, side, warnings } = await board();
  expect(targets.get('2018-b')?.outcome).toMatchObject({ state: 'met', denominator: 1 });
  expect(targets.get('2019H1-b')?.outcome).toMatchObject({ state: 'not-computable', reason: 'no-frozen-set' });
  expect(period).toMatchObject({ first: '2025-03', last: '2026-02', total: 100 });
  expect(side.find(({ key }) => key === 'once-by-volume')).toMatchObject({ part: 90, whole: 100, unknown: 1 });
  expect(warnings.unknownVisits).toBe(1);
});

test('what other systems reported counts, and the set that was frozen for the year before stays when volumes move', async () => {
  await publish(app.deps, [cardMatter()], '2025-12-01');
  const em = app.deps.orm.em.fork();
  const [card] = await em.execute<{ id: string }[]>("select id from matters where code = 'DEMO-CARD'");
  const said = { matterId: card!.id, source: 'card-system', turn: 1, evidence: '月报', reason: null, replaces: null };
  const by = { departmentId: places.registry, reportedBy: '接口', recordedAt: app.deps.clock.now() };
  await em.insert(VolumeEntry, { ...said, ...by, id: newId(), month: '2025-12', cases: 900 });
  await app.as(officer).freezeFrequencySet({ body: { year: 2025, reason: '当年的数据不满一年' } });
  await count('DEMO-LEAVE', '2026-02', 9_000);
  await republish(leaveMatter(), { isOnline: false }, '2026-02-01');
  const { period, targets } = await board();
  expect(period?.total).toBe(9_900);
  expect(targets.get('2019H1-b')?.outcome).toMatchObject({ state: 'met', denominator: 1 });
  const { variants } = await app.as(officer).getTarget({ params: { key: '2019H1-b' } });
  expect(variants.find(({ differs }) => differs === 'scope')).toMatchObject({
    value: 'high-frequency-current',
    outcome: { state: 'missed', denominator: 1 },
  });
});

test('DASH-2 特殊要求 leaves the base from its approval on, by somebody else than who asked, and not past its review', async () => {
  await republish(leaveMatter(), { visitsOnSite: 2, visitReason: { zh: '面谈' } }, '2026-02-01');
  const ask = {
    code: 'DEMO-LEAVE',
    reason: 'inspection-or-interview',
    evidence: '学籍规定要求面谈',
    reviewOn: '2026-12-31',
  } as const;
  await expect(app.as(otherHead).requestExclusion({ body: ask })).rejects.toMatchObject({
    problem: { code: 'access.denied' },
  });
  const { id } = await app.as(officer).requestExclusion({ body: ask });
  expect((await board()).targets.get('2019-a')?.outcome).toMatchObject({ state: 'missed', excluded: 0 });
  const step = { action: 'approve', revision: 0, note: '', reviewOn: null } as const;
  await expect(app.as(officer).actOnExclusion({ params: { id }, body: step })).rejects.toMatchObject({
    problem: { issues: [{ code: 'exclusion.own-request' }] },
  });
  await app.as(colleague).actOnExclusion({ params: { id }, body: step });
  expect((await board()).targets.get('2019-a')?.outcome).toMatchObject({ state: 'met', denominator: 2, excluded: 1 });
  expect((await board('2026-03-01')).targets.get('2019-a')?.outcome.excluded).toBe(0);
  expect((await board()).targets.get('2020-a')?.outcome).toMatchObject({ denominator: 3, excluded: 0 });

  app.clock.set('2027-01-01T02:00:00Z');
  const late = await board();
  expect([late.targets.get('2019-a')?.outcome.excluded, late.warnings.overdue]).toEqual([0, 1]);
  const [listed] = (await app.as(officer).listExclusions({ query: { status: 'overdue' } })).items;
  expect(listed).toMatchObject({ isOverdue: true, approver: '改革办乙', availableActions: ['review', 'end'] });
  await app.as(officer).actOnExclusion({
    params: { id },
    body: { action: 'review', revision: 1, note: '规定未变', reviewOn: '2027-12-31' },
  });
  expect((await board()).targets.get('2019-a')?.outcome.excluded).toBe(1);
});

test('a department asks for its own matters and sees only those; every fault of a request is told at once', async () => {
  const body = { code: 'DEMO-NONE', reason: 'other', evidence: '依据说明', reviewOn: '2026-03-02' } as const;
  await expect(app.as(head).requestExclusion({ body })).rejects.toMatchObject({
    problem: {
      issues: [
        { field: 'body.code', code: 'exclusion.unknown-matter' },
        { field: 'body.reviewOn', code: 'exclusion.review-past' },
      ],
    },
  });
  await app.as(head).requestExclusion({ body: { ...body, code: 'DEMO-CARD', reviewOn: '2026-12-01' } });
  expect((await app.as(head).listExclusions({})).items).toHaveLength(1);
  expect((await app.as(head).listExclusions({})).items[0]?.availableActions).toEqual([]);
  expect((await app.as(otherHead).listExclusions({})).items).toEqual([]);
  const again = app.as(head).requestExclusion({ body: { ...body, code: 'DEMO-CARD', reviewOn: '2026-12-01' } });
  await expect(again).rejects.toMatchObject({ problem: { issues: [{ code: 'exclusion.open' }] } });
});

test('a matter whose guide speaks of 特殊要求 without an approval stays in the base and is listed', async () => {
  const claim = { reason: 'secret', evidence: '保密规定', approver: '某处', reviewOn: '2027-01-01' } as const;
  await republish(cardMatter(), { specialExclusion: claim }, '2026-02-01');
  const { targets, warnings } = await board();
  expect([targets.get('2019-a')?.outcome.excluded, warnings.unapproved]).toEqual([0, 1]);
  const { unapproved } = await app.as(officer).listExclusions({});
  expect(unapproved.map(({ code }) => code)).toEqual(['DEMO-CARD']);
  const listed = await app.as(officer).listFigureMatters({ params: { figure: 'unapproved' } });
  expect([listed.figure.part, listed.items.map(({ code }) => code)]).toEqual([1, ['DEMO-CARD']]);
});

test('DASH-2 a change of a target is a new version with its reason; what is not a share is refused with every fault', async () => {
  const client = app.as(officer);
  const definition = structuredClone(referenceTargets['2019H1-a']!) as Parameters<
    typeof client.createTarget
  >[0]['body']['definition'];
  const params = { key: '2019H1-a' };
  const next = {
    ...definition,
    localOn: '2026-06-30',
    measure: { ...definition.measure, threshold: { num: 9, den: 10 } },
  };
  expect(await client.changeTarget({ params, body: { version: 1, reason: '按本校方案', definition: next } })).toEqual({
    version: 2,
  });
  const view = await client.getTarget({ params });
  expect(view).toMatchObject({ version: 2, definition: { localOn: '2026-06-30' }, onLocalDay: { isForecast: true } });
  expect(view.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, '按本校方案'],
    [1, ''],
  ]);
  const body = { version: 1, reason: '再改', definition };
  await expect(client.changeTarget({ params, body })).rejects.toMatchObject({ problem: { code: 'record.changed' } });
  const same = client.changeTarget({ params, body: { version: 2, reason: '没有改', definition: next } });
  await expect(same).rejects.toMatchObject({ problem: { issues: [{ code: 'target.unchanged' }] } });
  const wrong = {
    ...definition,
    measure: { ...definition.measure, threshold: { num: 6, den: 5 }, scope: 'high-frequency-frozen' },
  };
  await expect(
    client.createTarget({ body: { key: '2019H1-a', definition: wrong as typeof definition } }),
  ).rejects.toMatchObject({
    problem: {
      issues: [
        { code: 'target.threshold', field: 'body.definition.measure.threshold' },
        { code: 'target.excludes-scope' },
        { code: 'target.key-taken', field: 'body.key' },
      ],
    },
  });
  await client.createTarget({ body: { key: 'ours-1', definition } });
  await client.retireTarget({ params: { key: 'ours-1' }, body: { version: 1, reason: '并入省里目标' } });
  const both = { version: 2, reason: '又一次' };
  await expect(client.retireTarget({ params: { key: 'ours-1' }, body: both })).rejects.toMatchObject({
    problem: { status: 409 },
  });
  expect((await board()).targets.get('ours-1')?.isRetired).toBe(true);
});

test('records count from the day of their receipt, and not once they are taken back', async () => {
  const client = app.as(officer);
  const record = { madeOn: '2026-02-10', title: '材料', receipt: '教改备〔2026〕1号' };
  const future = client.addTargetRecord({ body: { ...record, kind: 'task-force', madeOn: '2026-03-03' } });
  await expect(future).rejects.toMatchObject({ problem: { issues: [{ field: 'body.madeOn' }] } });
  const ids: string[] = [];
  for (const kind of ['task-force', 'matter-list', 'high-frequency-list'] as const)
    ids.push((await client.addTargetRecord({ body: { ...record, kind } })).id);
  expect((await board()).targets.get('2018-c')?.outcome.state).toBe('met');
  expect((await board('2026-02-09')).targets.get('2018-c')?.outcome.state).toBe('missed');
  await client.withdrawTargetRecord({ params: { id: ids[0]! } });
  await expect(client.withdrawTargetRecord({ params: { id: ids[0]! } })).rejects.toMatchObject({
    problem: { status: 404 },
  });
  expect((await board()).targets.get('2018-c')?.outcome.state).toBe('missed');
});

test('what if: every target and the trips saved move, and what an address cannot say is told', async () => {
  await count('DEMO-LEAVE', '2026-01', 40);
  await republish(leaveMatter(), { visitsOnSite: 3, onlineDepth: 3, visitReason: { zh: '面谈' } }, '2026-02-01');
  const answer = await app.as(officer).getWhatIf({
    query: { do: ['DEMO-LEAVE~full', 'DEMO-NONE~online', 'DEMO-CARD~fly'], matter: ['DEMO-PROOF'], q: '学生证' },
  });
  const moved = answer.targets.find(({ key }) => key === '2019-a');
  expect([moved?.before.state, moved?.after.state]).toEqual(['missed', 'met']);
  expect(answer).toMatchObject({ savedTrips: 120, unknownSavings: 0, found: [{ code: 'DEMO-CARD' }] });
  expect(answer.matters.map(({ code }) => code)).toEqual(['DEMO-PROOF', 'DEMO-LEAVE']);
  expect(answer.ignored.map(({ text }) => text)).toEqual(['DEMO-NONE~online', 'DEMO-CARD~fly']);
});

test('the shortest way names the matter and the steps that a what-if takes', async () => {
  await count('DEMO-LEAVE', '2026-01', 40);
  await republish(leaveMatter(), { visitsOnSite: 3, onlineDepth: 1, visitReason: { zh: '面谈' } }, '2026-02-01');
  const { ways, variants } = await app.as(officer).getTarget({ params: { key: '2019-a' } });
  expect(ways).toMatchObject({
    size: 1,
    easiest: [{ code: 'DEMO-LEAVE', saves: 80, steps: ['DEMO-LEAVE~visits~1', 'DEMO-LEAVE~online'] }],
  });
  expect(variants.map(({ differs, value }) => [differs, value])).toEqual([
    ['trips', '2017'],
    ['audience', 'campus'],
    ['depth', '3'],
    ['special', 'all'],
  ]);
  const { targets } = await app.as(officer).getWhatIf({ query: { do: ways?.easiest[0]?.steps ?? [] } });
  expect(targets.find(({ key }) => key === '2019-a')?.after.state).toBe('met');
});

test('a day to come is a forecast from scheduled batches, and the drafts of today do not count today', async () => {
  const client = app.as(officer);
  const { id } = await client.createMatterDraft({ body: { operation: 'change', code: 'DEMO-PROOF' } });
  const em = app.deps.orm.em.fork();
  const [draft] = await em.execute<{ content: string | object }[]>('select content from matter_drafts where id = ?', [
    id,
  ]);
  const content = (typeof draft!.content === 'string' ? JSON.parse(draft!.content) : draft!.content) as MatterContent;
  const changed = JSON.stringify({ ...content, guide: { ...content.guide, visitsOnSite: 2 } });
  const { id: batchId } = await client.planBatch({ body: { title: '计划', note: null } });
  await em.execute('update matter_drafts set content = ?, batch_id = ? where id = ?', [changed, batchId, id]);
  expect((await board('2026-04-30')).targets.get('2019-a')?.outcome).toMatchObject({ isForecast: true, state: 'met' });
  const due = new Date('2026-04-01T00:00:00Z');
  await em.execute("update batches set status = 'scheduled', effective_at = ? where id = ?", [due, batchId]);
  const answer = await board('2026-04-30');
  expect(answer.targets.get('2019-a')?.outcome).toMatchObject({ isForecast: true, state: 'missed' });
  expect(answer.planned).toMatchObject([{ title: '计划', on: '2026-04-01', changes: 1 }]);
  expect((await board()).targets.get('2019-a')?.outcome).toMatchObject({ isForecast: false, state: 'met' });
});

test('the evidence is a file of Excel or CSV with every matter of the day', async () => {
  await count('DEMO-PROOF', '2026-01', 7);
  await publish(app.deps, [proofMatter()], '2026-02-01');
  await refresh();
  const answer = await app.fetchAs(officer)(`${app.base}/api/reform/target-evidence.xlsx`);
  const { rows } = await readTable(Buffer.from(await answer.arrayBuffer()));
  expect(rows.map(({ cells }) => [cells.get('事项编码'), cells.get('办件量'), cells.get('累计占比')])).toEqual([
    ['DEMO-PROOF', '7', '100.00%'],
    ['DEMO-CARD', '0', '100.00%'],
    ['DEMO-LEAVE', '0', '100.00%'],
  ]);
  const csv = await (await app.fetchAs(officer)(`${app.base}/api/reform/target-evidence.csv`)).text();
  const past = await (await app.fetchAs(officer)(`${app.base}/api/reform/target-evidence.csv?asOf=2026-02-15`)).text();
  expect([csv.includes('部门名称为'), past.includes('部门名称为2026-03-02的，演示数据')]).toEqual([false, true]);
  expect(csv).toContain('咨询电话');
});
