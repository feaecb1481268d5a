import type { Guide } from './guide.ts';

const calendarDaysAWeek = 7;
const workdaysAWeek = 5;
const hoursADay = 24;

/**
 * The working days that certainly lie within the limit that a rule sets: a limit in calendar days or hours also runs at
 * weekends. null: no limit is stated.
 */
export function statutoryWorkdays({
  statutoryDays: limit,
  statutoryUnit: unit = 'workdays',
}: Pick<Guide, 'statutoryDays' | 'statutoryUnit'>): number | null {
  if (limit === null || unit === 'workdays') return limit;
  const days = unit === 'hours' ? limit / hoursADay : limit;
  return Math.floor((days * workdaysAWeek) / calendarDaysAWeek);
}
