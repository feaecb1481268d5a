import { addDays, civilDateAt, startOfDay } from '@yitang/domain/calendar';
import { readFields } from '@yitang/domain/catalog';
import type { CivilDate, DraftAction, DraftStatus } from '@yitang/domain/vocabulary';
import { publishDueBatch } from '../../../../modules/catalog/batch/publish-due-batch.ts';
import { MatterDraft } from '../../../../modules/catalog/draft/draft.entity.ts';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import type { Deps } from '../../../../platform/endpoint/index.ts';
import { newId } from '../../../../platform/ids/index.ts';
import { systemPrincipal, type Principal } from '../../../../platform/principal/index.ts';
import type { FixedClock } from '../../../../platform/clock/index.ts';
import type { Orm } from '../../../index.ts';
import { findDemoMatter } from '../matters/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoPerson } from '../people/index.ts';
import type { CallEndpoint } from './call-endpoints.ts';
import {
  draftsUnderWay,
  firstGuides,
  firstOnline,
  storyBatches,
  type GuideBatch,
  type StoryBatch,
  type StoryGuide,
} from './catalog-story.ts';
import { asOneOf } from './demo-actors.ts';
import { contentOf } from './load-catalog.ts';
import { historyBegan, onlineSince, type DemoIds } from './load-context.ts';
import { matterList } from './matter-list.ts';

export interface CatalogStage {
  readonly orm: Orm;
  readonly deps: Deps;
  readonly call: CallEndpoint;
  readonly clock: FixedClock;
  readonly ids: DemoIds;
  readonly people: readonly DemoPerson[];
  /** Office hours of a working day so many working days before a day, by default the day of reference. */
  readonly instantBefore: (workdays: number, minutes: number, day?: CivilDate) => Date;
  readonly referenceDate: string;
}

const morning = 9 * 60;
/** Working days before the first batches took effect: then their guides were written and checked. */
const firstWritten = 14;

/**
 * The batches of two years and of one year ago: guides that came in with a list, and the first matters on the net. What a
 * crash left half done is gone on with, here and below: drafts and batches are looked up before they are made.
 */
export async function loadFirstBatches(stage: CatalogStage): Promise<void> {
  const days = [
    [firstGuides, historyBegan(stage).day],
    [firstOnline, onlineSince(stage.referenceDate)],
  ] as const;
  for (const [batch, day] of days) {
    const writtenAt = stage.instantBefore(firstWritten, morning, day);
    stage.clock.set(writtenAt);
    await stage.deps.services.get(catalogKey).refresh();
    const written = await writeBatch(batch, writtenAt, stage);
    if (written !== undefined) await publishFrom(day, written.id, stage);
  }
}

/** Scheduled by the officer, and published by the server as its day begins. */
async function publishFrom(day: CivilDate, id: string, stage: CatalogStage): Promise<void> {
  const { call, clock, deps, orm, instantBefore } = stage;
  const officer = officerOf(stage);
  clock.set(instantBefore(2, morning, day));
  const { status, revision } = await call('getBatch', officer, { params: { id } });
  if (status === 'planned') await call('scheduleBatch', officer, { params: { id }, body: { revision, day } });
  clock.set(startOfDay(day, demoUniversity.timeZone));
  const run = { deps, em: orm.em.fork(), jobId: newId(clock.now().getTime()), attempt: 1 };
  const due = { batchId: id, at: clock.now().toISOString() };
  await publishDueBatch(due, { ...run, caller: { principal: systemPrincipal('seed') } });
  await deps.services.get(catalogKey).refresh();
}

/** The batches of the last quarter, and what is under way today. */
export async function loadCatalogStory(stage: CatalogStage): Promise<void> {
  for (const batch of storyBatches) await playBatch(batch, stage);
  await playUnderWay(stage);
}

