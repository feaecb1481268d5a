import { monthOf } from '@yitang/domain/calendar';
import type { CaseEvent } from '@yitang/domain/case';
import type { CivilDate } from '@yitang/domain/vocabulary';

const uncounted: ReadonlySet<CaseEvent['type']> = new Set([
  ...(['passed', 'suspended', 'resumed', 'correction-supplied'] as const),
  ...(['extension-requested', 'extended', 'extension-declined', 'extension-lapsed'] as const),
]);

/** Where statistics count an event. */
export interface Counted {
  readonly on: CivilDate;
  /**
   * The day on which it was recorded, where that lies in a later month than the one that it counts in; otherwise null. A
   * month as it was known before that day goes without it.
   */
  readonly recordedOn: CivilDate | null;
}

/**
 * The day under which statistics count an event; null: they don't. Acceptance counts on the day it took effect, which
 * for silence lies back; a case that is struck out is taken from the month in which it was accepted.
 */
export function countedOn(event: CaseEvent, today: CivilDate, acceptedOn: CivilDate | null): Counted | null {
  const on = dayOf(event, today, acceptedOn);
  return on === null ? null : { on, recordedOn: monthOf(on) < monthOf(today) ? today : null };
}

function dayOf(event: CaseEvent, today: CivilDate, acceptedOn: CivilDate | null): CivilDate | null {
  if (event.type === 'accepted') return event.on;
  if (event.type === 'voided' || event.type === 'removed') return acceptedOn;
  return uncounted.has(event.type) ? null : today;
}
