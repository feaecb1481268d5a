import { localTimeAt, minutesOf, monthOf, weekdayOf, type OpeningPeriod } from '../calendar/index.ts';
import type { CivilMonth } from '../vocabulary/index.ts';

/** Under which an arrival is counted: month, weekday (1 Monday … 7 Sunday) and full hour of the university's zone. */
export interface ArrivalSlot {
  readonly month: CivilMonth;
  readonly weekday: number;
  readonly hour: number;
}

export function slotAt(at: Date, zone: string): ArrivalSlot {
  const { date, minutes } = localTimeAt(at, zone);
  return { month: monthOf(date), weekday: weekdayOf(date), hour: Math.floor(minutes / 60) };
}

/** `2026-11 1 09`: sorts by month, then weekday and hour. */
export function slotKey({ month, weekday, hour }: ArrivalSlot): string {
  return `${month} ${weekday} ${String(hour).padStart(2, '0')}`;
}

/** @throws RangeError for what no slot is written as */
export function slotOf(key: string): ArrivalSlot {
  const found = /^(\d{4}-\d{2}) ([1-7]) (\d{2})$/.exec(key);
  if (!found) throw new RangeError(`not a slot: ${key}`);
  return { month: found[1] ?? '', weekday: Number(found[2]), hour: Number(found[3]) };
}

export const heatClasses = 5;

export interface HeatScale {
  /** Largest value of each class, smallest class first; fewer than five where there are fewer different values. */
  readonly bounds: readonly number[];
  /** 0: nobody came, which is no class of its own colour; 1–5 otherwise. */
  classOf(value: number): number;
}

/** Classes of equal size over the cells in which somebody came: whole numbers, so that a legend can name them. */
export function heatScale(values: readonly number[]): HeatScale {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.ceil((part * sorted.length) / heatClasses) - 1] ?? 0;
  const bounds = sorted.length === 0 ? [] : [...new Set([1, 2, 3, 4, 5].map(at))];
  return {
    bounds,
    classOf: (value) =>
      value <= 0
        ? 0
        : 1 +
          Math.max(
            0,
            bounds.findIndex((bound) => value <= bound),
          ),
  };
}

/** Whether a place is open in some part of the hour, so that nobody came then is a figure and not a closed door. */
export function isOpenIn(spans: readonly OpeningPeriod[], { weekday, hour }: Omit<ArrivalSlot, 'month'>): boolean {
  const [from, until] = [hour * 60, hour * 60 + 60];
  return spans.some(
    (span) =>
      (span.days === 'every-day' || weekday <= 5) && minutesOf(span.from) < until && minutesOf(span.until) > from,
  );
}
