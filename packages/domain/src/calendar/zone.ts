import type { CivilDate } from '../vocabulary/index.ts';
import { addDays, civilDate, epochDayOf } from './civil-date.ts';

const minuteMs = 60_000;
const dayMinutes = 1_440;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows: the day and the minutes since midnight (with their fraction). */
export interface LocalTime {
  readonly date: CivilDate;
  readonly minutes: number;
}

/** The wall clock at the beginning of a second. */
interface WallSecond {
  readonly zone: string;
  readonly second: number;
  readonly date: CivilDate;
  readonly minutes: number;
}

// One act asks for the same instant a dozen times, and formatting is the slowest part of it. The answer depends on
// nothing but the question, so remembering the last one changes no result.
let last: WallSecond = { zone: '', second: Number.NaN, date: '', minutes: 0 };

/** @throws RangeError when the zone is no IANA zone or the instant is invalid. */
export function localTimeAt(instant: Date, zone: string): LocalTime {
  const second = Math.floor(instant.getTime() / 1_000);
  if (last.second !== second || last.zone !== zone) last = { zone, second, ...wallClock(instant, zone) };
  return { date: last.date, minutes: last.minutes + (instant.getTime() - second * 1_000) / minuteMs };
}

function wallClock(instant: Date, zone: string): LocalTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { date: civilDate({ year, month, day }), minutes: hour * 60 + minute + second / 60 };
}

export function civilDateAt(instant: Date, zone: string): CivilDate {
  return localTimeAt(instant, zone).date;
}

/**
 * The instant at which a wall clock of the zone shows the day and the minute. Where the clock is put back and shows it
 * twice the first one, where it is put forward and skips it the instant just as far past the gap.
 */
export function instantAt(date: CivilDate, minutes: number, zone: string): Date {
  const wall = epochDayOf(date) * dayMinutes + minutes;
  const offsets = [-1, 1].map((days) => offsetAt(new Date((wall + days * dayMinutes) * minuteMs), zone));
  const candidates = offsets.map((offset) => new Date((wall - offset) * minuteMs));
  const exact = candidates.filter((instant) => wallOf(instant, zone) === wall);
  const found = exact.length > 0 ? exact : candidates;
  return found.reduce((first, next) => (isBetter(next, first, exact.length > 0) ? next : first));
}

// Requests of a day ask for the same day, and finding it takes four wall clocks.
let lastStart: { readonly zone: string; readonly date: CivilDate; readonly ms: number } | undefined;

/** First instant of the day. */
export function startOfDay(date: CivilDate, zone: string): Date {
  if (lastStart?.date !== date || lastStart.zone !== zone)
    lastStart = { zone, date, ms: instantAt(date, 0, zone).getTime() };
  return new Date(lastStart.ms);
}

/** First instant after the day. */
export function endOfDay(date: CivilDate, zone: string): Date {
  return instantAt(addDays(date, 1), 0, zone);
}

function isBetter(next: Date, first: Date, isShown: boolean): boolean {
  return isShown ? next < first : next > first;
}

/** Minutes east of UTC. */
function offsetAt(instant: Date, zone: string): number {
  return Math.round(wallOf(instant, zone) - instant.getTime() / minuteMs);
}

function wallOf(instant: Date, zone: string): number {
  const local = localTimeAt(instant, zone);
  return epochDayOf(local.date) * dayMinutes + local.minutes;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
