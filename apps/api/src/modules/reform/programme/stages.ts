import type { Answer, Input, ProgrammeStageData, programmeEndpoints } from '@yitang/contract';
import { decideStage, isOverdue, stageState } from '@yitang/domain/programme';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { findPolicies } from './policies.ts';
import { may, nameOf, reachOf, requireAct, todayOf } from './programme-access.ts';
import { programmeProblem } from './programme-problem.ts';
import { ProgrammeStage, ReformTask } from './programme.entity.ts';

type Endpoints = typeof programmeEndpoints;
const target = (id: string) => ({ chain: `programme-stage:${id}`, target: { type: 'programme-stage', id } });

/** The stages in the order of their days, with the figures of the tasks that the caller may see. */
export async function getProgramme(call: Call): Promise<Answer<Endpoints['getProgramme']>> {
  const reach = reachOf(call, 'programme.read');
  const tasks = await call.em.find(
    ReformTask,
    { stageId: { $ne: null }, ...(reach !== undefined && { departmentId: { $in: [...reach] } }) },
    { disableIdentityMap: true },
  );
  const today = todayOf(call);
  const mayManage = may(call, 'programme.manage');
  const { departments } = call.deps.services.get(catalogKey).current();
  return {
    mayManage,
    departments: mayManage ? departments.map(({ id, name }) => ({ id, name })) : [],
    policies: await findPolicies(call),
    stages: (await findStages(call)).map((stage) =>
      presentStage(
        stage,
        tasks.filter(({ stageId }) => stageId === stage.id),
        today,
      ),
    ),
  };
}

/** For everybody: dates and states without tasks, and the policies that are public. */
export async function getProgress(call: Call): Promise<Answer<Endpoints['getProgress']>> {
  const today = todayOf(call);
  return {
    today,
    stages: (await findStages(call)).map((stage) => presentStage(stage, [], today)),
    policies: await findPolicies(call, { isPublic: true }),
  };
}

const findStages = ({ em }: Call): Promise<ProgrammeStage[]> =>
  em.find(ProgrammeStage, {}, { orderBy: { firstDay: 'asc', id: 'asc' }, disableIdentityMap: true });

function presentStage(stage: ProgrammeStage, tasks: readonly ReformTask[], today: CivilDate): ProgrammeStageData {
  const { id, title, goal, owner, firstDay, lastDay, targets, revision } = stage;
  const counted = tasks.filter(({ status }) => status !== 'withdrawn');
  return {
    ...{ id, title, goal, owner, firstDay, lastDay, revision },
    doneOn: stage.doneOn ?? null,
    state: stageState({ firstDay, lastDay, doneOn: stage.doneOn ?? null }, today),
    targets: [...targets],
    tasks: counted.length,
    accepted: counted.filter(({ status }) => status === 'accepted').length,
    overdue: counted.filter((task) => isOverdue(timesOf(task), today)).length,
  };
}

export const timesOf = ({ status, dueOn, firstAnsweredOn }: ReformTask) => ({
  ...{ status, dueOn },
  firstAnsweredOn: firstAnsweredOn ?? null,
});

/** Adds a stage or changes one. @throws `programme.not-allowed`, `record.changed` */
export async function saveStage(
  call: Call,
  { id, revision, ...content }: Input<Endpoints['saveProgrammeStage']>['body'],
): Promise<{ id: string; revision: number }> {
  requireAct(call, 'programme.manage');
  return call.deps.runCommand(call, { name: 'programme.save-stage' }, async (tx) => {
    const known = id === null ? null : await requireStage(tx, id);
    const decided = decideStage({ ...content, doneOn: known?.doneOn ?? null });
    if (!decided.ok) throw programmeProblem(decided.refusals);
    const written = { ...content, updatedAt: tx.now, updatedBy: nameOf(call) };
    const stageId = id ?? newId(tx.now.getTime());
    const next = known === null ? 0 : revision + 1;
    if (known === null) await tx.em.insert(ProgrammeStage, { id: stageId, ...written, doneOn: null, revision: 0 });
    else if (
      (await tx.em.nativeUpdate(ProgrammeStage, { id: stageId, revision }, { ...written, revision: next })) !== 1
    )
      throw problem('record.changed');
    tx.audit({ action: 'programme.save-stage', ...target(stageId), outcome: 'done', after: content });
    return { id: stageId, revision: next };
  });
}

/** @throws `programme.not-allowed` where it is done already, `record.changed` */
export async function finishStage(call: Call, id: string, revision: number): Promise<void> {
  requireAct(call, 'programme.manage');
  await call.deps.runCommand(call, { name: 'programme.finish-stage' }, async (tx) => {
    const stage = await requireStage(tx, id);
    if (stage.doneOn) throw programmeProblem([{ code: 'stage.done' }]);
    const change = { doneOn: todayOf(call), revision: revision + 1, updatedAt: tx.now, updatedBy: nameOf(call) };
    if ((await tx.em.nativeUpdate(ProgrammeStage, { id, revision }, change)) !== 1) throw problem('record.changed');
    tx.audit({ action: 'programme.finish-stage', ...target(id), outcome: 'done', after: { doneOn: change.doneOn } });
  });
}

async function requireStage({ em }: Pick<Call, 'em'>, id: string): Promise<ProgrammeStage> {
  const stage = await em.findOne(ProgrammeStage, { id }, { disableIdentityMap: true });
  if (stage === null) throw problem('record.not-found');
  return stage;
}
