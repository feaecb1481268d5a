import type { Pareto, ParetoBar } from './pareto.ts';

export interface BarName {
  readonly code: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const signWidth = 13;
const lineHeight = 20;
const gap = 6;

/**
 * Names that stand to the right of the largest bars, where bars are too narrow to be named below: one line each, from
 * the top down, as long as the cumulative line and the line of the name before leave room.
 */
export function namesBeside(chart: Pareto, most = 4): BarName[] {
  const names: BarName[] = [];
  for (const bar of chart.bars.slice(0, most)) {
    const name = nameOf(bar);
    const y = bar.y + 10;
    const end = name.x + [...name.text].length * signWidth;
    const before = names.at(-1);
    if (before !== undefined && y - before.y < lineHeight) break;
    if (!isClear(chart, { from: name.x, to: end, y })) break;
    names.push({ ...name, y });
  }
  return names;
}

function nameOf({ row, x, width }: ParetoBar): Omit<BarName, 'y'> {
  return { code: row.code, text: row.name, x: x + width + gap };
}

/** Over the next bar and over the cumulative line as far as the words reach. */
function isClear(
  { bars, points, boundary }: Pareto,
  { from, to, y }: { from: number; to: number; y: number },
): boolean {
  const isOverBars = bars.filter(({ x, width }) => x + width > from && x < to).every((bar) => bar.y > y + gap);
  const isOverLine = points.filter(({ x }) => x <= to).every((point) => point.y > y + gap);
  const isInside = points.some(({ x }) => x >= to);
  return isOverBars && isOverLine && isInside && !meetsBoundaryName(boundary, { to, y });
}

/** The crossing matter has its name and share to the left of its mark. */
function meetsBoundaryName(boundary: Pareto['boundary'], { to, y }: { to: number; y: number }): boolean {
  if (boundary === undefined) return false;
  const signs = [...boundary.row.name].length + 5;
  return to > boundary.centre - signs * signWidth && Math.abs(y - (boundary.lineY - 22)) < lineHeight;
}
