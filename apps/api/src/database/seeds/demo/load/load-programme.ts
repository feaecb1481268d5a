import { addDays, civilDateAt } from '@yitang/domain/calendar';
import { computeScores } from '../../../../modules/reform/programme/compute-scores.ts';
import {
  Accountability,
  Inspection,
  ProgrammeStage,
  ReformPolicy,
  ReformTask,
  ScoreYear,
} from '../../../../modules/reform/programme/programme.entity.ts';
import { systemPrincipal, type Principal } from '../../../../platform/principal/index.ts';
import type { Em } from '../../../index.ts';
import { demoUniversity } from '../organization/index.ts';
import { asOneOf } from './demo-actors.ts';
import { officerOf, type CatalogStage } from './load-catalog-story.ts';
import {
  storyAccountability,
  storyInspections,
  storyPolicies,
  storyStages,
  storyTasks,
  type StoryAct,
  type StoryInspection,
  type StoryStage,
  type StoryTask,
} from './programme-story.ts';

const morning = 9 * 60 + 30;
const fresh = ({ orm }: CatalogStage): Em => orm.em.fork();

/** The programme of the demo, by the commands that people use; what is there is looked up, so that a repeat goes on. */
export async function loadProgramme(stage: CatalogStage): Promise<void> {
  await playPolicies(stage);
  const stages: string[] = [];
  for (const one of storyStages(stage.referenceDate)) stages.push(await playStage(one, stage));
  const inspections: string[] = [];
  for (const one of storyInspections) inspections.push(await playInspection(one, stage));
  for (const one of storyTasks) await playTask(one, { stages, inspections }, stage);
  await playAccountability(stage);
  for (const [index, one] of storyInspections.entries()) await closeInspection(one, inspections[index] ?? '', stage);
  await playScores(stage);
}

async function playPolicies(stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore } = stage;
  clock.set(instantBefore(400, morning));
  for (const policy of storyPolicies(stage.referenceDate)) {
    if ((await fresh(stage).count(ReformPolicy, { title: policy.title })) > 0) continue;
    const body = { ...policy, id: null, address: null, isPublic: true, revision: 0 };
    await call('saveReformPolicy', officerOf(stage), { body });
  }
}

async function playStage({ doneBefore, ...facts }: StoryStage, stage: CatalogStage): Promise<string> {
  const { call, clock, instantBefore } = stage;
  const officer = officerOf(stage);
  const known = await fresh(stage).findOne(ProgrammeStage, { title: facts.title });
  clock.set(instantBefore(400, morning));
  const body = { ...facts, targets: [...facts.targets], id: null, revision: 0 };
  const id = known?.id ?? (await call('saveProgrammeStage', officer, { body })).id;
  if (doneBefore !== null && !known?.doneOn) {
    clock.set(instantBefore(doneBefore, morning));
    await call('finishProgrammeStage', officer, { params: { id }, body: { revision: known?.revision ?? 0 } });
  }
  return id;
}

const departmentIds = (codes: readonly string[], { ids }: CatalogStage): string[] =>
  codes.map((code) => ids.of('department', code));

async function playInspection({ title, openedBefore, days, to, acts }: StoryInspection, stage: CatalogStage) {
  const { call, clock, instantBefore } = stage;
  const known = await fresh(stage).findOne(Inspection, { title });
  clock.set(instantBefore(openedBefore, morning));
  const firstDay = civilDateAt(clock.now(), demoUniversity.timeZone);
  const body = {
    ...{ title, firstDay, lastDay: addDays(firstDay, days), departmentIds: departmentIds(to, stage) },
    basis: '浙教人〔2018〕105号 关于推进全省高等学校“最多跑一次”改革的实施意见',
    demand: '对照事项清单和办事指南自查，反馈发现的问题和整改措施。',
  };
  const id = known?.id ?? (await call('openInspection', officerOf(stage), { body })).id;
  for (const task of await tasksOf(stage, { inspectionId: id, kind: 'inspection' })) await playActs(task, acts, stage);
  return id;
}

const tasksOf = (stage: CatalogStage, where: Partial<ReformTask>): Promise<ReformTask[]> =>
  fresh(stage).find(ReformTask, where, { orderBy: { id: 'asc' } });

