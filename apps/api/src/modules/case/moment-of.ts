import type { Moment } from '@yitang/domain/calendar';
import type { Case } from './case.entity.ts';
import type { Directory } from './directory.ts';

/** Now, by the calendar that the case was accepted under; before acceptance by the newest. */
export function momentOf(directory: Directory, { calendarPins }: Pick<Case, 'calendarPins'>, now: Date): Moment {
  return { now, office: directory.office(calendarPins) };
}
