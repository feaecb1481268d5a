import { describe, expect, test } from '@jest/globals';
import type { HighFrequencyRowData } from '@yitang/contract';
import { namesBeside } from './pareto-names.ts';
import { ceiling, placePareto, type Sheet } from './pareto.ts';

const sheet: Sheet = { width: 1000, height: 500, left: 100, right: 100, top: 50, bottom: 50 };

/** Rows as the API sends them; the set is the first so many, the last of them crosses the line. */
function rowsOf(volumes: readonly number[], setSize: number): HighFrequencyRowData[] {
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  let cumulative = 0;
  return volumes.map((volume, index) => {
    cumulative += volume;
    return {
      rank: index + 1,
      code: `M${index}`,
      name: `事项${index}`,
      department: '教务处',
      volume,
      share: Math.floor((volume * 10_000) / total),
      cumulative,
      cumulativeShare: Math.floor((cumulative * 10_000) / total),
      isHighFrequency: index < setSize,
      isBoundary: index === setSize - 1,
      isTied: false,
      visitsOnSite: null,
      isOnline: false,
      isInstant: false,
      own: 0,
      reported: 0,
      inherited: 0,
      joint: 0,
      openMonths: 0,
    };
  });
}

describe('the Pareto chart (DASH-1)', () => {
  const few = placePareto(rowsOf([50, 25, 10, 10, 5], 4), sheet);

  test('draws the set as bars, the largest first, and the rest as one outline behind them', () => {
    expect(few.bars.map(({ row }) => row.code)).toEqual(['M0', 'M1', 'M2', 'M3']);
    const heights = few.bars.map(({ height }) => height);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(few.tail.matters).toBe(1);
    expect(few.tail.x).toBeGreaterThanOrEqual(few.bars.at(-1)!.x + few.bars.at(-1)!.width);
  });

  test('a bar stands on the floor and is as high as its volume', () => {
    const [first, second] = few.bars;
    expect(first!.y + first!.height).toBeCloseTo(few.floor, 1);
    expect(first!.height / second!.height).toBeCloseTo(2, 2);
  });

  test('the line rises from nothing to all, and passes the boundary matter at or over the 80 % mark', () => {
    const pairs = few.line.split(' ').map((pair) => pair.split(',').map(Number) as [number, number]);
    expect(pairs[0]).toEqual([sheet.left, few.floor]);
    expect(pairs.at(-1)![1]).toBe(sheet.top);
    pairs.slice(1).forEach(([x, y], index) => {
      expect(x).toBeGreaterThan(pairs[index]![0]);
      expect(y).toBeLessThanOrEqual(pairs[index]![1]);
    });
    expect(few.boundary?.row.code).toBe('M3');
    expect(few.boundary!.lineY).toBeLessThanOrEqual(few.eightyY);
    expect(few.points.at(-2)!.y).toBeGreaterThanOrEqual(few.boundary!.lineY);
  });

  test('a long tail stands closer together, so that the names of the set have room; nothing leaves the sheet', () => {
    const long = placePareto(rowsOf([...Array(40).fill(100), ...Array(260).fill(3)], 33), sheet);
    expect(long.tail.isCompressed).toBe(true);
    expect(long.slot).toBeGreaterThan((1000 - 200) / 300);
    const ends = [...long.tail.path.matchAll(/H([\d.]+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...ends)).toBeLessThanOrEqual(900.01);
  });

  test('with few matters all stand equally far apart', () => {
    expect(few.tail.isCompressed).toBe(false);
  });

  test('the largest bars have their names beside them, clear of the line, of lower bars and of each other', () => {
    const steep = [1000, 800, 600, ...Array.from({ length: 57 }, (_, index) => 120 - index)];
    const chart = placePareto(rowsOf(steep, 60), sheet);
    const names = namesBeside(chart);
    expect(names.length).toBeGreaterThan(1);
    for (const [index, name] of names.entries()) {
      const end = name.x + name.text.length * 13;
      expect(chart.bars.filter(({ x }) => x > name.x && x < end).every((bar) => bar.y > name.y)).toBe(true);
      expect(chart.points.filter(({ x }) => x < end).every(({ y }) => y > name.y)).toBe(true);
      expect(name.y - (names[index - 1]?.y ?? -20)).toBeGreaterThanOrEqual(20);
    }
    expect(namesBeside(placePareto(rowsOf(Array(60).fill(5), 60), sheet))).toEqual([]);
  });

  test('matters without a case are not drawn, and no case at all draws nothing', () => {
    expect(placePareto(rowsOf([8, 2, 0, 0], 1), sheet).tail.matters).toBe(1);
    const nothing = placePareto([], sheet);
    expect([nothing.bars, nothing.tail.path, nothing.boundary]).toEqual([[], '', undefined]);
  });

  test.each([
    [0, 1, 1],
    [1, 1, 1],
    [7, 8, 2],
    [43, 50, 10],
    [1234, 1500, 500],
    [5000, 5000, 1000],
  ])('the scale for %i ends at %i in steps of %i', (largest, end, step) => {
    const { value, ticks } = ceiling(largest);
    expect([value, ticks[1]]).toEqual([end, step]);
    expect(ticks.length).toBeLessThanOrEqual(6);
  });
});
