import type { InboxRowData } from '@yitang/contract';
import { workdaysBetween, today, type Due, type Moment } from '@yitang/domain/calendar';
import { isOpen } from '@yitang/domain/case';
import { lightOf } from '@yitang/domain/clock';
import type { Case } from '../case.entity.ts';

type Timed = Pick<
  Case,
  'status' | 'dueOn' | 'actBy' | 'waitsForYear' | 'acceptanceDays' | 'promisedDays' | 'extensionDays'
>;

/** The date that is kept next: to decide on acceptance, to correct, to end a special procedure, to finish. */
export function officeDue({ status, dueOn, actBy }: Pick<Timed, 'status' | 'dueOn' | 'actBy'>): string | null {
  return (status === 'handling' ? dueOn : actBy) ?? dueOn ?? null;
}

/** How urgent a case is, from the columns of its row alone, so that a list needs no intervals. */
export function caseLight(current: Timed, moment: Moment): InboxRowData['light'] {
  const { status, acceptanceDays, promisedDays, extensionDays } = current;
  if (!isOpen(status)) return 'green';
  if (status === 'correcting' || status === 'suspended') return 'paused';
  const on = officeDue(current);
  if (on === null) return 'waiting';
  const due: Due = { on, waitsForYear: null };
  const daysLeft = workdaysBetween(moment.office.calendar, today(moment), on);
  return lightOf(
    { due, daysLeft, limit: status === 'submitted' ? acceptanceDays : promisedDays + extensionDays },
    moment,
  );
}
