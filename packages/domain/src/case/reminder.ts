import { addDays, daysBetween } from '../calendar/index.ts';
import type { Light } from '../clock/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';

/** What a reminder is about; of each mark and each due date there is one at most. */
export type ReminderMark = `${number}-days-left` | 'due-soon' | 'overdue' | 'suspension-over';

/** Days of the calendar before the last one on which the applicant is reminded of corrections, nearest first. */
export const correctionReminderDays = [1, 3] as const;

/**
 * Of the marks that have been passed only the nearest is still worth a word, so that one that was missed is made up for.
 * None where the time allowed is so short that the list itself has just said as much.
 */
export function correctionReminder(
  correction: { readonly requestedOn: CivilDate; readonly dueOn: CivilDate },
  today: CivilDate,
): ReminderMark | undefined {
  const left = daysBetween(today, correction.dueOn);
  const days = left < 0 ? undefined : correctionReminderDays.find((mark) => left <= mark);
  if (days === undefined || addDays(correction.dueOn, -days) <= correction.requestedOn) return undefined;
  return `${days}-days-left`;
}

/** Whoever holds a case is reminded when its light turns to the last warning and when its limit is over. */
export function limitReminder(light: Light): ReminderMark | undefined {
  if (light === 'orange') return 'due-soon';
  return light === 'red' ? 'overdue' : undefined;
}

/** A special procedure was expected to end by this day, and nobody has resumed the case: whoever holds it is asked. */
export function suspensionReminder(expectedOn: CivilDate, today: CivilDate): ReminderMark | undefined {
  return today > expectedOn ? 'suspension-over' : undefined;
}
