import { addDays, civilDateAt } from '@yitang/domain/calendar';
import { fieldPaths, readFields, type MatterContent } from '@yitang/domain/catalog';
import type { DraftAction, DraftStatus } from '@yitang/domain/vocabulary';
import { MatterDraft } from '../../../../modules/catalog/draft/draft.entity.ts';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import type { Deps } from '../../../../platform/endpoint/index.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import type { FixedClock } from '../../../../platform/clock/index.ts';
import type { Orm } from '../../../index.ts';
import { findDemoMatter } from '../matters/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoPerson } from '../people/index.ts';
import type { CallEndpoint } from './call-endpoints.ts';
import { draftsUnderWay, storyBatches, type StoryBatch, type StoryGuide } from './catalog-story.ts';
import { asOneOf } from './demo-actors.ts';
import type { DemoIds } from './load-context.ts';

export interface CatalogStage {
  readonly orm: Orm;
  readonly deps: Deps;
  readonly call: CallEndpoint;
  readonly clock: FixedClock;
  readonly ids: DemoIds;
  readonly people: readonly DemoPerson[];
  /** Office hours of a working day so many days before the day of reference. */
  readonly instantBefore: (workdays: number, minutes: number) => Date;
  readonly referenceDate: string;
}

/**
 * The batches of the last quarter, each written, checked and published by the commands that people use, and what is under
 * way today. What a crash left half done is gone on with: drafts and batches are looked up before they are made.
 */
export async function loadCatalogStory(stage: CatalogStage): Promise<void> {
  for (const batch of storyBatches) await playBatch(batch, stage);
  await playUnderWay(stage);
}

const morning = 9 * 60;

async function playBatch(batch: StoryBatch, stage: CatalogStage): Promise<void> {
  const { clock, instantBefore, call, deps } = stage;
  const officer = officerOf(stage);
  const known = await findBatch(stage, batch.title);
  if (known?.status === 'published') return;
  clock.set(instantBefore(batch.writtenBefore, morning));
  const add: string[] = [];
  for (const guide of batch.guides) add.push(await bringTo(guide, 'ready', stage));
  const id = known?.id ?? (await call('planBatch', officer, { body: { title: batch.title, note: batch.note } })).id;
  await fillOnce(stage, id, add);
  if (batch.withdrawn !== undefined) await scheduleAndWithdraw(batch, add, stage);
  clock.set(instantBefore(batch.publishedBefore, morning));
  const { revision, nextNumber } = await call('getBatch', officer, { params: { id } });
  await call('publishBatch', officer, { params: { id }, body: { revision, number: nextNumber } });
  await deps.services.get(catalogKey).refresh();
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
  const { id } = await call('createMatterDraft', officer, { body: { operation: 'change', code: guide.matterCode } });
  const params = { id };
  const draft = await orm.em.fork().findOneOrFail(MatterDraft, { id });
  if (draft.status === 'editing') {
    const values = valuesOf(draft.content, guide);
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

function valuesOf(content: MatterContent, { guide, channels, online }: StoryGuide): Record<string, never> {
  const next = {
    ...content,
    guide,
    summary: { ...content.summary, channels: channels ?? content.summary.channels },
    ...(online === undefined
      ? {}
      : { preconditions: online.preconditions, form: online.form, route: online.route, layout: online.layout }),
  };
  const fields = readFields(next);
  const paths = fieldPaths.filter((path) => !path.startsWith('summary.') || path === 'summary.channels');
  return Object.fromEntries(paths.map((path) => [path, fields[path]])) as Record<string, never>;
}

/** Invented content says so wherever it is shown; no editor can take that away. */
async function markAsSample(orm: Orm, id: string): Promise<void> {
  const em = orm.em.fork();
  const { content } = await em.findOneOrFail(MatterDraft, { id });
  const marked = { ...content, guide: { ...content.guide, isSample: true } };
  await em.nativeUpdate(MatterDraft, { id }, { content: marked });
}

export const officerOf = ({ people, ids }: CatalogStage): Principal => {
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
