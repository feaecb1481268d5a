import type { CivilDate, CivilMonth } from '../vocabulary/index.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether the text is a day that exists: `2026-02-29` does not. */
export function isCivilDate(text: string): boolean {
  const parts = pattern.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RangeError when the text is no civil date. */
export function datePartsOf(date: CivilDate): DateParts {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function civilDate({ year, month, day }: DateParts): CivilDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Days since 1970-01-01. The year is taken to begin in March, so that the leap day is its last (the usual arithmetic of
 * the proleptic Gregorian calendar).
 */
export function epochDayOf(date: CivilDate): number {
  const { year, month, day } = datePartsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilDateOfEpochDay(epochDay: number): CivilDate {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return civilDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOfEpochDay(epochDayOf(date) + days);
}

/** Days from one date to the other; negative when `until` is earlier. */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return epochDayOf(until) - epochDayOf(from);
}

/** The same day of a later (or earlier) month, or that month's last day: 31 January + 1 is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = datePartsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return civilDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  return ((((epochDayOf(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
