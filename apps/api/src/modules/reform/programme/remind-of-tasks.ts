import { civilDateAt } from '@yitang/domain/calendar';
import { filingReminder, type FilingMark } from '@yitang/domain/power';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { findHeadsKey } from '../../catalog/index.ts';
import { calendarFor } from '../../organization/index.ts';
import { taskPath, taskTarget } from './find-task.ts';
import { ReformTask } from './programme.entity.ts';
import { tell } from './tell-heads.ts';

/**
 * Each morning: heads whose department owes an answer, on the same working days before and after the due day as for
 * filings. The key of each word is task, person and mark, so that a retry or a restart says it once.
 */
export async function remindOfTasks(run: JobRun): Promise<void> {
  const { deps, em } = run;
  const today = civilDateAt(deps.clock.now(), deps.config.timeZone);
  const calendar = await calendarFor(em);
  const owed = await em.find(ReformTask, { status: { $in: ['open', 'returned'] } }, { disableIdentityMap: true });
  for (const task of owed) {
    const mark = filingReminder(task.dueOn, today, calendar);
    if (mark === undefined) continue;
    const heads = await deps.services.get(findHeadsKey)(em, task.departmentId, today);
    for (const personId of heads) await remind(run, { task, mark, personId });
  }
}

interface Reminder {
  readonly task: ReformTask;
  readonly mark: FilingMark;
  readonly personId: string;
}

async function remind({ deps, caller }: JobRun, { task, mark, personId }: Reminder): Promise<void> {
  const { id, title, dueOn, revision } = task;
  const lone = { principal: caller.principal, idempotencyKey: `reform-task:${id}:${personId}:${mark}` };
  await deps.runCommand(lone, { name: 'programme.remind' }, async (tx) => {
    // Whoever answers between the look and this word has made it needless.
    const isOwed = (await tx.em.count(ReformTask, { id, revision })) === 1;
    const kind = mark.endsWith('late') ? 'task-overdue' : 'task-due';
    if (isOwed) tell(tx, personId, { kind, path: taskPath(id), title, dueOn });
    tx.audit({ action: 'programme.remind', ...taskTarget(id), outcome: 'done', after: { mark, told: isOwed ? 1 : 0 } });
  });
}
