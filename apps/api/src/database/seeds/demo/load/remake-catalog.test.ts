import { isDeepStrictEqual } from 'node:util';
import { addDays, instantAt } from '@yitang/domain/calendar';
import { readField, readFields, type FieldPath, type MatterContent } from '@yitang/domain/catalog';
import { neededMatters } from '@yitang/domain/consistency';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testConfig } from '../../../../../../../tests/support/test-config.ts';
import { openTestDatabase, type TestDatabase } from '../../../../../../../tests/support/test-database.ts';
import { createApp, type App } from '../../../../app.ts';
import { MatterDraft } from '../../../../modules/catalog/draft/draft.entity.ts';
import { contentOf } from '../../../../modules/catalog/draft/create-draft.ts';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import { modules } from '../../../../modules/index.ts';
import { fixedClock, type FixedClock } from '../../../../platform/clock/index.ts';
import type { FileAnswer } from '../../../../platform/endpoint/index.ts';
import { silentLogger } from '../../../../platform/logger/index.ts';
import type { Em } from '../../../index.ts';
import { seedReference } from '../../index.ts';
import { demoUniversity } from '../organization/index.ts';
import { generateDemoPeople } from '../people/index.ts';
import { endpointCaller, type CallEndpoint } from './call-endpoints.ts';
import { loadCatalogStory, officerOf, type CatalogStage } from './load-catalog-story.ts';
import { loadCatalog } from './load-catalog.ts';
import { loadDataSources } from './load-data-sources.ts';
import { demoIds, historyBegan, type LoadContext } from './load-context.ts';
import { loadOrganization } from './load-organization.ts';
import { loadPeople } from './load-people.ts';

const origin = { seed: 7, referenceDate: '2026-11-23' };
const people = generateDemoPeople(origin);
const hour = (day: string, minutes: number): Date => instantAt(day, minutes, demoUniversity.timeZone);

interface House {
  readonly database: TestDatabase;
  readonly app: App;
  readonly clock: FixedClock;
  readonly call: CallEndpoint;
  readonly stage: CatalogStage;
}

const houses: House[] = [];

/** The demo university's offices, people and data catalogue, and what `more` brings. */
async function openHouse(more: (context: LoadContext) => Promise<void> = async () => undefined): Promise<House> {
  const database = await openTestDatabase();
  const { orm } = database;
  const clock = fixedClock(hour(origin.referenceDate, 9 * 60));
  const config = testConfig({ DATABASE_URL: database.url, NO_JOBS: '1' });
  const app = createApp({ config, orm, log: silentLogger(), clock, modules });
  await seedReference(app.deps);
  const ids = demoIds(origin);
  await orm.em.fork().transactional(async (tx) => {
    const context = { ...origin, em: tx as Em, crypto: app.deps.crypto, ids, began: historyBegan(origin) };
    await loadOrganization(context);
    await loadPeople(context, people);
    await loadDataSources(context);
    await more(context);
  });
  await app.start();
  app.deps.services.get(catalogKey).stop();
  const call = endpointCaller(
    app.deps,
    modules.flatMap(({ routes }) => routes ?? []),
  );
  const stage: CatalogStage = {
    ...{ orm, deps: app.deps, call, clock, ids, people: people.people, referenceDate: origin.referenceDate },
    instantBefore: (workdays, minutes) => hour(addDays(origin.referenceDate, -Math.ceil(workdays * 1.4)), minutes),
  };
  const house = { database, app, clock, call, stage };
  houses.push(house);
  return house;
}

afterAll(async () => {
  for (const { app, database } of houses) {
    await app.stop();
    await database.close();
  }
});

async function publishedIn({ app }: House): Promise<Map<string, MatterContent>> {
  const catalog = app.deps.services.get(catalogKey);
  await catalog.refresh();
  return new Map(catalog.current().matters.map((matter) => [matter.code, contentOf(matter)]));
}

/** What the table of the open data carries whole; of other fields a part, or nothing. */
const inTable: readonly FieldPath[] = [
  'summary.name',
  'summary.departmentId',
  'summary.category',
  'summary.keywords',
  'guide.summary',
  'guide.taskType',
  'guide.projectType',
  'guide.reviewType',
  'guide.handlingOffice',
  'guide.powerSource',
  'guide.useLevel',
  'guide.bodyNature',
  'guide.windows',
  'guide.basis',
  'guide.steps',
  'guide.stepsOffline',
  'guide.promisedDays',
  'guide.statutoryDays',
  'guide.visitsOnSite',
  'guide.visitReason',
  'guide.isOnline',
  'guide.onlineDepth',
  'guide.isMobile',
  'guide.handleArea',
  'guide.isBookable',
  'guide.isPaidOnline',
  'guide.isPosted',
  'guide.isOnKiosk',
  'guide.places',
  'guide.result',
  'guide.consultPhone',
  'guide.consultAddress',
  'guide.complaintPhone',
  'guide.complaintAddress',
  'guide.remedy',
  'guide.ownerA',
  'guide.ownerB',
];

/** In Chinese alone and for every situation: a list says nothing in English, nor when a step is gone through. */
function inChinese(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inChinese);
  if (typeof value !== 'object' || value === null) return value;
  if ('zh' in value) return value.zh;
  const said = Object.entries(value).filter(([key]) => key !== 'showWhen');
  return Object.fromEntries(said.map(([key, part]) => [key, inChinese(part)]));
}

const isSaid = (before: MatterContent, after: MatterContent, path: FieldPath): boolean =>
  isDeepStrictEqual(inChinese(readField(before, path) ?? null), inChinese(readField(after, path) ?? null));

