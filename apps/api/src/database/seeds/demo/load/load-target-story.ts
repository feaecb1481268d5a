import { addMonths, civilDateAt } from '@yitang/domain/calendar';
import { MatterExclusion, TargetRecord, TargetVersion } from '../../../../modules/reform/target/target.entity.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import { loadReferenceTargets } from '../../reference/load-targets.ts';
import { referenceTargets } from '../../reference/targets.ts';
import { findDemoMatter } from '../matters/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { CatalogStage } from './load-catalog-story.ts';
import { asOneOf } from './demo-actors.ts';
import { programmeMonths, storyExclusions, storyRecords, type StoryExclusion } from './target-story.ts';

const morning = 10 * 60;
/** When the programme was rebased: before its first day in the demo's two years. */
const rebasedBefore = 440;

/**
 * The programme on the demo's own days, what was handed in, and 特殊要求 in every state, by the commands that people use. What
 * is there is left alone, so that a run that broke off is gone on with.
 */
export async function loadTargetStory(stage: CatalogStage): Promise<void> {
  stage.clock.set(stage.instantBefore(rebasedBefore, morning));
  await stage.orm.em.fork().transactional(async (em) => {
    await loadReferenceTargets(em, stage.clock.now());
    // In the story they were there from its beginning, not since this server first started.
    const recordedAt = stage.instantBefore(rebasedBefore + 1, morning);
    await em.nativeUpdate(TargetVersion, { version: 1 }, { recordedAt });
  });
  await rebase(stage);
  await handIn(stage);
  for (const exclusion of storyExclusions) await playExclusion(exclusion, stage);
}

async function rebase({ orm, call, ...stage }: CatalogStage): Promise<void> {
  const changed = await orm.em.fork().find(TargetVersion, { version: 2 }, { fields: ['key'] });
  const done = new Set(changed.map(({ key }) => key));
  for (const [key, months] of Object.entries(programmeMonths)) {
    const known = referenceTargets[key];
    if (known === undefined || done.has(key)) continue;
    const definition = { ...structuredClone(known), localOn: addMonths(stage.referenceDate, months) } as never;
    const reason = '按本校推进方案确定本校日期（演示数据）';
    await call('changeTarget', officerOf(stage), { params: { key }, body: { version: 1, definition, reason } });
  }
}

async function handIn({ orm, call, clock, ...stage }: CatalogStage): Promise<void> {
  clock.set(stage.instantBefore(1, morning));
  const there = new Set((await orm.em.fork().find(TargetRecord, {}, { fields: ['kind'] })).map(({ kind }) => kind));
  for (const { monthsBefore, ...record } of storyRecords) {
    if (there.has(record.kind)) continue;
    const madeOn = addMonths(stage.referenceDate, -monthsBefore);
    await call('addTargetRecord', officerOf(stage), { body: { ...record, madeOn } });
  }
}

async function playExclusion(story: StoryExclusion, { orm, call, clock, ...stage }: CatalogStage): Promise<void> {
  const asked = stage.instantBefore(story.askedBefore, morning);
  const known = await orm.em.fork().findOne(MatterExclusion, { code: story.matterCode });
  clock.set(asked);
  const { matterCode: code, reason, evidence } = story;
  const reviewOn = addMonths(civilDateAt(asked, demoUniversity.timeZone), story.reviewMonths);
  const body = { code, reason, evidence, reviewOn };
  const id = known?.id ?? (await call('requestExclusion', headOf(story, stage), { body })).id;
  if (!story.isApproved || known?.status === 'approved') return;
  const step = { action: 'approve', revision: 0, note: '依据充分（演示数据）', reviewOn: null } as const;
  await call('actOnExclusion', officerOf(stage), { params: { id }, body: step });
}

type Cast = Pick<CatalogStage, 'people' | 'ids'>;

function officerOf({ people, ids }: Cast): Principal {
  const officer = people.find(({ grants }) => grants.some(({ role }) => role === 'reform-officer'));
  if (officer === undefined) throw new Error('nobody in the demo works for the reform office');
  return asOneOf(officer, ids, ['reform-officer']);
}

/** Nobody approves their own request, so it is the head of the department who asks. */
function headOf({ matterCode }: StoryExclusion, { people, ids }: Cast): Principal {
  const code = findDemoMatter(matterCode)?.departmentCode;
  const head = people.find(({ grants }) =>
    grants.some((grant) => grant.role === 'head' && grant.scopeKind === 'department' && grant.scopeCode === code),
  );
  if (head === undefined) throw new Error(`nobody in the demo answers for ${matterCode}`);
  return asOneOf(head, ids, ['head']);
}
