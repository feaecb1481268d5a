import { isDeepStrictEqual } from 'node:util';
import { addDays, instantAt } from '@yitang/domain/calendar';
import { readField, type FieldPath, type MatterContent } from '@yitang/domain/catalog';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testConfig } from '../../../../../../../tests/support/test-config.ts';
import { openTestDatabase, type TestDatabase } from '../../../../../../../tests/support/test-database.ts';
import { createApp, type App } from '../../../../app.ts';
import { MatterDraft, MatterDraftStep } from '../../../../modules/catalog/draft/draft.entity.ts';
import { contentOf } from '../../../../modules/catalog/draft/create-draft.ts';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import { loadPublishedMatters } from '../../../../modules/catalog/load-published-matters.ts';
import { modules } from '../../../../modules/index.ts';
import { fixedClock, type FixedClock } from '../../../../platform/clock/index.ts';
import type { FileAnswer } from '../../../../platform/endpoint/index.ts';
import { silentLogger } from '../../../../platform/logger/index.ts';
import type { Em } from '../../../index.ts';
import { seedReference } from '../../index.ts';
import { demoUniversity } from '../organization/index.ts';
import { generateDemoPeople } from '../people/index.ts';
import { firstGuides, firstOnline, storyBatches } from './catalog-story.ts';
import { endpointCaller, type CallEndpoint } from './call-endpoints.ts';
import { loadCatalogStory, loadFirstBatches, officerOf, type CatalogStage } from './load-catalog-story.ts';
import { contentOf as writtenOf, loadListedMatters } from './load-catalog.ts';
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
    instantBefore: (workdays, minutes, day = origin.referenceDate) =>
      hour(addDays(day, -Math.ceil(workdays * 1.4)), minutes),
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

describe('the catalog of the demo', () => {
  let first: House;
  let empty: House;
  let wanted: Map<string, MatterContent>;
  const of = (code: string): MatterContent => wanted.get(code)!;

  beforeAll(async () => {
    first = await openHouse(loadListedMatters);
    await loadFirstBatches(first.stage);
    await loadCatalogStory(first.stage);
    first.clock.set(hour(origin.referenceDate, 10 * 60));
    const all = await publishedIn(first);
    wanted = new Map([...all].filter(([, { guide }]) => guide.isComplete));
    empty = await openHouse();
  }, 120_000);

  const draftsOf = ({ stage }: House, status: MatterDraft['status']): Promise<MatterDraft[]> =>
    stage.orm.em.fork().find(MatterDraft, { status }, { orderBy: { code: 'asc' }, disableIdentityMap: true });

  test('sixty and more guides, fifteen and more matters on the net: each was written, checked and published in the console', async () => {
    const em = first.stage.orm.em.fork();
    const written = await draftsOf(first, 'published');
    const steps = await em.find(MatterDraftStep, {}, { orderBy: { at: 'asc', id: 'asc' }, disableIdentityMap: true });
    const stepsOf = Map.groupBy(steps, ({ draftId }) => draftId);
    for (const { id } of written) {
      const taken = (stepsOf.get(id) ?? [])
        .map(({ action }) => action)
        .filter((action) => !action.includes('schedule'));
      expect(taken).toEqual(['submit', 'confirm', 'approve-legality', 'approve', 'publish']);
    }
    const versions = await em.execute<{ code: string; guide: string | { isComplete: boolean }; batch: number }[]>(
      `select m.code, v.guide, b.number as batch from matter_versions v
         join matters m on m.id = v.matter_id join batches b on b.id = v.batch_id`,
    );
    const full = versions.filter(({ guide }) =>
      typeof guide === 'string' ? (JSON.parse(guide) as { isComplete: boolean }).isComplete : guide.isComplete,
    );
    expect(full.map(({ code }) => code).sort()).toEqual(written.map(({ code }) => code).sort());
    expect(new Set(versions.filter((one) => !full.includes(one)).map(({ batch }) => Number(batch)))).toEqual(
      new Set([1]),
    );
    const guides = [firstGuides, firstOnline, ...storyBatches].flatMap((batch) => batch.guides);
    const last = new Map(guides.map((guide) => [guide.matterCode, guide]));
    for (const [code, content] of wanted) expect(content).toEqual(writtenOf(last.get(code)!, first.stage.ids));
    const online = [...wanted.values()].filter(({ form, route }) => form !== null && route !== null);
    expect([wanted.size >= 60, online.length >= 15]).toEqual([true, true]);
  });

  test('the first guides were those of the window; a year ago five matters came on the net', async () => {
    const found: number[][] = [];
    for (const day of ['2024-11-22', '2024-11-23', '2025-11-22', '2025-11-23']) {
      const matters = await loadPublishedMatters(first.stage.orm.em.fork(), day);
      const complete = matters.filter(({ guide }) => guide.isComplete);
      found.push([matters.length, complete.length, complete.filter(({ form }) => form !== null).length]);
    }
    expect(found).toEqual([
      [0, 0, 0],
      [317, 20, 0],
      [317, 20, 0],
      [317, 20, 5],
    ]);
  });

  test('a first batch that was cut off anywhere is gone on with, nothing twice', async () => {
    const house = await openHouse(loadListedMatters);
    const dying = (calls: number): CatalogStage => {
      let left = calls;
      const call: CallEndpoint = (...given) => {
        if ((left -= 1) < 0) throw new Error('killed');
        return house.call(...given);
      };
      return { ...house.stage, call };
    };
    for (const calls of [2, 9, 150, 50]) await expect(loadFirstBatches(dying(calls))).rejects.toThrow('killed');
    await loadFirstBatches(house.stage);
    const made = await draftsOf(house, 'published');
    expect([made.length, await house.stage.orm.em.fork().count(MatterDraft)]).toEqual([25, 25]);
  }, 60_000);

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
    const imported = new Map((await draftsOf(empty, 'editing')).map(({ code, content }) => [code, content]));
    expect(imported.size).toBe(counts.new);
    const lost = inTable.filter((path) =>
      [...wanted.keys()].some((code) => !isSaid(of(code), imported.get(code)!, path)),
    );
    expect(lost).toEqual([]);
  });
});
