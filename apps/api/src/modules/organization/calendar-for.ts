import {
  defaultSpans,
  makeWorkingCalendar,
  type CalendarPins,
  type CalendarYear,
  type OfficeTime,
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

/** The same with the hours of work, in the zone of the university. */
export async function officeTimeFor(em: Em, zone: string, pins: CalendarPins = {}): Promise<OfficeTime> {
  return { zone, calendar: await calendarFor(em, pins), spans: defaultSpans };
}

export async function calendarYears(em: Em): Promise<CalendarYear[]> {
  return em.find(WorkCalendar, {}, { orderBy: { year: 'asc', version: 'asc' }, disableIdentityMap: true });
}
