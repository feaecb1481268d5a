import { defineEntity, p } from '@mikro-orm/sql';

/** One version of one year of the working calendar; a correction is a new version, so that a case keeps what it pinned. */
const WorkCalendarSchema = defineEntity({
  name: 'WorkCalendar',
  tableName: 'work_calendars',
  properties: {
    year: p.integer().primary(),
    version: p.integer().primary(),
    isPublished: p.boolean(),
    /** Civil days; weekdays on which nobody works, and days of a weekend that are worked instead. */
    daysOff: p.json<string[]>(),
    extraWorkdays: p.json<string[]>(),
    /** The notice it was taken from. */
    source: p.string().length(200),
    importedAt: p.datetime(3),
    importedBy: p.string().length(80),
  },
});
export class WorkCalendar extends WorkCalendarSchema.class {}
WorkCalendarSchema.setClass(WorkCalendar);