async function playBatch(batch: StoryBatch, stage: CatalogStage): Promise<void> {
  const { clock, instantBefore, call, deps } = stage;
  const officer = officerOf(stage);
  const written = await writeBatch(batch, instantBefore(batch.writtenBefore, morning), stage);
  if (written === undefined) return;
  const { id, drafts } = written;
  if (batch.withdrawn !== undefined) await scheduleAndWithdraw(batch, drafts, stage);
  clock.set(instantBefore(batch.publishedBefore, morning));
  const { revision, nextNumber } = await call('getBatch', officer, { params: { id } });
  await call('publishBatch', officer, { params: { id }, body: { revision, number: nextNumber } });
  await deps.services.get(catalogKey).refresh();
}

/** Its guides written and checked, in a batch that is planned; undefined where it was published already. */
async function writeBatch(
  batch: GuideBatch,
  at: Date,
  stage: CatalogStage,
): Promise<{ id: string; drafts: string[] } | undefined> {
  const { title, note, guides } = batch;
  const known = await findBatch(stage, title);
  if (known?.status === 'published') return undefined;
  stage.clock.set(at);
  if (batch === firstGuides && known === undefined) await bringList(batch, stage);
  const drafts: string[] = [];
  for (const guide of guides) drafts.push(await bringTo(guide, 'ready', stage));
  const planned = await findBatch(stage, title);
  const id = planned?.id ?? (await stage.call('planBatch', officerOf(stage), { body: { title, note } })).id;
  await fillOnce(stage, id, drafts);
  return { id, drafts };
}

/** The list as it was handed in: each row becomes the draft of a new matter, all of them in a planned batch. */
async function bringList({ title, guides }: GuideBatch, stage: CatalogStage): Promise<void> {
  const { call } = stage;
  const officer = officerOf(stage);
  const { id } = await call('uploadCatalogImport', officer, { file: matterList(guides) });
  const params = { id };
  const { columns } = await call('getCatalogImport', officer, { params, query: {} });
  const mapping = columns.map(({ target }) => target);
  await call('mapCatalogImport', officer, { params, body: { table: 0, mapping } });
  await call('applyCatalogImport', officer, { params, body: { withoutFaulty: false, batchTitle: title } });
}

async function fillOnce(stage: CatalogStage, id: string, add: readonly string[]): Promise<void> {
  const free = await stage.orm.em
    .fork()
    .find(MatterDraft, { id: { $in: [...add] }, batchId: null }, { fields: ['id'] });
  if (free.length === 0) return;
  await stage.call('fillBatch', officerOf(stage), { params: { id }, body: { add: free.map((draft) => draft.id) } });
}

/** A first try under another name, which is withdrawn before it takes effect. */
async function scheduleAndWithdraw(batch: StoryBatch, drafts: readonly string[], stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore } = stage;
  const officer = officerOf(stage);
  const title = `${batch.title}·初稿`;
  if ((await findBatch(stage, title)) !== undefined) return;
  const [first] = drafts;
  if (first === undefined) return;
  const holder = await stage.orm.em.fork().findOneOrFail(MatterDraft, { id: first });
  clock.set(instantBefore(batch.writtenBefore - 2, morning));
  if (typeof holder.batchId === 'string') {
    await call('fillBatch', officer, { params: { id: holder.batchId }, body: { remove: [first] } });
  }
  const { id } = await call('planBatch', officer, { body: { title, note: batch.note } });
  await call('fillBatch', officer, { params: { id }, body: { add: [first] } });
  const planned = await call('getBatch', officer, { params: { id } });
  const day = civilDateAt(instantBefore(batch.writtenBefore - 6, morning), demoUniversity.timeZone);
  await call('scheduleBatch', officer, { params: { id }, body: { revision: planned.revision, day } });
  clock.set(instantBefore(batch.writtenBefore - 4, morning));
  const scheduled = await call('getBatch', officer, { params: { id } });
  await call('withdrawBatch', officer, {
    params: { id },
    body: { revision: scheduled.revision, reason: batch.withdrawn ?? '' },
  });
  const real = await findBatch(stage, batch.title);
  if (real !== undefined) await call('fillBatch', officer, { params: { id: real.id }, body: { add: [first] } });
}

