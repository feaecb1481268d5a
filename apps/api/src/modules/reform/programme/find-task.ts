import type { ReformTaskData } from '@yitang/contract';
import { isOverdue, wasInTime } from '@yitang/domain/programme';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { departmentOf, may, todayOf } from './programme-access.ts';
import { ReformTask } from './programme.entity.ts';
import { timesOf } from './stages.ts';

/** @throws `record.not-found` also for a task of a department that the caller has nothing to do with */
export async function requireTask(call: Call, em: Em, id: string): Promise<ReformTask> {
  const task = await em.findOne(ReformTask, { id }, { disableIdentityMap: true });
  if (task === null || !may(call, 'programme.read', task.departmentId)) throw problem('record.not-found');
  return task;
}

export function presentTask(call: Call, task: ReformTask): ReformTaskData {
  const { id, kind, title, departmentId, dueOn, status, firstAnsweredOn, revision } = task;
  const today = todayOf(call);
  return {
    ...{ id, kind, title, dueOn, status, revision },
    department: departmentOf(call, departmentId),
    isOverdue: isOverdue(timesOf(task), today),
    isLate: wasInTime(timesOf(task), today) === false,
    firstAnsweredOn: firstAnsweredOn ?? null,
  };
}

export const taskTarget = (id: string) => ({ chain: `reform-task:${id}`, target: { type: 'reform-task', id } });
export const taskPath = (id: string): string => `/reform/programme/tasks/${id}`;
