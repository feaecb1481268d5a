import { calendarImported } from '../../../modules/organization/index.ts';
import { WorkCalendar } from '../../../modules/organization/work-calendar.entity.ts';
import { addJobOnce } from '../../../platform/jobs/job-table.ts';
import { insertRows, type Em } from '../../index.ts';
import { listCalendarYears } from './calendar.ts';

/**
 * Adds the working calendar of the years that are not there yet; what was imported stays. Cases that waited for a year
 * get their dates, as after an import. Two instances may do it at once. Returns the years added.
 */
export async function loadCalendar(em: Em, now: Date): Promise<number[]> {
  const stored = await em.find(WorkCalendar, {}, { fields: ['year'], disableIdentityMap: true });
  const known = new Set(stored.map(({ year }) => year));
  const missing = listCalendarYears().filter(({ year }) => !known.has(year));
  const rows = missing.map(({ year, version, daysOff, extraWorkdays }) => ({
    year,
    version,
    is_published: 1,
    days_off: JSON.stringify(daysOff),
    extra_workdays: JSON.stringify(extraWorkdays),
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    imported_at: now,
    imported_by: 'system:reference',
  }));
  await insertRows(em, { table: 'work_calendars', skipsPresent: true }, rows);
  const years = missing.map(({ year }) => year);
  for (const year of years) {
    await addJobOnce(em, { ...calendarImported(year), dedupeKey: `calendar:reference:${year}`, availableAt: now });
  }
  return years;
}
