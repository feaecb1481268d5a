import { withPeriod, type Period } from '../period.ts';

interface Which {
  /** As the heat map names it; null: everywhere. */
  readonly place?: string | null | undefined;
  readonly cell?: { readonly weekday: number; readonly hour: number } | undefined;
}

/** Where the visits behind a figure of the hours of arrival are listed. */
export const visitsHref = (period: Period, { place, cell }: Which): string =>
  withPeriod('/reform/arrivals/visits', period, {
    ...(place ? { place } : {}),
    ...(cell ? { cell: `${cell.weekday}-${String(cell.hour).padStart(2, '0')}` } : {}),
  });

/** `1-09` as the address says it; undefined for what is no weekday and hour. */
export function readCell(text: string): { readonly weekday: number; readonly hour: number } | undefined {
  const [, weekday, hour] = /^([1-7])-([01]\d|2[0-3])$/.exec(text) ?? [];
  return weekday === undefined || hour === undefined ? undefined : { weekday: Number(weekday), hour: Number(hour) };
}
