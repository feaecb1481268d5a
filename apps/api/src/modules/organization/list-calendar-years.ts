import type { adminEndpoints, Answer } from '@yitang/contract';
import type { Call } from '../../platform/endpoint/index.ts';
import { waitingCasesKey } from './waiting-cases.ts';
import { WorkCalendar } from './work-calendar.entity.ts';

/** The newest version of each year, from the first that is known to the one after next, and who waits. */
export async function listCalendarYears(call: Call): Promise<Answer<typeof adminEndpoints.listCalendarYears>> {
  const { em, deps, now } = call;
  const stored = await em.find(
    WorkCalendar,
    {},
    { orderBy: { year: 'asc', version: 'asc' }, disableIdentityMap: true },
  );
  const newest = new Map(stored.map((calendar) => [calendar.year, calendar]));
  const thisYear = now.getUTCFullYear();
  const years = new Set([...newest.keys(), thisYear, thisYear + 1]);
  return {
    items: [...years]
      .sort((one, other) => one - other)
      .map((year) => {
        const calendar = newest.get(year);
        return {
          year,
          version: calendar?.version ?? 0,
          isPublished: calendar?.isPublished ?? false,
          holidays: calendar?.daysOff.length ?? 0,
          extraWorkdays: calendar?.extraWorkdays.length ?? 0,
          importedAt: calendar?.importedAt.toISOString() ?? null,
        };
      }),
    waitingCases: (await deps.services.find(waitingCasesKey)?.count(em)) ?? 0,
  };
}