interface Parents {
  readonly stages: readonly string[];
  readonly inspections: readonly string[];
}

async function playTask(story: StoryTask, parents: Parents, stage: CatalogStage): Promise<void> {
  const { title, demand, to, givenBefore, days, acts } = story;
  const { call, clock, instantBefore } = stage;
  if ((await tasksOf(stage, { title })).length === 0) {
    clock.set(instantBefore(givenBefore, morning));
    const body = {
      ...{ title, demand, target: null, departmentIds: departmentIds(to, stage) },
      stageId: story.stage === null ? null : (parents.stages[story.stage] ?? null),
      inspectionId: story.inspection === null ? null : (parents.inspections[story.inspection] ?? null),
      dueOn: addDays(civilDateAt(clock.now(), demoUniversity.timeZone), days),
    };
    await call('giveReformTasks', officerOf(stage), { body });
  }
  for (const task of await tasksOf(stage, { title })) await playActs(task, acts, stage);
}

/** Each act makes one revision more, so the revision says which come next. */
async function playActs({ id, departmentId, revision }: ReformTask, acts: readonly StoryAct[], stage: CatalogStage) {
  const { call, clock, instantBefore } = stage;
  for (const [index, { action, before, text = null }] of acts.entries()) {
    if (index < revision) continue;
    clock.set(instantBefore(before, morning + 60));
    const who = action === 'answer' ? headOf(departmentId, stage) : officerOf(stage);
    await call('actOnReformTask', who, { params: { id }, body: { action, revision: index, text } });
  }
}

function headOf(departmentId: string, { people, ids }: CatalogStage): Principal {
  const head = people.find(({ grants }) =>
    grants.some(
      ({ role, scopeCode }) =>
        role === 'head' && scopeCode !== null && ids.of('department', scopeCode) === departmentId,
    ),
  );
  if (head === undefined) throw new Error('a department of the story has no head');
  return asOneOf(head, ids, ['head']);
}

async function playAccountability(stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore } = stage;
  const { finding, facts, openedBefore, days, acts } = storyAccountability;
  const [task] = await tasksOf(stage, { title: finding });
  if (task === undefined) return;
  const known = await fresh(stage).findOne(Accountability, { taskId: task.id });
  clock.set(instantBefore(openedBefore, morning));
  const replyBy = addDays(civilDateAt(clock.now(), demoUniversity.timeZone), days);
  const body = { taskId: task.id, facts, replyBy };
  const id = known?.id ?? (await call('openAccountability', officerOf(stage), { body })).id;
  for (const [revision, act] of acts.entries()) {
    if (revision < (known?.revision ?? 0)) continue;
    clock.set(instantBefore(act.before, morning));
    const who = act.action === 'reply' ? headOf(task.departmentId, stage) : officerOf(stage);
    const measure = 'measure' in act ? (act.measure ?? null) : null;
    await call('actOnAccountability', who, {
      params: { id },
      body: { action: act.action, text: act.text, measure, revision },
    });
  }
}

async function closeInspection({ closedBefore }: StoryInspection, id: string, stage: CatalogStage): Promise<void> {
  const { status } = await fresh(stage).findOneOrFail(Inspection, { id });
  if (closedBefore === null || status === 'closed') return;
  stage.clock.set(stage.instantBefore(closedBefore, morning));
  await stage.call('closeInspection', officerOf(stage), { params: { id } });
}

/** The year before the one of the day of reference, computed and published. */
async function playScores(stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore, deps } = stage;
  clock.set(instantBefore(10, morning));
  const year = Number(civilDateAt(clock.now(), demoUniversity.timeZone).slice(0, 4)) - 1;
  const known = await fresh(stage).findOne(ScoreYear, { year });
  if (known?.publishedAt) return;
  const params = { year };
  const officer = officerOf(stage);
  if (known === null) await call('computeScores', officer, { params });
  const caller = { principal: systemPrincipal('seed'), idempotencyKey: `demo-scores:${year}` };
  await computeScores({ year }, { deps, em: fresh(stage), jobId: `demo-scores:${year}`, attempt: 1, caller });
  await call('publishScores', officer, { params });
}
