import { weekdayOf } from '@yitang/domain/calendar';
import type { DayKind, WorkingCalendar } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { DemoMatter } from '../matters/index.ts';

/** What drives the demand for a matter over the year. */
export type Season = 'studying' | 'enrolment' | 'graduation' | 'working';

/** January to December, 1 is an average month. */
const months: Readonly<Record<Season, readonly number[]>> = {
  studying: [0.8, 0.4, 1.15, 1, 1.05, 1.5, 0.4, 0.35, 1.8, 1.1, 1.05, 1.1],
  enrolment: [0.3, 0.4, 0.8, 0.4, 0.4, 0.5, 0.6, 1.4, 4.2, 1.2, 0.6, 0.4],
  graduation: [0.6, 0.3, 1.2, 1.2, 1.7, 3.4, 0.8, 0.2, 0.6, 0.6, 0.7, 0.7],
  working: [1.0, 0.5, 1.1, 1, 1, 1.25, 0.6, 0.4, 1.2, 1, 1.1, 1.4],
};

export function seasonOf({ lifeEvents }: DemoMatter): Season {
  if (lifeEvents.length === 1 && lifeEvents[0] === 'graduation') return 'graduation';
  if (lifeEvents[0] === 'enrolment') return 'enrolment';
  return lifeEvents.includes('studying') || lifeEvents.includes('graduation') ? 'studying' : 'working';
}

/** A year that isn't published counts by weekday here: past figures of a demo are no due dates. */
export function dayKindOf(calendar: WorkingCalendar, day: CivilDate): Exclude<DayKind, 'unpublished'> {
  const kind = calendar.kindOf(day);
  if (kind !== 'unpublished') return kind;
  return weekdayOf(day) > 5 ? 'day-off' : 'workday';
}

/**
 * How much is asked for on a day. Windows are closed on days off; what goes by itself (net, phone, kiosk) is used a
 * little. In the winter and summer vacations hardly anybody comes.
 */
export function demandOn(day: CivilDate, what: { season: Season; isSelfService: boolean; kind: DayKind }): number {
  const month = months[what.season][Number(day.slice(5, 7)) - 1] ?? 1;
  const vacation = isVacation(day) && what.season !== 'enrolment' ? 0.4 : 1;
  if (what.kind === 'workday') return month * vacation;
  return what.isSelfService ? month * vacation * 0.2 : 0;
}

function isVacation(day: CivilDate): boolean {
  const date = day.slice(5);
  return (date >= '01-20' && date <= '02-20') || (date >= '07-10' && date <= '08-24');
}
