import type { HighFrequencyRowData } from '@yitang/contract';

/** The sheet that a chart is drawn on, in the units of its viewBox. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ParetoBar {
  readonly row: HighFrequencyRowData;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Middle of the bar. */
  readonly centre: number;
}

export interface Pareto {
  readonly bars: readonly ParetoBar[];
  /** One matter's place on the axis within the set; the rest may stand closer. */
  readonly slot: number;
  /** The matters outside the set as one outline, and where it begins; empty where there are none. */
  readonly tail: {
    readonly path: string;
    readonly x: number;
    readonly matters: number;
    readonly isCompressed: boolean;
  };
  /** `x,y` pairs of the cumulative line, from nothing to all. */
  readonly line: string;
  /** Where the line meets each bar of the set. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly boundary: (ParetoBar & { readonly lineY: number }) | undefined;
  readonly volumeTicks: readonly { readonly value: number; readonly y: number }[];
  /** Per cent of all cases. */
  readonly shareTicks: readonly { readonly value: number; readonly y: number }[];
  readonly eightyY: number;
  readonly floor: number;
}

const tailShare = 0.24;
const widestSlot = 56;
const round = (value: number) => Math.round(value * 100) / 100;

/**
 * Places the bars and the cumulative line. The matters of the set get room for their names; the long tail is drawn to
 * the same height scale and, where there are many, closer together. Matters without a case are not drawn.
 */
export function placePareto(rows: readonly HighFrequencyRowData[], sheet: Sheet): Pareto {
  const counted = rows.filter(({ volume }) => volume > 0);
  const inSet = counted.filter(({ isHighFrequency }) => isHighFrequency);
  const rest = counted.filter(({ isHighFrequency }) => !isHighFrequency);
  const { slot, restSlot } = slots(inSet.length, rest.length, sheet);
  const top = ceiling(counted[0]?.volume ?? 0);
  const floor = sheet.height - sheet.bottom;
  const room = floor - sheet.top;
  const volumeY = (volume: number) => floor - (volume / top.value) * room;
  const shareY = (perTenThousand: number) => round(floor - (perTenThousand / 10_000) * room);

  const bars = inSet.map((row, index): ParetoBar => {
    const x = sheet.left + index * slot;
    const width = Math.max(1, slot * 0.72);
    const centre = x + slot / 2;
    const y = volumeY(row.volume);
    return {
      row,
      x: round(centre - width / 2),
      y: round(y),
      width: round(width),
      height: round(floor - y),
      centre: round(centre),
    };
  });
  const tailX = sheet.left + inSet.length * slot;
  const points = bars.map(({ centre, row }) => ({ x: centre, y: shareY(row.cumulativeShare) }));
  const restPoints = rest.map((row, index) => ({
    x: round(tailX + (index + 0.5) * restSlot),
    y: shareY(row.cumulativeShare),
  }));
  const last = bars.findLast(({ row }) => row.isBoundary);
  return {
    bars,
    slot,
    tail: {
      path: outline(rest, { x: tailX, slot: restSlot, floor }, volumeY),
      x: round(tailX),
      matters: rest.length,
      isCompressed: restSlot < slot,
    },
    line: [{ x: sheet.left, y: floor }, ...points, ...restPoints].map(({ x, y }) => `${x},${y}`).join(' '),
    points,
    boundary: last && { ...last, lineY: shareY(last.row.cumulativeShare) },
    volumeTicks: top.ticks.map((value) => ({ value, y: round(volumeY(value)) })),
    shareTicks: [0, 20, 40, 60, 80, 100].map((value) => ({ value, y: shareY(value * 100) })),
    eightyY: shareY(8_000),
    floor,
  };
}

function slots(inSet: number, rest: number, { width, left, right }: Sheet): { slot: number; restSlot: number } {
  const room = width - left - right;
  const even = Math.min(widestSlot, room / Math.max(1, inSet + rest));
  const wide = Math.min(widestSlot, (room * (1 - tailShare)) / Math.max(1, inSet));
  // Room that the set does not need is left to the tail, but nothing there grows wider than in the set.
  return wide <= even ? { slot: even, restSlot: even } : { slot: wide, restSlot: (room - inSet * wide) / rest };
}

/** Steps of 1, 2 or 5 times a power of ten, at most five of them, that reach over the largest volume. */
export function ceiling(largest: number): { readonly value: number; readonly ticks: readonly number[] } {
  const rough = Math.max(1, largest) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power);
  const count = Math.max(1, Math.ceil(largest / step));
  return { value: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function outline(
  rest: readonly HighFrequencyRowData[],
  { x, slot, floor }: { x: number; slot: number; floor: number },
  volumeY: (volume: number) => number,
): string {
  if (rest.length === 0) return '';
  const steps = rest.map((row, index) => `V${round(volumeY(row.volume))}H${round(x + (index + 1) * slot)}`);
  return `M${round(x)} ${floor}${steps.join('')}V${floor}Z`;
}
