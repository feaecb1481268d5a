import { addWorkdays, civilDateAt, dueOn, noDue, type Due, type Moment } from '@yitang/domain/calendar';
import { isOpen } from '@yitang/domain/case';
import { acceptanceDueOf, dueDateOf } from '@yitang/domain/clock';
import { affectedRows, type Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { Case } from '../case.entity.ts';
import { Correction } from '../correction.entity.ts';
import { forgetDirectory, getDirectory, type Directory } from '../directory.ts';
import { momentOf } from '../moment-of.ts';
import { inboxOrder } from '../record/case-columns.ts';
import { completeCase, openCorrectionOf, type LoadedCase } from '../record/load-case.ts';

const batchSize = 100;

/** How many cases wait for a calendar year that is not published (待校历公布). */
export async function countWaitingCases(em: Em): Promise<number> {
  const [row] = await em.execute<{ waiting: number }[]>(
    'select count(*) as waiting from cases where waits_for_year is not null',
  );
  return Number(row?.waiting ?? 0);
}

/** A year was published: the dates that waited for it are known now. May run again for a year that is done. */
export async function completeDueDates(year: number, run: JobRun): Promise<void> {
  const { deps } = run;
  forgetDirectory(deps);
  const directory = await getDirectory(deps);
  for (let after = ''; ;) {
    const ids = await run.em.execute<{ id: string }[]>(
      `select id from cases where waits_for_year = ? and id > ? order by id limit ${batchSize}`,
      [year, after],
    );
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last.id;
    const caller = { principal: run.caller.principal, idempotencyKey: `${run.jobId}:${after}` };
    await deps.runCommand(caller, { name: 'case.complete-due-dates' }, async (tx) => {
      const cases = await tx.em.find(
        Case,
        { id: { $in: ids.map(({ id }) => id) } },
        { disableIdentityMap: true, populate: ['answers'] },
      );
      for (const current of cases) await complete(tx, await completeCase(tx.em, deps, current), directory);
      tx.audit({
        action: 'case.complete-due-dates',
        chain: `calendar:${year}`,
        target: { type: 'calendar', id: String(year) },
        outcome: 'done',
        after: { cases: cases.length },
      });
    });
  }
}

/** Dates follow from the record, so nothing but them changes, and who looks at the case need not look again. */
async function complete(tx: Tx, loaded: LoadedCase, directory: Directory): Promise<void> {
  const { current, facts, corrections } = loaded;
  const moment = momentOf(directory, current, tx.now);
  const due = dueDateOf(facts, moment);
  const correction = openCorrectionOf(corrections);
  const correctionDue = correction === undefined ? noDue : dueOf(correction, current, moment);
  const actBy = nextDate(loaded, { due, correctionDue }, moment);
  const order = inboxOrder({ ...current, decidedAt: current.decidedAt ?? null, actBy: actBy.on, dueOn: due.on });
  await affectedRows(
    tx.em,
    'update cases set due_on = ?, act_by = ?, waits_for_year = ?, inbox_order = ? where id = ? and version = ?',
    [due.on, actBy.on, due.waitsForYear ?? actBy.waitsForYear, order, current.id, current.version],
  );
  if (correction !== undefined && correctionDue.on !== null) {
    await tx.em.nativeUpdate(Correction, { id: correction.id }, { dueOn: correctionDue.on, waitsForYear: null });
  }
}

function nextDate(
  { facts, current }: LoadedCase,
  { due, correctionDue }: { due: Due; correctionDue: Due },
  moment: Moment,
): Due {
  if (facts.status === 'submitted') return acceptanceDueOf(facts, moment);
  if (facts.status === 'correcting') return correctionDue;
  if (facts.status === 'suspended') return current.actBy ? dueOn(current.actBy) : noDue;
  return isOpen(facts.status) ? due : noDue;
}

function dueOf({ requestedAt }: Correction, { correctionDays }: Case, { office }: Moment): Due {
  return addWorkdays(office.calendar, civilDateAt(requestedAt, office.zone), correctionDays);
}
