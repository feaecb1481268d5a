import type { Answer, Input, programmeEndpoints } from '@yitang/contract';
import { taskLifecycle } from '@yitang/domain/programme';
import type { ReformTaskAction } from '@yitang/domain/vocabulary';
import type { FilterQuery } from '@mikro-orm/sql';
import type { Call } from '../../../platform/endpoint/index.ts';
import { presentTask, requireTask } from './find-task.ts';
import { may, reachOf, todayOf } from './programme-access.ts';
import {
  Accountability,
  Inspection,
  ProgrammeStage,
  ReformTask,
  ReformTaskFile,
  ReformTaskStep,
} from './programme.entity.ts';

type Endpoints = typeof programmeEndpoints;
const quiet = { disableIdentityMap: true } as const;

/** Tasks by due day, the earliest first. `after` is `DAY|ID`. */
export async function listTasks(
  call: Call,
  { after, limit, ...query }: Input<Endpoints['listReformTasks']>['query'],
): Promise<Answer<Endpoints['listReformTasks']>> {
  const conditions: FilterQuery<ReformTask>[] = [wantedOf(call, query)];
  const reach = reachOf(call, 'programme.read');
  if (reach !== undefined) conditions.push({ departmentId: { $in: [...reach] } });
  if (after !== undefined) {
    const [day, id] = [after.slice(0, 10), after.slice(11)];
    conditions.push({ $or: [{ dueOn: { $gt: day } }, { dueOn: day, id: { $gt: id } }] });
  }
  const tasks = await call.em.find(
    ReformTask,
    { $and: conditions },
    { ...quiet, orderBy: { dueOn: 'asc', id: 'asc' }, limit: limit + 1 },
  );
  const shown = tasks.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((task) => presentTask(call, task)),
    ...(tasks.length > limit && last && { next: `${last.dueOn}|${last.id}` }),
  };
}

type Wanted = Omit<Input<Endpoints['listReformTasks']>['query'], 'after' | 'limit'>;

function wantedOf(
  call: Call,
  { status, kind, department, stage, inspection, overdue }: Wanted,
): FilterQuery<ReformTask> {
  return {
    ...(status !== undefined && { status }),
    ...(kind !== undefined && { kind }),
    ...(department !== undefined && { departmentId: department }),
    ...(stage !== undefined && { stageId: stage }),
    ...(inspection !== undefined && { inspectionId: inspection }),
    ...(overdue !== undefined && {
      $and: [{ status: { $in: ['open', 'returned'] } }, { dueOn: { $lt: todayOf(call) } }],
    }),
  };
}

/** @throws `record.not-found` */
export async function getTask(call: Call, id: string): Promise<Answer<Endpoints['getReformTask']>> {
  const task = await requireTask(call, call.em, id);
  const { em } = call;
  const steps = await em.find(ReformTaskStep, { taskId: id }, { ...quiet, orderBy: { seq: 'asc' } });
  const files = await em.find(ReformTaskFile, { taskId: id }, { ...quiet, orderBy: { createdAt: 'asc', id: 'asc' } });
  const stage = task.stageId ? await em.findOne(ProgrammeStage, { id: task.stageId }, quiet) : null;
  const inspection = task.inspectionId ? await em.findOne(Inspection, { id: task.inspectionId }, quiet) : null;
  const held = await em.findOne(Accountability, { taskId: id }, quiet);
  const mayRead = may(call, 'accountability.read', task.departmentId);
  return {
    ...presentTask(call, task),
    demand: task.demand,
    target: task.target ?? null,
    stage: stage && { id: stage.id, title: stage.title },
    inspection: inspection && { id: inspection.id, title: inspection.title },
    steps: steps.map(({ at, by, action, text }) => ({ at: at.toISOString(), by, action, text: text ?? null })),
    files: files.map(({ id: fileId, name, size }) => ({ id: fileId, name, size })),
    accountabilityId: mayRead ? (held?.id ?? null) : null,
    availableActions: actionsOf(call, task, held !== null),
  };
}

type Actions = Answer<Endpoints['getReformTask']>['availableActions'];

function actionsOf(call: Call, { status, kind, departmentId }: ReformTask, isHeld: boolean): Actions {
  const mayAnswer = may(call, 'programme.answer', departmentId);
  const mayManage = may(call, 'programme.manage');
  const steps = (Object.keys(taskLifecycle[status]) as ReformTaskAction[]).filter((action) =>
    action === 'answer' ? mayAnswer : mayManage,
  );
  const mayHold = kind === 'finding' && !isHeld && may(call, 'accountability.decide');
  return [
    ...steps,
    ...(steps.includes('answer') ? (['attach'] as const) : []),
    ...(mayHold ? (['hold-to-account'] as const) : []),
  ];
}
