import { afterEach, expect, test } from '@jest/globals';
import type { FormDefinition, Guide, MatterContent } from '@yitang/domain';
import { checkCharacterOf } from '@yitang/domain/numbering';
import { staff } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { ApiModule, Deps } from '../../platform/endpoint/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { Department } from '../organization/organization.entity.ts';
import { catalogKey, catalogModule, countUsesKey, publishMatters } from './index.ts';

const departmentId = newId();
const words = (zh: string) => ({ zh });
const form: FormDefinition = {
  pages: [
    { key: 'one', title: words('一'), fields: [{ kind: 'text', key: 'why', label: words('用途'), maxLength: 20 }] },
  ],
};

const guide: Guide = {
  isComplete: true,
  isSample: true,
  summary: words('证明您是在校学生'),
  projectType: 'instant',
  visitsOnSite: 0,
  visitReason: null,
  promisedDays: 0,
  statutoryDays: null,
  onlineDepth: 4,
  isOnline: true,
  conditions: [words('在校学生')],
  basis: [],
  materials: [],
  steps: [],
  fees: [],
  result: null,
  resultDelivery: ['electronic'],
  places: [],
  consultPhone: null,
  complaintPhone: null,
  remedy: null,
  faqs: [],
};

function matter(code: string, name: string, more: Partial<MatterContent> = {}): MatterContent {
  return {
    summary: {
      code,
      name,
      departmentId,
      category: '学籍',
      audiences: ['student'],
      lifeEvents: ['studying'],
      channels: ['online'],
      keywords: [],
    },
    guide,
    preconditions: [],
    form,
    route: { stages: [] },
    layout: null,
    ...more,
  };
}

/** What a load of the catalog waits for when it has read the matters. */
let whileCounting = (): Promise<void> => Promise.resolve();
const noUses: ApiModule = {
  name: 'no-uses',
  provide: (deps) => deps.services.provide(countUsesKey, () => whileCounting().then(() => new Map())),
};

async function publish(deps: Deps, news: readonly MatterContent[], effectiveFrom = '2026-01-01'): Promise<void> {
  await deps.orm.em
    .fork()
    .transactional((em) => publishMatters(em as never, { title: '第一批', effectiveFrom, at: deps.clock.now() }, news));
}

let app: TestApp;
afterEach(() => app.close());

async function start(news: readonly MatterContent[], environment: Record<string, string> = {}): Promise<void> {
  app = await createTestApp({
    environment,
    modules: [catalogModule, noUses],
    seed: async (deps) => {
      const em = deps.orm.em.fork();
      await em.insert(Department, {
        id: departmentId,
        code: '105',
        name: '教务处',
        shortName: '教务处',
        nameEn: null,
        kind: 'office',
        parentId: null,
        campusId: null,
        place: null,
        consultPhone: '0571-00000105',
        complaintPhone: null,
        aliases: ['教务部'],
        isActive: true,
      });
      await publish(deps, news);
    },
  });
}

const refresh = () => app.deps.services.get(catalogKey).refresh();

test('who refreshes while the catalog is being loaded sees what was published meanwhile', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  app.deps.services.get(catalogKey).stop();
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  whileCounting = () => {
    reached.resolve();
    return gate.promise;
  };
  const early = refresh();
  await reached.promise;
  await publish(app.deps, [matter('A-2', '休学申请')]);
  const late = refresh();
  whileCounting = () => Promise.resolve();
  gate.resolve();
  await Promise.all([early, late]);
  const { matters } = app.deps.services.get(catalogKey).current();
  expect(matters.map(({ code }) => code)).toEqual(['A-1', 'A-2']);
});

test('what is published is listed, filtered, counted by facet and found by pinyin', async () => {
  await start([
    matter('A-1', '在校生学籍证明'),
    matter('A-2', '休学申请', { guide: { ...guide, isOnline: false, visitsOnSite: 2 }, form: null, route: null }),
  ]);
  const all = await app.as().listMatters({});
  expect(all.items.map(({ code }) => code)).toEqual(['A-1', 'A-2']);
  expect(all.items[0]).toMatchObject({ isOnline: true, isInstant: true, department: { name: '教务处' } });
  expect((await app.as().listMatters({ query: { trips: 1 } })).total).toBe(1);
  expect(all.facets.department).toEqual([{ value: departmentId, label: '教务处', count: 2 }]);
  expect((await app.as().searchMatters({ query: { q: 'xiuxue' } })).items.map(({ name }) => name)).toEqual([
    '休学申请',
  ]);
  expect((await app.as().getHallHome({})).totals).toEqual({ matters: 2, online: 1, instant: 1, atMostOneVisit: 1 });
});

test('a suggestion made in front of the server is to the byte that of the route, and a wrong question is explained', async () => {
  await start([matter('A-1', '在校生学籍证明'), matter('A-2', '休学申请')]);
  const ask = (query: string) => fetch(`${app.base}/api/search?${query}`);
  const byRoute = await ask('q=xue&limit=1&audience=student');
  const body = await byRoute.text();
  await refresh();
  const made = await ask('q=xue&limit=1&audience=student');
  expect(await made.text()).toBe(body);
  expect((JSON.parse(body) as { items: unknown[] }).items).toHaveLength(1);
  for (const name of ['content-type', 'content-security-policy', 'x-content-type-options'])
    expect([name, made.headers.get(name)]).toEqual([name, byRoute.headers.get(name)]);
  for (const wrong of ['q=xue&limit=99', 'limit=1', 'q=xue&other=1', 'q=a&q=b', 'q=xue&audience=nobody'])
    expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 422]);
});

