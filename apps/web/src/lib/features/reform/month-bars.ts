import { ceiling, type Sheet } from './pareto.ts';

export interface MonthBar {
  readonly month: string;
  readonly volume: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly centre: number;
  /** 11月, and the year under the first month and each January. */
  readonly label: string;
  readonly year: string | undefined;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Bars of the months, oldest first. */
export function placeMonths(
  months: readonly { readonly month: string; readonly volume: number }[],
  sheet: Sheet,
): { bars: MonthBar[]; slot: number; ticks: { value: number; y: number }[]; floor: number } {
  const top = ceiling(Math.max(0, ...months.map(({ volume }) => volume)));
  const floor = sheet.height - sheet.bottom;
  const y = (volume: number) => round(floor - (volume / top.value) * (floor - sheet.top));
  const slot = Math.min(80, (sheet.width - sheet.left - sheet.right) / Math.max(1, months.length));
  const bars = months.map(({ month, volume }, index): MonthBar => {
    const centre = sheet.left + (index + 0.5) * slot;
    const width = Math.max(1, slot * 0.62);
    const [year, number] = month.split('-');
    return {
      month,
      volume,
      x: round(centre - width / 2),
      y: y(volume),
      width: round(width),
      height: round(floor - y(volume)),
      centre: round(centre),
      label: `${Number(number)}月`,
      year: index === 0 || number === '01' ? year : undefined,
    };
  });
  return { bars, slot, ticks: top.ticks.map((value) => ({ value, y: y(value) })), floor };
}
