import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, places } from '../../../../../../tests/support/case-world.ts';
import { makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../catalog-key.ts';
import { heirsOf, inheritStatistics, type RetiredMatter } from '../published-batches.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  const officer = app.as(staff('reform-officer'));
  const drafts = [
    await makeReadyDraft(officer, { operation: 'change', code: codes.card }, { 'guide.promisedDays': 3 }),
    await makeReadyDraft(officer, {
      operation: 'add',
      name: '校友卡申领',
      departmentId: places.affairs,
      copyFrom: codes.card,
    }),
    await makeReadyDraft(officer, { operation: 'retire', code: codes.proof, successorCode: codes.card }),
  ];
  const { id } = await officer.planBatch({ body: { title: '三月调整', note: '合并证明类事项' } });
  await officer.fillBatch({ params: { id }, body: { add: drafts.map((draft) => draft.id) } });
  const { revision, nextNumber: number } = await officer.getBatch({ params: { id } });
  await officer.publishBatch({ params: { id }, body: { revision, number } });
  await app.deps.services.get(catalogKey).refresh();
});
afterAll(() => app.close());

test('batches are public, newest first, each with what it added, changed and retired', async () => {
  const { items } = await app.as().listPublishedBatches({});
  expect(items.map(({ number, changes }) => [number, changes])).toEqual([
    [2, { add: 1, change: 1, retire: 1 }],
    [1, { add: 3, change: 0, retire: 0 }],
  ]);
  const batch = await app.as().getPublishedBatch({ params: { number: 2 } });
  expect(batch).toMatchObject({ title: '三月调整', note: '合并证明类事项', effectiveFrom: '2026-03-02' });
  expect(batch.changed.items).toMatchObject([
    { operation: 'add', name: '校友卡申领', version: 1 },
    { operation: 'change', code: codes.card, version: 2, changedFields: ['guide.promisedDays'] },
    { operation: 'retire', code: codes.proof, version: 1, successor: { code: codes.card, name: '补办学生证' } },
  ]);
  await expect(app.as().getPublishedBatch({ params: { number: 9 } })).rejects.toMatchObject({ status: 404 });
});

test('what a batch changed is paged', async () => {
  const first = await app.as().getPublishedBatch({ params: { number: 1 }, query: { limit: 2 } });
  const rest = await app.as().getPublishedBatch({ params: { number: 1 }, query: { after: first.changed.next } });
  expect([first.changed.items.length, rest.changed.items.length, rest.changed.next]).toEqual([2, 1, undefined]);
});

test('the guide of a retired matter stays readable and says since when, and what took over; nobody can apply', async () => {
  const guide = await app.as().getMatter({ params: { code: codes.proof } });
  expect(guide).toMatchObject({
    name: '在读证明',
    isOnline: false,
    retired: { on: '2026-03-02', successor: { code: codes.card, name: '补办学生证' } },
  });
  expect((await app.as().getMatter({ params: { code: codes.proof }, query: { version: 1 } })).version).toBe(1);
  expect((await app.as().listMatters({})).items.map(({ code }) => code)).not.toContain(codes.proof);
});

test('the catalog of any day is shown by letter, department, audience and life event', async () => {
  const today = await app.as().getCatalogIndex({});
  expect(today).toMatchObject({ on: '2026-03-02', today: '2026-03-02', total: 3, letter: null });
  expect(today.items.map(({ letter, name }) => [letter, name])).toEqual([
    ['B', '补办学生证'],
    ['X', '校友卡申领'],
    ['X', '休学申请'],
  ]);
  expect(today.letters).toEqual([
    { value: 'B', label: 'B', count: 1 },
    { value: 'X', label: 'X', count: 2 },
  ]);
  const ofOffice = await app.as().getCatalogIndex({ query: { department: places.affairs, letter: 'X' } });
  expect(ofOffice.items.map(({ name }) => name)).toEqual(['校友卡申领']);
  const then = await app.as().getCatalogIndex({ query: { on: '2026-02-01' } });
  expect(then.items.map(({ name, version }) => [name, version])).toEqual([
    ['补办学生证', 1],
    ['休学申请', 1],
    ['在读证明', 1],
  ]);
  expect((await app.as().getCatalogIndex({ query: { on: '2025-01-01' } })).total).toBe(0);
  await expect(app.as().getCatalogIndex({ query: { on: '2026-03-03' } })).rejects.toMatchObject({
    problem: { issues: [{ field: 'query.on' }] },
  });
});

test('P3 a published batch is on every other instance within five seconds', async () => {
  const other = await createTestApp({ orm: app.deps.orm, now: '2026-03-02T02:00:00Z' });
  try {
    const officer = app.as(staff('reform-officer'));
    const { id: draft } = await makeReadyDraft(
      officer,
      { operation: 'change', code: codes.card },
      { 'guide.promisedDays': 4 },
    );
    const { id } = await officer.planBatch({ body: { title: '提速', note: null } });
    await officer.fillBatch({ params: { id }, body: { add: [draft] } });
    const { revision, nextNumber: number } = await officer.getBatch({ params: { id } });
    const daysOn = async (instance: TestApp) =>
      (await instance.as().getMatter({ params: { code: codes.card } })).promisedDays;
    expect(await daysOn(other)).toBe(3);
    await officer.publishBatch({ params: { id }, body: { revision, number } });
    const published = performance.now();
    const areBoth = async () => (await daysOn(other)) === 4 && (await daysOn(app)) === 4;
    while (!(await areBoth()) && performance.now() - published < 5_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect([await daysOn(other), await daysOn(app)]).toEqual([4, 4]);
  } finally {
    await other.close();
  }
});

test('what was counted of a retired matter passes on, also over two retirements', () => {
  const retired = (code: string, successorCode: string | null): RetiredMatter => ({
    id: `id-${code}`,
    code,
    name: code,
    departmentId: '',
    version: 1,
    retiredOn: '2026-01-01',
    batchId: '',
    successorCode,
  });
  const gone = [retired('A', 'B'), retired('B', 'C'), retired('D', null), retired('E', 'F'), retired('F', 'E')];
  const inForce = [{ id: 'id-C', code: 'C' }];
  expect([...heirsOf(gone, inForce)]).toEqual([
    ['id-A', 'id-C'],
    ['id-B', 'id-C'],
  ]);
  const one = { uses: 1, good: 1, ratings: 1 };
  const counted = new Map([
    ['id-A', one],
    ['id-B', one],
    ['id-C', one],
    ['id-D', one],
  ]);
  expect(inheritStatistics(counted, gone, inForce).get('id-C')).toEqual({ uses: 3, good: 3, ratings: 3 });
});
