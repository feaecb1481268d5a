import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@yitang/contract';
import {
  cardMatter,
  codes,
  leaveMatter,
  makeCaseWorld,
  places,
  proofMatter,
  publish,
} from '../../../../../../tests/support/case-world.ts';
import { makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';
import { baselineColumns } from './import-baselines.ts';

let app: TestApp;
const officer = () => app.as(staff('reform-officer'));
const head = staff('head', 'department', places.registry);
const figures = { materials: null, steps: null, days: null, visits: null, levels: null, preconditions: null };

beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  const [card, leave, proof] = [cardMatter(), leaveMatter(), proofMatter()];
  const lighter = { ...card, guide: { ...card.guide, promisedDays: 3, isMobile: true, isBookable: true } };
  const shared = leave.guide.materials.map((one) => ({ ...one, sourceMode: 'shared' as const }));
  await publish(
    app.deps,
    [lighter, { ...leave, guide: { ...leave.guide, materials: shared, promisedDays: 12 } }],
    '2026-02-01',
  );
  const fresh = {
    ...proof,
    summary: { ...proof.summary, code: 'DEMO-NEW', name: '新事项', departmentId: places.affairs },
  };
  await publish(app.deps, [fresh], '2026-02-01');
  await app.deps.services.get(catalogKey).refresh();
  const drafts = [
    await makeReadyDraft(officer(), { operation: 'retire', code: codes.proof, successorCode: codes.card }),
  ];
  const { id } = await officer().planBatch({ body: { title: '合并', note: null } });
  await officer().fillBatch({ params: { id }, body: { add: drafts.map((draft) => draft.id) } });
  const { revision, nextNumber: number } = await officer().getBatch({ params: { id } });
  await officer().publishBatch({ params: { id }, body: { revision, number } });
  await app.deps.services.get(catalogKey).refresh();
});
afterAll(() => app.close());

