import chineseDays from 'chinese-days';
import { addDays, isCivilDate, weekdayOf } from '@yitang/domain/calendar';
import type { CalendarYear } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';

/** Years that a fresh installation brings along, where the State Council's arrangement is in the package. */
export const referenceCalendarYears: readonly number[] = [2024, 2025, 2026];

/**
 * The national working calendar of a year (法定节假日 and 调休), or undefined while its arrangement isn't published.
 * The package itself calls every weekday of an unknown year a working day, New Year's Day included; asking it whether
 * it has an arrangement at all keeps due dates from being guessed.
 */
export function findCalendarYear(year: number): CalendarYear | undefined {
  if (!isArranged(year)) return undefined;
  const days = daysOf(year);
  return {
    year,
    version: 1,
    isPublished: true,
    daysOff: days.filter((day) => !isWeekend(day) && !chineseDays.isWorkday(day)),
    extraWorkdays: days.filter((day) => isWeekend(day) && chineseDays.isWorkday(day)),
  };
}

/** The published ones of these years, in order; the others are left out. */
export function listCalendarYears(years: readonly number[] = referenceCalendarYears): CalendarYear[] {
  return years.map(findCalendarYear).filter((found) => found !== undefined);
}

/** An arrangement covers a whole year: all three long festivals are named in it, or there is none. */
function isArranged(year: number): boolean {
  const inYear = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
  const names = new Set(inYear.map((day) => chineseDays.getDayDetail(day).name.split(',')[1]));
  return ['元旦', '春节', '国庆节'].every((festival) => names.has(festival));
}

function daysOf(year: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = `${year}-01-01`; isCivilDate(day) && day.startsWith(String(year)); day = addDays(day, 1))
    days.push(day);
  return days;
}

function isWeekend(day: CivilDate): boolean {
  return weekdayOf(day) > 5;
}