async function playUnderWay(stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore, referenceDate } = stage;
  const officer = officerOf(stage);
  clock.set(instantBefore(3, morning));
  const scheduled: string[] = [];
  for (const { guide, until } of draftsUnderWay) {
    if (until === 'scheduled') scheduled.push(await bringTo(guide, 'ready', stage));
    else await bringTo(guide, until, stage);
  }
  const title = '会议室与大型仪器（演示数据）';
  const known = await findBatch(stage, title);
  if (known !== undefined && known.status !== 'planned') return;
  const id = known?.id ?? (await call('planBatch', officer, { body: { title, note: '定时发布示例。' } })).id;
  await fillOnce(stage, id, scheduled);
  const { revision } = await call('getBatch', officer, { params: { id } });
  await call('scheduleBatch', officer, { params: { id }, body: { revision, day: addDays(referenceDate, 7) } });
}

const way: readonly DraftStatus[] = ['editing', 'department-check', 'legal-review', 'reform-review', 'ready'];
const steps: readonly Exclude<DraftAction, 'schedule' | 'unschedule' | 'publish'>[] = [
  'submit',
  'confirm',
  'approve-legality',
  'approve',
];

/** Writes the guide into a draft of its matter and takes it so far; answers the draft. */
async function bringTo(guide: StoryGuide, until: DraftStatus, stage: CatalogStage): Promise<string> {
  const { call, orm } = stage;
  const officer = officerOf(stage);
  const { id } = await draftOf(guide, stage);
  const params = { id };
  const draft = await orm.em.fork().findOneOrFail(MatterDraft, { id });
  if (draft.status === 'editing') {
    const values = readFields(contentOf(guide, stage.ids)) as never;
    await call('saveMatterDraft', officer, { params, body: { revision: draft.revision, values } });
    await markAsSample(orm, id);
  }
  for (let at = way.indexOf(draft.status); at >= 0 && at < way.indexOf(until); at += 1) {
    const action = steps[at]!;
    const who = action === 'confirm' ? headOf(guide, stage) : officer;
    const { revision } = await call('getMatterDraft', officer, { params });
    const note = action === 'approve-legality' ? '依据充分，程序合规（演示）。' : null;
    await call('actOnMatterDraft', who, { params, body: { action, revision, note } });
  }
  return id;
}

/** The one that the matter has already, as after an import; otherwise a new one. */
async function draftOf(
  { matterCode: code }: StoryGuide,
  { orm, call, ...stage }: CatalogStage,
): Promise<{ id: string }> {
  const open = await orm.em.fork().findOne(MatterDraft, { openKey: code }, { fields: ['id'] });
  return open ?? call('createMatterDraft', officerOf(stage), { body: { operation: 'change', code } });
}

/** Invented content says so wherever it is shown; no editor can take that away. */
async function markAsSample(orm: Orm, id: string): Promise<void> {
  const em = orm.em.fork();
  const { content } = await em.findOneOrFail(MatterDraft, { id });
  const marked = { ...content, guide: { ...content.guide, isSample: true } };
  await em.nativeUpdate(MatterDraft, { id }, { content: marked });
}

export const officerOf = ({ people, ids }: Pick<CatalogStage, 'people' | 'ids'>): Principal => {
  const officer = people.find(({ grants }) => grants.some(({ role }) => role === 'reform-officer'));
  if (officer === undefined) throw new Error('nobody in the demo works for the reform office');
  return asOneOf(officer, ids, ['reform-officer']);
};

/** The head of the matter's department; where nobody is, the reform office confirms. */
function headOf({ matterCode }: StoryGuide, stage: CatalogStage): Principal {
  const department = findDemoMatter(matterCode)?.departmentCode;
  const head = stage.people.find(({ grants }) =>
    grants.some(
      ({ role, scopeKind, scopeCode }) => role === 'head' && scopeKind === 'department' && scopeCode === department,
    ),
  );
  return head === undefined ? officerOf(stage) : asOneOf(head, stage.ids, ['head']);
}

async function findBatch({ orm }: CatalogStage, title: string): Promise<{ id: string; status: string } | undefined> {
  const sql = 'select id, status from batches where title = ?';
  const [row] = await orm.em.fork().execute<{ id: string; status: string }[]>(sql, [title]);
  return row;
}