describe('what matters ask of people on two days', () => {
  test('a matter that came by two services is counted once, and each service opens its matters', async () => {
    const { served, total } = await officer().getReduction({});
    const listed = async (query: object): Promise<number> =>
      (await officer().getReduction({ query: { show: 'services', ...query } })).items.length;
    expect([served, await listed({})]).toEqual([1, 1]);
    expect(total.services.map(({ matters }) => matters)).toEqual([1, 1]);
    for (const { service, matters } of total.services) expect(await listed({ service })).toBe(matters);
  });

  test('is summed over those that were there on both, and merged and new ones are counted apart', async () => {
    const seen = await officer().getReduction({});
    expect(seen).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-02',
      matters: { before: 3, after: 3, added: 1, merged: 1, retired: 0 },
    });
    expect(seen.total).toMatchObject({ matters: 2, lighter: 2, heavier: 1 });
    expect(seen.total.measures.slice(0, 3)).toEqual([
      { measure: 'materials', before: 1, after: 0, known: 2, unknown: 0, lighter: 1, heavier: 0 },
      { measure: 'steps', before: 2, after: 2, known: 2, unknown: 0, lighter: 0, heavier: 0 },
      { measure: 'days', before: 20, after: 15, known: 2, unknown: 0, lighter: 1, heavier: 1 },
    ]);
    expect(seen.items.map(({ code, standing, successor }) => [code, standing, successor?.code])).toEqual([
      [codes.card, 'compared', undefined],
      [codes.leave, 'compared', undefined],
      ['DEMO-NEW', 'new', undefined],
      [codes.proof, 'merged', codes.card],
    ]);
  });

  test('every figure opens its list, page by page', async () => {
    const shown = async (query: NonNullable<Parameters<ReturnType<typeof officer>['getReduction']>[0]>['query']) =>
      (await officer().getReduction({ query })).items.map(({ code }) => code);
    expect(await shown({ measure: 'days', show: 'lighter' })).toEqual([codes.card]);
    expect(await shown({ measure: 'days', show: 'heavier' })).toEqual([codes.leave]);
    expect(await shown({ show: 'merged' })).toEqual([codes.proof]);
    const { total } = await officer().getReduction({});
    expect((await shown({ show: 'comparable' })).length).toBe(total.matters);
    expect((await shown({ show: 'is-instant' })).length).toBe(total.instant.after);
    for (const { measure, known, unknown } of total.measures) {
      const lengths = [await shown({ measure, show: 'known' }), await shown({ measure, show: 'unknown' })];
      expect(lengths.map(({ length }) => length)).toEqual([known, unknown]);
    }
    const first = await officer().getReduction({ query: { limit: 3 } });
    expect(await shown({ after: first.next, limit: 3 })).toEqual([codes.proof]);
  });

  test('a material that the university now looks up is told apart from one that was dropped', async () => {
    const { materials, versions } = await officer().getMatterReduction({ params: { code: codes.leave } });
    expect(materials).toEqual({ kept: [], dropped: [], nowShared: ['医院证明'], nowOwn: [], added: [] });
    expect(versions).toEqual({ before: 1, after: 2 });
  });

  test('days that lie in the future or the wrong way round are refused together', async () => {
    const wrong = officer().getReduction({ query: { from: '2027-01-01', to: '2027-02-01' } });
    await expect(wrong).rejects.toMatchObject({
      problem: { issues: [{ field: 'query.to' }, { field: 'query.from' }] },
    });
    const turned = officer().getReduction({ query: { from: '2026-02-02', to: '2026-02-01' } });
    await expect(turned).rejects.toMatchObject({ problem: { issues: [{ field: 'query.from', code: 'order' }] } });
  });

  test('a head sees the own department alone', async () => {
    expect((await app.as(head).getReduction({})).items.map(({ code }) => code)).not.toContain('DEMO-NEW');
    const other = app.as(staff('head', 'department', places.affairs));
    await expect(other.getMatterReduction({ params: { code: codes.card } })).rejects.toMatchObject({ status: 404 });
  });

  test('the public reads what a batch and each version changed for them', async () => {
    const { changed } = await app.as().getPublishedBatch({ params: { number: 2 } });
    expect(changed.items.find(({ code }) => code === codes.card)?.forPeople).toEqual({
      measures: [{ measure: 'days', before: 10, after: 3 }],
      addedServices: ['mobile', 'booking'],
      becameInstant: false,
    });
    const { items } = await app.as().listMatterVersions({ params: { code: codes.leave } });
    expect(items.map(({ version, batch, forPeople }) => [version, batch, forPeople?.measures])).toEqual([
      [
        2,
        2,
        [
          { measure: 'materials', before: 1, after: 0 },
          { measure: 'days', before: 10, after: 12 },
        ],
      ],
      [1, 1, undefined],
    ]);
    await expect(app.as().listMatterVersions({ params: { code: 'NONE' } })).rejects.toMatchObject({ status: 404 });
  });

  test('the list can be taken along, with both days on every line', async () => {
    const get = (kind: string) =>
      app.fetchAs(staff('reform-officer'))(`${app.base}/api/reform/reduction.${kind}?show=lighter`);
    const csv = await (await get('csv')).text();
    expect(csv).toContain('补办学生证');
    expect(
      csv
        .trim()
        .split('\r\n')
        .every((line, at) => at === 0 || line.includes('2026-01-01,2026-03-02')),
    ).toBe(true);
    expect((await (await get('xlsx')).bytes()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

describe('figures on paper', () => {
  const record = (who: Parameters<TestApp['as']>[0], code: string, body: object) =>
    app.as(who).recordBaseline({
      params: { code },
      body: {
        onDay: '2024-09-01',
        counts: { ...figures, visits: 3, materials: 6 },
        evidence: '校办〔2024〕3号',
        reason: null,
        ...body,
      },
    });

  test('stand for a day before the catalog, and are replaced, never edited', async () => {
    await record(head, codes.card, {});
    const before = await officer().getMatterReduction({ params: { code: codes.card }, query: { from: '2024-12-31' } });
    const visits = { measure: 'visits', before: 3, after: 0, change: -3, isFromPaper: true };
    expect(before.row.measures.find(({ measure }) => measure === 'visits')).toEqual(visits);
    await expect(record(head, codes.card, {})).rejects.toMatchObject({ problem: { issues: [{ code: 'unchanged' }] } });
    const other = { counts: { ...figures, visits: 2 } };
    await expect(record(head, codes.card, other)).rejects.toMatchObject({
      problem: { issues: [{ field: 'body.reason' }] },
    });
    await record(head, codes.card, { ...other, reason: '原件写的是两次' });
    const after = await officer().getMatterReduction({ params: { code: codes.card }, query: { from: '2024-12-31' } });
    expect(after.row.measures.find(({ measure }) => measure === 'visits')?.before).toBe(2);
    expect(after.baselines.map(({ isReplaced, reason }) => [isReplaced, reason])).toEqual([
      [false, '原件写的是两次'],
      [true, null],
    ]);
    expect(
      (await officer().getMatterReduction({ params: { code: codes.card }, query: { from: '2024-01-01' } })).row
        .standing,
    ).toBe('new');
  });

  test('never stand in for what a version states', async () => {
    await record(head, codes.leave, { counts: { ...figures, days: 99 } });
    const { row } = await officer().getMatterReduction({ params: { code: codes.leave } });
    expect(row.measures.find(({ measure }) => measure === 'days')).toMatchObject({ before: 10, isFromPaper: false });
  });

  test('with several faults are refused with all of them, and nobody writes for another department', async () => {
    const faulty = record(head, codes.leave, { onDay: '2027-01-01', counts: figures, evidence: '' });
    const fields = ['body.onDay', 'body.counts', 'body.evidence'];
    await expect(faulty).rejects.toMatchObject({ problem: { issues: fields.map((field) => ({ field })) } });
    const negative = record(head, codes.leave, { counts: { ...figures, visits: -1 } });
    await expect(negative).rejects.toMatchObject({ problem: { issues: [{ field: 'body.counts.visits' }] } });
    await expect(record(head, 'DEMO-NEW', {})).rejects.toMatchObject({ status: 403 });
  });

  test('come from a file, all or none, and a repeat changes nothing', async () => {
    const send = async (rows: string[][], dryRun = '0') => {
      const form = new FormData();
      form.set(
        'file',
        new Blob([[[...baselineColumns], ...rows].map((cells) => cells.join(',')).join('\n')]),
        '基线.csv',
      );
      const url = `${app.base}/api/reform/baseline-imports?dryRun=${dryRun}`;
      const answer = await app.fetchAs(head)(url, { method: 'POST', body: form });
      return (await answer.json()) as { created?: number; unchanged?: number } & Partial<Problem>;
    };
    const good = [codes.leave, '2023-09-01', '7', '5', '20', '3', '4', '2', '2023年办事手册', ''];
    const wrong = [
      ['NONE', '2023-09-01', '1', '', '', '', '', '', '手册', ''],
      ['DEMO-NEW', '2023-09-01', '1', '', '', '', '', '', '手册', ''],
      [codes.card, '2099-01-01', '一', '', '', '', '', '', '', ''],
    ];
    const refused = await send([good, ...wrong]);
    expect(refused.issues?.map(({ field }) => field)).toEqual([
      'rows.3.事项编码',
      'rows.4.事项编码',
      'rows.5.日期',
      'rows.5.申请材料数',
      'rows.5.申请材料数',
      'rows.5.依据',
    ]);
    expect(await send([good], '1')).toMatchObject({ isDryRun: true, created: 1 });
    expect(await send([good])).toMatchObject({ created: 1, unchanged: 0 });
    expect(await send([good])).toMatchObject({ created: 0, unchanged: 1 });
  });
});
