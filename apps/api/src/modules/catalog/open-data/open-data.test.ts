import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OpenCatalog } from '@yitang/contract';
import { readFileSync } from 'node:fs';
import { codes, leaveMatter, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { makeReadyDraft } from '../../../../../../tests/support/drafts.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { workbookCells } from '../../../../../../tests/support/workbook-cells.ts';
import { parseCsv, readTable } from '../../../platform/table-file/index.ts';
import { readWorkbook } from '../../../platform/table-file/xlsx.ts';
import { catalogKey } from '../catalog-key.ts';
import { partGuid } from './exchange-parts.ts';
import { compactTime } from './exchange-tables.ts';
import { openColumns } from './open-table.ts';

const formats = [
  '/api/open/catalog.json',
  '/api/open/catalog.schema.json',
  '/api/open/catalog.csv',
  '/api/open/catalog.xlsx',
  '/api/open/catalog.jsonld',
  '/api/open/exchange.xlsx',
  '/api/open/exchange/matters.csv',
  '/api/open/exchange/materials.csv',
  '/api/open/exchange/steps.csv',
  '/api/open/exchange/steps-offline.csv',
  '/api/open/exchange/fees.csv',
  '/api/open/exchange/situations.csv',
  '/api/open/exchange/special-procedures.csv',
  '/api/open/batches.atom',
  '/api/open/sitemap.xml',
];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (await makeCaseWorld(deps)), now: '2026-03-02T02:00:00Z' });
  const { guide } = leaveMatter();
  const summary = { ...leaveMatter().summary, name: '=休学申请' };
  await publish(app.deps, [{ ...leaveMatter(), summary, guide: { ...guide, promisedDays: 8 } }], '2026-03-01');
  const officer = app.as(staff('reform-officer'));
  const { id: draft } = await makeReadyDraft(officer, {
    operation: 'retire',
    code: codes.proof,
    successorCode: codes.card,
  });
  const { id } = await officer.planBatch({ body: { title: '取消 <在读证明> & 合并', note: null } });
  await officer.fillBatch({ params: { id }, body: { add: [draft] } });
  const { revision, nextNumber: number } = await officer.getBatch({ params: { id } });
  await officer.publishBatch({ params: { id }, body: { revision, number } });
  await app.deps.services.get(catalogKey).refresh();
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) => app.fetchAs()(app.base + path, { headers });
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

test('P3 no format of today sends the database anything, neither at first nor from the cache', async () => {
  const statements = await app.statements(async () => {
    for (const path of formats) expect([path, (await get(path)).status]).toEqual([path, 200]);
    await app.as().listPublishedBatches({});
    await app.as().getCatalogIndex({});
  });
  expect(statements).toEqual([]);
});

test.each(formats)('%s is kept by browsers and proxies under an ETag', async (path) => {
  await (await get(path)).arrayBuffer();
  const again = await get(path);
  const etag = again.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"/);
  expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
});

test('the JSON names its schema and keeps to it, says which batch it is and what was retired', async () => {
  const body = (await (await get('/api/open/catalog.json')).json()) as { $schema: string };
  const catalog = OpenCatalog.parse(body);
  expect(catalog).toMatchObject({ on: '2026-03-02', batch: 3 });
  expect(catalog.matters.map(({ code }) => code)).toEqual([codes.card, codes.leave]);
  expect(catalog.retired).toMatchObject([{ code: codes.proof, on: '2026-03-02', successorCode: codes.card }]);
  const schema = (await (await get('/api/open/catalog.schema.json')).json()) as Record<string, unknown>;
  expect(schema).toMatchObject({ $id: body.$schema, $ref: expect.any(String), $defs: expect.any(Object) });
  expect(schema['$schema']).toContain('2020-12');
});

test('R-FILE-7 a name that begins like a formula stays a text in CSV and in Excel', async () => {
  const csv = await bytesOf('/api/open/catalog.csv');
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [header, ...rows] = parseCsv(csv.toString('utf8')) ?? [];
  expect(header?.slice(0, 2)).toEqual(['事项编码', '事项名称']);
  expect(rows.map(([code, name]) => [code, name])).toContainEqual([codes.leave, "'=休学申请"]);
  const book = await bytesOf('/api/open/catalog.xlsx');
  expect(await workbookCells(book)).toContain("'=休学申请");
  const table = await readTable(book);
  expect(table.columns).toEqual(header);
  expect(table.rows.map(({ cells }) => cells.get('事项名称'))).toContain('=休学申请');
});

