import { decideDeemAccepted } from '@yitang/domain/case';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { notifyApplicant } from '../notify.ts';
import { actOnDueCases } from './each-due-case.ts';

/** Silence accepts: who was not told within five working days is accepted as of the day of receipt. */
export async function deemAccepted(run: JobRun): Promise<void> {
  await actOnDueCases(run, {
    action: 'case.deem-accepted',
    status: 'submitted',
    decide: ({ facts }, command, moment) => decideDeemAccepted(facts, command, moment),
    columns: ({ office }) => ({ calendarPins: office.calendar.versions }),
    also: (tx, { loaded, decision }) =>
      notifyApplicant(tx, loaded.current, { kind: 'case-accepted', dueDate: decision.due.on }),
  });
}