test('R-DOS-1: suggestions that are made in front of the server are limited by address, measured and logged as those of the route', async () => {
  await start([matter('A-1', '在校生学籍证明')], { READS_PER_MINUTE: '1' });
  const ask = (word: string) => fetch(`${app.base}/api/search?q=${word}`);
  await (await ask('xue')).text();
  await refresh();
  const answers = await Promise.all(Array.from({ length: 25 }, (_, turn) => ask(`xue${turn}`)));
  const [made, refused] = [200, 429].map((status) => answers.filter((answer) => answer.status === status));
  expect([made!.length, refused!.length]).toEqual([19, 6]);
  expect(Number(refused![0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  const id = made![0]!.headers.get('x-request-id')!;
  const line = app.logLines.find((one) => one.includes(id));
  expect(JSON.parse(line!)).toMatchObject({ method: 'GET', path: '/api/search', status: 200, msg: 'public answer' });
  expect(line).not.toContain('xue');
  const figures = await (await fetch(`${app.base}/metrics`)).text();
  expect(figures).toMatch(/yitang_http_request_seconds_count\{method="GET",route="searchMatters",status="200"\} 20/);
});

test('SRCH-5 SRCH-7 a search without a hit shows what is near and is counted for the report, personal numbers are not', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  const nothing = await app.as().listMatters({ query: { q: '学车' } });
  expect(nothing).toMatchObject({ total: 0, items: [] });
  expect([nothing.nearest.length, nothing.popular.length]).toEqual([1, 1]);
  for (const q of ['330199990001011234', '3301 9999 0001 0112 34', '138-0000-0000'])
    await app.as().listMatters({ query: { q } });
  const report = await app.as(staff('reform-officer')).listSearchMisses({});
  expect(report.items).toMatchObject([{ query: '学车', times: 1 }]);
  await app.as().listMatters({ query: { q: '学车' } });
  expect((await app.as(staff('reform-officer')).listSearchMisses({})).items).toMatchObject([{ times: 2 }]);
});

test('SRCH-7 the number of a case is told from words and is counted among no misses', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  const body = 'YT20260302000042';
  const number = body + checkCharacterOf(body);
  const ask = async (q: string) => (await app.as().listMatters({ query: { q } })).caseNumber;
  expect(await ask(` ${number.toLowerCase()} `)).toBe(number);
  expect(await ask(`${body}${number.endsWith('X') ? 'W' : 'X'}`)).toBeNull();
  expect(await ask('学籍')).toBeNull();
  expect((await app.as(staff('reform-officer')).listSearchMisses({})).items).toEqual([]);
});

test('SRCH-2 a synonym finds its matter at once, and the word leaves the report of what was not found', async () => {
  await start([matter('A-1', '宿舍调换')]);
  const reported = async () =>
    (await app.as(staff('reform-officer')).listSearchMisses({})).items.map(({ query }) => query);
  expect((await app.as().listMatters({ query: { q: '换窝' } })).total).toBe(0);
  expect(await reported()).toEqual(['换窝']);
  await app.as(staff('reform-officer')).addSynonym({ body: { word: '换窝', means: '宿舍调换' } });
  await refresh();
  expect((await app.as().listMatters({ query: { q: '换窝' } })).total).toBe(1);
  expect(await reported()).toEqual([]);
});

test('a new version supersedes the old one from its day on; the old one stays readable but not open', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  await publish(app.deps, [matter('A-1', '学籍证明')], '2026-03-10');
  await refresh();
  expect((await app.as().getMatter({ params: { code: 'A-1' } })).name).toBe('在校生学籍证明');
  app.clock.set('2026-03-10T02:00:00Z');
  await refresh();
  expect(await app.as().getMatter({ params: { code: 'A-1' } })).toMatchObject({
    name: '学籍证明',
    version: 2,
    isOnline: true,
  });
  const old = await app.as().getMatter({ params: { code: 'A-1' }, query: { version: 1 } });
  expect(old).toMatchObject({ name: '在校生学籍证明', version: 1, isOnline: false });
});

test('HOME-7 a paused matter says why and until when, stays findable and is not open', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  const office = app.as(staff('reform-officer'));
  await office.pauseMatter({ params: { code: 'A-1' }, body: { reason: '系统升级', until: '2026-03-05' } });
  await refresh();
  const { items } = await app.as().listMatters({ query: { q: 'xueji' } });
  expect(items[0]).toMatchObject({ isOnline: false, paused: { reason: '系统升级', until: '2026-03-05' } });
  await office.resumeMatter({ params: { code: 'A-1' } });
  await refresh();
  expect((await app.as().getMatter({ params: { code: 'A-1' } })).paused).toBeNull();
});

test('P1 and P3 public reads send the database nothing', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  const reads = await app.statements(async () => {
    await app.as().listMatters({});
    await app.as().getMatter({ params: { code: 'A-1' } });
    await app.as().searchMatters({ query: { q: '证明' } });
    await app.as().getHallHome({});
    await app.as().listDepartments({});
  });
  expect(reads).toEqual([]);
});

test('an unknown matter or version is not found', async () => {
  await start([matter('A-1', '在校生学籍证明')]);
  await expect(app.as().getMatter({ params: { code: 'A-9' } })).rejects.toMatchObject({ status: 404 });
  await expect(app.as().getMatter({ params: { code: 'A-1' }, query: { version: 7 } })).rejects.toMatchObject({
    status: 404,
  });
});
