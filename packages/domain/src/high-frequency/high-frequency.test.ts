import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { highFrequencySet, type MatterVolume } from './high-frequency.ts';

const volumesOf = (...volumes: readonly number[]): MatterVolume[] =>
  volumes.map((volume, index) => ({ code: `M${index}`, volume }));
const codesIn = (volumes: readonly MatterVolume[]): string[] =>
  highFrequencySet(volumes)
    .rows.filter((row) => row.isHighFrequency)
    .map(({ code }) => code);

/** The definition read word by word: add the largest that is left until four fifths are reached, then all of its size. */
function slowSet(volumes: readonly MatterVolume[]): Set<string> {
  const total = volumes.reduce((sum, { volume }) => sum + BigInt(volume), 0n);
  const chosen = new Set<string>();
  if (total === 0n) return chosen;
  let [sum, last] = [0n, 0];
  while (5n * sum < 4n * total) {
    const rest = volumes.filter(({ code }) => !chosen.has(code));
    const largest = rest.reduce((best, next) => (next.volume > best.volume ? next : best));
    chosen.add(largest.code);
    sum += BigInt(largest.volume);
    last = largest.volume;
  }
  for (const { code, volume } of volumes) if (volume === last && volume > 0) chosen.add(code);
  return chosen;
}

describe('high-frequency matters (105号)', () => {
  test('are the largest that together reach four fifths', () => {
    expect(codesIn(volumesOf(50, 25, 10, 10, 5))).toEqual(['M0', 'M1', 'M2', 'M3']);
  });

  test('exactly four fifths is reached', () => {
    expect(codesIn(volumesOf(60, 20, 15, 5))).toEqual(['M0', 'M1']);
  });

  test('the matter that crosses the line is in', () => {
    const { rows } = highFrequencySet(volumesOf(79, 20, 1));
    expect(rows.map(({ isHighFrequency, isBoundary }) => [isHighFrequency, isBoundary])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
  });

  test('matters as large as the boundary are all in, and marked', () => {
    const { rows } = highFrequencySet(volumesOf(70, 10, 10, 10));
    expect(rows.map(({ isHighFrequency, isBoundary, isTied }) => [isHighFrequency, isBoundary, isTied])).toEqual([
      [true, false, false],
      [true, true, true],
      [true, false, true],
      [true, false, true],
    ]);
  });

  test('a matter without a case is never high-frequency; without any case there is no set', () => {
    expect(codesIn(volumesOf(5, 0, 0))).toEqual(['M0']);
    expect(highFrequencySet(volumesOf(0, 0))).toMatchObject({ total: 0, setSize: 0, isComputable: false });
    expect(highFrequencySet([])).toEqual({ total: 0, setSize: 0, isComputable: false, rows: [] });
  });

  test('ranks are shared, shares are rounded down', () => {
    const { rows } = highFrequencySet(volumesOf(1, 1, 1));
    expect(rows.map(({ rank, share, cumulativeShare }) => [rank, share, cumulativeShare])).toEqual([
      [1, 3333, 3333],
      [1, 3333, 6666],
      [1, 3333, 10000],
    ]);
  });

  test('what is no count is a fault of the caller', () => {
    expect(() => highFrequencySet(volumesOf(1.5))).toThrow(RangeError);
    expect(() => highFrequencySet(volumesOf(-1))).toThrow(RangeError);
  });

  const random = fc
    .array(fc.oneof(fc.nat(3), fc.nat(50), fc.nat(100_000)), { maxLength: 60 })
    .map((volumes) => volumesOf(...volumes));

  property('agree with the definition read word by word', random, (volumes) => {
    expect(new Set(codesIn(volumes))).toEqual(slowSet(volumes));
  });

  property(
    'do not depend on the order of the list',
    fc.tuple(random, fc.infiniteStream(fc.nat())),
    ([volumes, keys]) => {
      const shuffled = volumes.map((volume) => ({ volume, key: keys.next().value as number }));
      shuffled.sort((a, b) => a.key - b.key);
      expect(highFrequencySet(shuffled.map(({ volume }) => volume))).toEqual(highFrequencySet(volumes));
    },
  );

  property('reach the line, and without the smallest volume among them do not', random, (volumes) => {
    const { rows, total } = highFrequencySet(volumes);
    const inside = rows.filter((row) => row.isHighFrequency);
    const sum = (list: readonly MatterVolume[]): number => list.reduce((all, { volume }) => all + volume, 0);
    if (total === 0) return expect(inside).toEqual([]);
    expect(5 * sum(inside)).toBeGreaterThanOrEqual(4 * total);
    const smallest = inside.at(-1)?.volume ?? 0;
    expect(5 * sum(inside.filter(({ volume }) => volume > smallest))).toBeLessThan(4 * total);
  });

  test('two thousand matters are ranked', () => {
    const volumes = Array.from({ length: 2_000 }, (_, index) => ({
      code: `M${index}`,
      volume: (index * 7919) % 1_000,
    }));
    expect(new Set(codesIn(volumes))).toEqual(slowSet(volumes));
  });
});