describe('the catalog of the demo, made again in an empty house', () => {
  let first: House;
  let empty: House;
  let wanted: Map<string, MatterContent>;
  const of = (code: string): MatterContent => wanted.get(code)!;

  beforeAll(async () => {
    first = await openHouse(loadCatalog);
    await loadCatalogStory(first.stage);
    first.clock.set(hour(origin.referenceDate, 10 * 60));
    const all = await publishedIn(first);
    wanted = new Map([...all].filter(([, { guide }]) => guide.isComplete));
    empty = await openHouse();
  }, 120_000);

  const drafts = (): Promise<MatterDraft[]> =>
    empty.stage.orm.em.fork().find(MatterDraft, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });

  /** Brings the table of the open data in, with the columns as they are proposed. */
  async function bring({ call, stage }: House): Promise<{ id: string; ignored: string[] }> {
    const officer = officerOf(stage);
    const { content } = (await first.call('getOpenCatalogXlsx', officer, { query: {} })) as FileAnswer;
    const file = { name: '目录.xlsx', type: 'application/octet-stream', bytes: content as Buffer };
    const { id } = await call('uploadCatalogImport', officer, { file });
    const { columns } = await call('getCatalogImport', officer, { params: { id }, query: {} });
    const mapping = columns.map(({ target }) => target);
    await call('mapCatalogImport', officer, { params: { id }, body: { table: 0, mapping } });
    return { id, ignored: columns.filter(({ target }) => target === null).map(({ label }) => label) };
  }

  test('whoever takes the published table along and brings it in again finds nothing changed', async () => {
    const { id } = await bring(first);
    const officer = officerOf(first.stage);
    const params = { id };
    const { faults, counts } = await first.call('checkCatalogImport', officer, { params });
    // Of some matters a draft is under way, which the table knows nothing of.
    expect(faults.filter(({ message }) => !message.includes('草稿正在审核'))).toEqual([]);
    expect(counts).toMatchObject({ new: 0, missing: 0 });
    const { items } = await first.call('compareCatalogImport', officer, {
      params,
      query: { kind: 'changed', limit: 100 },
    });
    expect(items.filter(({ draftId }) => draftId === null)).toEqual([]);
  });

  test('an empty house takes it in, all of its rows: what a table can say stands in the drafts', async () => {
    const { id, ignored } = await bring(empty);
    const { call, stage } = empty;
    const officer = officerOf(stage);
    const params = { id };
    expect(ignored).toEqual([
      ...[
        '版本号',
        '生效日期',
        '批次',
        '事项状态',
        '业务办理项',
        '特殊要求',
        '依据明细',
        '自动核验',
        '窗口期明细',
        '办理情形',
      ],
      ...[
        '材料明细',
        '环节明细',
        '窗口环节明细',
        '特别程序',
        '收费明细',
        '结果样本',
        '常见问题',
        '指南地址',
        '组织信息截至',
        '行标识',
      ],
    ]);
    const { faults, counts } = await call('checkCatalogImport', officer, { params });
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ changed: 0, unchanged: 0, missing: 0 });
    await call('applyCatalogImport', officer, { params, body: { withoutFaulty: false, batchTitle: null } });
    const imported = new Map((await drafts()).map(({ code, content }) => [code, content]));
    expect(imported.size).toBe(counts.new);
    const lost = inTable.filter((path) =>
      [...wanted.keys()].some((code) => !isSaid(of(code), imported.get(code)!, path)),
    );
    expect(lost).toEqual([]);
  });

  test('the editor writes the rest, its own and the other offices check it, and a batch publishes the same', async () => {
    const { call, stage } = empty;
    const officer = officerOf(stage);
    const made = (await drafts()).filter(({ code }) => wanted.has(code));
    const byCode = new Map(made.map((draft) => [draft.code, draft.id]));
    for (const { id, code, revision } of made) {
      await call('saveMatterDraft', officer, {
        params: { id },
        body: { revision, values: readFields(of(code)) as never },
      });
    }
    for (const code of inOrderOfNeed([...wanted.keys()])) {
      const params = { id: byCode.get(code)! };
      for (const action of ['submit', 'confirm', 'approve-legality', 'approve'] as const) {
        const { revision } = await call('getMatterDraft', officer, { params });
        await call('actOnMatterDraft', officer, { params, body: { action, revision, note: '依据充分，程序合规。' } });
      }
    }
    const { id } = await call('planBatch', officer, { body: { title: '校务服务事项目录', note: null } });
    await call('fillBatch', officer, { params: { id }, body: { everything: true } });
    const { revision, nextNumber } = await call('getBatch', officer, { params: { id } });
    await call('publishBatch', officer, { params: { id }, body: { revision, number: nextNumber } });

    const again = await publishedIn(empty);
    expect([...again.keys()]).toEqual([...wanted.keys()]);
    for (const [code, content] of wanted) {
      // What was invented says so; no editor takes that mark away, or gives it.
      const guide = { ...again.get(code)!.guide, isSample: content.guide.isSample };
      expect({ ...again.get(code)!, guide }).toEqual(content);
    }
    const online = [...again.values()].filter(({ form, route }) => form !== null && route !== null);
    expect([again.size >= 60, online.length >= 15]).toEqual([true, true]);
  }, 120_000);

  /** A matter whose result another asks for is checked before it. */
  function inOrderOfNeed(codes: readonly string[]): string[] {
    const placed = new Set<string>();
    const place = (code: string): void => {
      if (placed.has(code)) return;
      for (const needed of neededMatters(of(code))) if (wanted.has(needed)) place(needed);
      placed.add(code);
    };
    for (const code of codes) place(code);
    return [...placed];
  }
});
