import type { Em } from '../../index.ts';
import { WorkCalendar } from '../../../modules/organization/work-calendar.entity.ts';
import { listCalendarYears } from './calendar.ts';

/** Adds the working calendar of the years that are not there yet; what was imported stays. Returns the years added. */
export async function loadCalendar(em: Em, now: Date): Promise<number[]> {
  const known = new Set(
    (await em.find(WorkCalendar, {}, { fields: ['year'], disableIdentityMap: true })).map(({ year }) => year),
  );
  const missing = listCalendarYears().filter(({ year }) => !known.has(year));
  if (missing.length > 0) {
    await em.insertMany(
      WorkCalendar,
      missing.map((calendar) => ({
        ...calendar,
        daysOff: [...calendar.daysOff],
        extraWorkdays: [...calendar.extraWorkdays],
        source: `国务院办公厅关于${calendar.year}年部分节假日安排的通知`,
        importedAt: now,
        importedBy: 'system:reference',
      })),
    );
  }
  return missing.map(({ year }) => year);
}
