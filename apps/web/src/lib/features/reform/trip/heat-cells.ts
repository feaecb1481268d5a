import type { ArrivalHeatData } from '@yitang/contract';

type Cell = ArrivalHeatData['cells'][number];

export interface HeatBox extends Cell {
  readonly x: number;
  readonly y: number;
}

export const heatSheet = { left: 62, top: 26, cellWidth: 84, cellHeight: 30, gap: 2 } as const;

/** Hours downwards, weekdays across: so that a phone shows the whole week. */
export function placeCells({ hours, cells }: Pick<ArrivalHeatData, 'hours' | 'cells'>): {
  boxes: HeatBox[];
  width: number;
  height: number;
} {
  const { left, top, cellWidth, cellHeight } = heatSheet;
  const boxes = cells.map((cell) => ({
    ...cell,
    x: left + (cell.weekday - 1) * cellWidth,
    y: top + hours.indexOf(cell.hour) * cellHeight,
  }));
  return { boxes, width: left + 7 * cellWidth, height: top + hours.length * cellHeight };
}

/** The range of whole numbers that each class of the legend holds. */
export function classRanges(bounds: readonly number[]): { level: number; from: number; to: number }[] {
  return bounds.map((to, index) => ({ level: index + 1, from: (bounds[index - 1] ?? 0) + 1, to }));
}

/** The busiest hour; undefined where nobody came. */
export function busiest(cells: readonly Cell[]): Cell | undefined {
  const most = Math.max(0, ...cells.map(({ value }) => value ?? 0));
  return most === 0 ? undefined : cells.find(({ value }) => value === most);
}
