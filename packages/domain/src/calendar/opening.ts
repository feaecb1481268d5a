import type { CivilDate, ClosedReason } from '../vocabulary/index.ts';
import { addDays, yearOf } from './civil-date.ts';
import type { DayKind } from './working-calendar.ts';
import type { Moment } from './office-time.ts';
import { localTimeAt } from './zone.ts';

/** When people are received, by the wall clock of the university: `HH:MM`, `24:00` is the end of the day. */
export interface OpeningPeriod {
  readonly days: 'working-days' | 'every-day';
  readonly from: string;
  readonly until: string;
}

export interface NextOpening {
  readonly on: CivilDate;
  /** 0 is today, 1 tomorrow. */
  readonly inDays: number;
  /** `HH:MM` */
  readonly at: string;
}

/** Whether people are received now, and where they are not, from when on they will be. */
export type Opening =
  /** `until` is the time of today (`HH:MM`); null: round the clock. */
  | { readonly kind: 'open'; readonly until: string | null }
  /** `opens` is null where it depends on a year of the calendar that is not published. */
  | {
      readonly kind: 'closed';
      readonly why: ClosedReason;
      readonly opens: NextOpening | null;
      readonly waitsForYear: number | null;
    }
  /** Whether today is worked stands in a year of the calendar that is not published. */
  | { readonly kind: 'unknown'; readonly waitsForYear: number };

interface Span {
  readonly from: number;
  readonly until: number;
}

const dayMinutes = 24 * 60;

/** What a counter with these periods does now; null where it says no time at which it is open. */
export function openingAt(periods: readonly OpeningPeriod[], { now, office }: Moment): Opening | null {
  const usable = periods.filter(({ from, until }) => minutesOf(from) < minutesOf(until));
  if (usable.length === 0) return null;
  const { date, minutes } = localTimeAt(now, office.zone);
  const kind = office.calendar.kindOf(date);
  const today = spansOn(usable, kind);
  const current = today.find(({ from, until }) => from <= minutes && minutes < until);
  if (current !== undefined) return { kind: 'open', until: closingOf(current) };
  if (dependsOn(usable, kind)) return { kind: 'unknown', waitsForYear: yearOf(date) };
  const later = today.find(({ from }) => from > minutes);
  if (later !== undefined) {
    const why = today[0] === later ? 'before-opening' : 'break';
    return { kind: 'closed', why, opens: { on: date, inDays: 0, at: timeOf(later.from) }, waitsForYear: null };
  }
  return { kind: 'closed', why: today.length === 0 ? 'day-off' : 'after-closing', ...nextAfter(date, usable, office) };
}

/** The first time on a later day. A day of which it is not known whether it is worked is never guessed over. */
function nextAfter(
  today: CivilDate,
  periods: readonly OpeningPeriod[],
  { calendar }: Moment['office'],
): { opens: NextOpening | null; waitsForYear: number | null } {
  for (let inDays = 1; ; inDays += 1) {
    const on = addDays(today, inDays);
    const kind = calendar.kindOf(on);
    if (dependsOn(periods, kind)) return { opens: null, waitsForYear: yearOf(on) };
    const [first] = spansOn(periods, kind);
    if (first !== undefined) return { opens: { on, inDays, at: timeOf(first.from) }, waitsForYear: null };
  }
}

const dependsOn = (periods: readonly OpeningPeriod[], kind: DayKind): boolean =>
  kind === 'unpublished' && periods.some(({ days }) => days === 'working-days');

/** The spans of such a day in order; those that touch or overlap are one. */
function spansOn(periods: readonly OpeningPeriod[], kind: DayKind): readonly Span[] {
  const spans = periods
    .filter(({ days }) => days === 'every-day' || kind === 'workday')
    .map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) }))
    .sort((a, b) => a.from - b.from);
  return spans.reduce<readonly Span[]>((joined, span) => {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.until) return [...joined, span];
    return [...joined.slice(0, -1), { from: last.from, until: Math.max(last.until, span.until) }];
  }, []);
}

const closingOf = ({ from, until }: Span): string | null => (from === 0 && until === dayMinutes ? null : timeOf(until));

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const timeOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
const pad = (value: number): string => String(value).padStart(2, '0');
