import type { CivilDate } from '@yitang/domain/vocabulary';
import { yearOf } from '@yitang/domain/calendar';
import type { Em } from '../../../database/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { calendarYears } from '../../organization/index.ts';
import { findPeopleWithRole } from '../find-person.ts';
import { todayIn } from '../valid-on.ts';

/** The State Council tells the next year's holidays in autumn; from October on a missing year is asked for. */
const firstMonth = 10;

/** The years whose calendar should be there by this day. */
export function yearsNeeded(today: CivilDate): number[] {
  const year = yearOf(today);
  return Number(today.slice(5, 7)) >= firstMonth ? [year, year + 1] : [year];
}

/** Every Monday, months before a case can wait for it: tells each administrator which calendar year is not imported. */
export async function remindOfCalendar({ deps, em, caller }: JobRun): Promise<void> {
  const today = todayIn(deps.config.timeZone, deps.clock.now());
  const missing = await missingYears(em, today);
  if (missing.length === 0) return;
  const administrators = await findPeopleWithRole(em, 'administrator', { on: today });
  await deps.runCommand(caller, { name: 'calendar.remind' }, (tx) => {
    for (const personId of administrators) {
      for (const year of missing) {
        const payload = {
          personId,
          kind: 'calendar-missing',
          path: `/admin/calendar?year=${year}`,
          dueDate: `${year}-01-01`,
        };
        tx.enqueue({ kind: 'notice.send', payload });
      }
    }
    const target = { type: 'calendar', id: missing.join(',') };
    tx.audit({
      action: 'calendar.remind',
      chain: 'calendar',
      target,
      outcome: 'done',
      after: { told: administrators.length },
    });
    return Promise.resolve();
  });
}

async function missingYears(em: Em, today: CivilDate): Promise<number[]> {
  const published = new Set((await calendarYears(em)).filter(({ isPublished }) => isPublished).map(({ year }) => year));
  return yearsNeeded(today).filter((year) => !published.has(year));
}
