import {
  makeWorkingCalendar,
  type CalendarPins,
  type CalendarYear,
  type WorkingCalendar,
} from '@yitang/domain/calendar';
import type { Em } from '../../database/index.ts';
import { WorkCalendar } from './work-calendar.entity.ts';

/**
 * The working calendar: of each year the version that `pins` names, otherwise the newest that is published. A year
 * that is not published stays `unpublished` (待校历公布) and is never guessed.
 */
export async function calendarFor(em: Em, pins: CalendarPins = {}): Promise<WorkingCalendar> {
  return makeWorkingCalendar(await calendarYears(em), pins);
}

export async function calendarYears(em: Em): Promise<CalendarYear[]> {
  return em.find(WorkCalendar, {}, { orderBy: { year: 'asc', version: 'asc' }, disableIdentityMap: true });
}
