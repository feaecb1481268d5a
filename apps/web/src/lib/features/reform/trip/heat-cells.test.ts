import { describe, expect, test } from '@jest/globals';
import { busiest, classRanges, placeCells } from './heat-cells.ts';

const cell = (weekday: number, hour: number, value: number | null) => ({ weekday, hour, value, level: 1 });

describe('DASH-3 a heat map of arrivals', () => {
  test('has hours downwards and the week across', () => {
    const { boxes } = placeCells({ hours: [8, 9], cells: [cell(1, 8, 1), cell(7, 9, 2)] });
    expect(boxes[1]!.x).toBeGreaterThan(boxes[0]!.x);
    expect(boxes[1]!.y).toBeGreaterThan(boxes[0]!.y);
  });

  test('names each class by whole numbers that leave nothing out', () => {
    expect(classRanges([2, 5, 9])).toEqual([
      { level: 1, from: 1, to: 2 },
      { level: 2, from: 3, to: 5 },
      { level: 3, from: 6, to: 9 },
    ]);
  });

  test('tells the busiest hour, and none where nobody came', () => {
    expect(busiest([cell(1, 8, 1), cell(2, 9, 4), cell(3, 9, null)])).toMatchObject({ weekday: 2, hour: 9 });
    expect(busiest([cell(1, 8, 0), cell(2, 9, null)])).toBeUndefined();
  });
});
