import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeCaseWorld, places, publish } from '../../../../../../tests/support/case-world.ts';
import { completeContent } from '../../../../../../tests/support/complete-content.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';

const code = 'DEMO-COMPLETE';
let app: TestApp;
let officer: ReturnType<TestApp['as']>;

beforeEach(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await publish(deps, [completeContent({ summary: { code, departmentId: places.registry } })]);
    },
  });
  officer = app.as(staff('reform-officer', 'university', null, { displayName: '沈一凡' }));
});
afterEach(() => app.close());

const entry: Parameters<typeof officer.addDataSource>[0]['body'] = {
  ...{ name: '校园卡系统', nameEn: 'Card system', departmentId: places.registry, gives: '卡号、照片' },
  ...{ basis: '数据管理办法第八条', liveFrom: '2020-01-01', liveUntil: null },
};
let keys = 0;
const once = () => ({ idempotencyKey: `data-source-test-key-${(keys += 1)}` });
const add = (more: Partial<typeof entry> = {}) => officer.addDataSource({ body: { ...entry, ...more }, ...once() });
const registry = async () => (await officer.listDataSources()).items.find(({ name }) => name.zh === '教务系统')!;
const sharedBreaches = async () =>
  (await officer.listBreaches({ query: { rule: 'shared-source' } })).items.flatMap(({ breaches }) =>
    breaches.filter(({ rule }) => rule === 'shared-source'),
  );

test('what the reform office enters is in the catalogue and to be chosen in a guide; an office reads it', async () => {
  const { id } = await add();
  const clerk = app.as(staff('clerk', 'department', places.registry));
  const list = await clerk.listDataSources();
  expect(list.mayKeep).toBe(false);
  expect(list.items).toContainEqual(
    expect.objectContaining({ id, name: { zh: '校园卡系统', en: 'Card system' }, isLive: true, matters: 0 }),
  );
  expect(list.items.find(({ name }) => name.zh === '教务系统')?.matters).toBeGreaterThan(0);
  expect((await clerk.getEditorChoices()).sources).toContainEqual({ zh: '校园卡系统', en: 'Card system' });
  await expect(clerk.addDataSource({ body: entry, ...once() })).rejects.toMatchObject({ status: 403 });
});

test('a name that is taken, a department that is none and days in the wrong order are told at once', async () => {
  const wrong = { name: '教务系统', departmentId: 'nowhere', liveFrom: '2026-03-01', liveUntil: '2026-02-01' };
  await expect(add({ ...wrong, liveFrom: '2019-12-01', liveUntil: '2020-03-01' })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.departmentId' }, { field: 'body.name', code: 'source.same-name' }] },
  });
  await expect(add({ ...wrong, name: '新系统' })).rejects.toMatchObject({
    problem: { issues: [{ field: 'body.departmentId' }, { field: 'body.liveUntil' }] },
  });
});

test('when an entry has ended, guides that name it break a rule that says what is missing and where to add it', async () => {
  expect(await sharedBreaches()).toEqual([]);
  const { id, revision } = await registry();
  const end = (liveUntil: string, from = revision) =>
    officer.endDataSource({ params: { id }, body: { liveUntil, revision: from }, ...once() });
  await expect(end('2019-01-01')).rejects.toMatchObject({ problem: { issues: [{ field: 'body.liveUntil' }] } });
  await end('2020-02-01');
  await expect(end('2020-03-01')).rejects.toMatchObject({ problem: { code: 'record.changed' } });
  const [breach] = await sharedBreaches();
  expect(breach).toMatchObject({ severity: 'blocks', path: 'guide.materials' });
  expect(breach?.sentence).toContain('没有今天有效的“教务系统”');
  expect(breach?.fix).toContain('在“事项目录”的“数据目录”里登记“教务系统”');
  expect((await officer.getEditorChoices()).sources).toEqual([]);
  await add({ name: '教务系统', liveFrom: '2020-02-02' });
  expect(await sharedBreaches()).toEqual([]);
});
