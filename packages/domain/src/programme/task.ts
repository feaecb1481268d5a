import type { CivilDate, ReformTaskAction, ReformTaskStatus } from '../vocabulary/index.ts';
import { refuseProgramme, type ProgrammeRefusal, type ProgrammeRefused } from './stage.ts';

/** Where each action leads from each status. A task that was accepted or withdrawn has ended; another one can be given. */
export const taskLifecycle: Readonly<
  Record<ReformTaskStatus, Readonly<Partial<Record<ReformTaskAction, ReformTaskStatus>>>>
> = {
  open: { answer: 'answered', withdraw: 'withdrawn' },
  answered: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  returned: { answer: 'answered', withdraw: 'withdrawn' },
  accepted: {},
  withdrawn: {},
};

export interface TaskWish {
  readonly action: ReformTaskAction;
  /** What the department reports; why it is returned or withdrawn. */
  readonly text: string | null;
}

/** One step of a task (任务书): the department answers, the reform office accepts it or says why not. */
export function decideTask(
  status: ReformTaskStatus,
  { action, text }: TaskWish,
): { readonly ok: true; readonly status: ReformTaskStatus } | ProgrammeRefused {
  const next = taskLifecycle[status][action];
  const refusals: ProgrammeRefusal[] = [];
  if (next === undefined) refusals.push({ code: 'task.wrong-status' });
  if (action === 'answer' && text === null) refusals.push({ code: 'task.answer-missing' });
  if ((action === 'return' || action === 'withdraw') && text === null) refusals.push({ code: 'task.reason-missing' });
  return next === undefined || refusals.length > 0 ? refuseProgramme(refusals) : { ok: true, status: next };
}

export interface TaskTimes {
  readonly status: ReformTaskStatus;
  readonly dueOn: CivilDate;
  /** The day of the first answer: returning it later does not make it late. */
  readonly firstAnsweredOn: CivilDate | null;
}

/** It waits for its department, and the day is over. */
export function isOverdue({ status, dueOn }: TaskTimes, today: CivilDate): boolean {
  return (status === 'open' || status === 'returned') && dueOn < today;
}

/** Whether it counts as done in time; null while its day has not come and nothing was answered, or it was withdrawn. */
export function wasInTime({ status, dueOn, firstAnsweredOn }: TaskTimes, today: CivilDate): boolean | null {
  if (status === 'withdrawn') return null;
  if (firstAnsweredOn !== null) return firstAnsweredOn <= dueOn;
  return dueOn < today ? false : null;
}

/** A task is given before its day. */
export function decideNewTask(dueOn: CivilDate, today: CivilDate): { readonly ok: true } | ProgrammeRefused {
  return dueOn <= today ? refuseProgramme([{ code: 'task.past-due' }]) : { ok: true };
}