test('the exchange tables say what happened to each row, when, and in which batch', async () => {
  const text = (await bytesOf('/api/open/exchange/matters.csv')).toString('utf8');
  const [header = [], ...rows] = parseCsv(text) ?? [];
  expect(header.slice(0, 6)).toEqual(['rowGuid', 'cdOperation', 'cdTime', 'cdBatch', 'taskName', 'localCode']);
  const marks = rows.map((row) => [row[5], row[1], row[2], row[3]]);
  expect(marks).toEqual([
    [codes.card, 'I', '20260302T100000', '1'],
    [codes.leave, 'U', '20260302T100000', '2'],
    [codes.proof, 'D', '20260302T100000', '3'],
  ]);
  const [materials = [], first = []] =
    parseCsv((await bytesOf('/api/open/exchange/materials.csv')).toString('utf8')) ?? [];
  expect([materials[4], first[4]]).toEqual(['taskGuid', rows[1]?.[0]]);
  expect((await readTable(await bytesOf('/api/open/exchange.xlsx'))).columns).toEqual(header);
  expect((await get('/api/open/exchange/nothing.csv')).status).toBe(422);
});

test('JSON-LD, feed and sitemap are well formed and lead to permanent addresses', async () => {
  const graph = (await (await get('/api/open/catalog.jsonld')).json()) as { '@graph': Record<string, unknown>[] };
  expect(graph['@graph'][0]).toMatchObject({
    '@type': 'GovernmentService',
    '@id': expect.stringMatching(new RegExp(`^http.*/matters/${codes.card}$`)),
    provider: { name: '教务处' },
  });
  const feed = await (await get('/api/open/batches.atom')).text();
  expect(feed).toContain('<title>第 3 批：取消 &lt;在读证明&gt; &amp; 合并</title>');
  expect(feed).toContain('/openness/3</id>');
  const map = await (await get('/api/open/sitemap.xml')).text();
  expect(map).toContain(`/matters/${codes.leave}</loc><lastmod>2026-03-01</lastmod>`);
  expect(map).not.toContain(codes.proof);
});

test('the catalog of an earlier day is exported as it was; that of a day to come is not public', async () => {
  const before = OpenCatalog.parse(await (await get('/api/open/catalog.json?on=2026-02-15')).json());
  expect(before.matters.map(({ code, promisedDays }) => [code, promisedDays])).toEqual([
    [codes.card, 10],
    [codes.leave, 10],
    [codes.proof, 0],
  ]);
  expect([before.batch, before.retired]).toEqual([1, []]);
  const rows = (await readTable(await bytesOf('/api/open/catalog.xlsx?on=2025-12-31'))).rows;
  expect(rows).toEqual([]);
  expect((await get('/api/open/catalog.csv?on=2026-03-03')).status).toBe(422);
});

test('the tables of an earlier day say of which day the names of departments are, as the JSON does', async () => {
  const [head = '', row = ''] = (await (await get('/api/open/catalog.csv?on=2026-02-15')).text()).split('\r\n');
  const at = head.split(',').indexOf('组织信息截至');
  expect([at - head.split(',').length, row.split(',').at(at - head.split(',').length)]).toEqual([-2, '2026-03-02']);
  const sheets = await readWorkbook(await bytesOf('/api/open/catalog.xlsx?on=2025-12-31'), { rows: 10, columns: 200 });
  if (typeof sheets === 'string') throw new Error(sheets);
  expect(sheets.at(-1)?.rows.map(({ cells }) => cells)).toEqual([
    ['项目', '内容'],
    ['目录日期', '2025-12-31'],
    ['部门、窗口和权力清单', '名称和内容为 2026-03-02 的，不随目录日期变化'],
  ]);
});

test('every column of the table stands in the document with its field', () => {
  const text = readFileSync(new URL('../../../../../../docs/OPEN-DATA.md', import.meta.url), 'utf8');
  for (const { name, field } of openColumns) expect(text).toContain(`| ${name} | \`${field}\` |`);
});

test('times are written on the clock of the university; parts keep their id', () => {
  expect(compactTime(new Date('2026-03-02T16:05:09.900Z'), 'Asia/Shanghai')).toBe('20260303T000509');
  expect(partGuid('fees', 'a', 0)).toBe(partGuid('fees', 'a', 0));
  expect(partGuid('fees', 'a', 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the catalog of a past day says what was paused on it, and that of today what is', async () => {
  const officer = app.as(staff('reform-officer'));
  const params = { code: codes.leave };
  app.clock.set('2026-03-03T02:00:00Z');
  await officer.pauseMatter({ params, body: { reason: '系统升级', until: null } });
  app.clock.set('2026-03-05T02:00:00Z');
  await officer.resumeMatter({ params });
  await app.deps.services.get(catalogKey).refresh();
  const pausedOn = async (on: string) => {
    const { matters, organizationOn } = OpenCatalog.parse(await (await get(`/api/open/catalog.json?on=${on}`)).json());
    // What is not kept by day is told to be today's.
    expect(organizationOn).toBe('2026-03-05');
    return matters.find(({ code }) => code === codes.leave)?.paused;
  };
  expect(await pausedOn('2026-03-02')).toBeNull();
  expect(await pausedOn('2026-03-04')).toEqual({ reason: '系统升级', until: null });
  expect(await pausedOn('2026-03-05')).toBeNull();
});
