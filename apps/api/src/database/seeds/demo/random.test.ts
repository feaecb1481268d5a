import { describe, expect, test } from '@jest/globals';
import { createRandom, runningSums } from './random.ts';
import { seedId } from './seed-id.ts';

describe('seeded choices', () => {
  test('one seed gives one sequence, another seed another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('a fork does not move its parent', () => {
    const parent = createRandom(1);
    const undisturbed = createRandom(1);
    parent.fork('part').next();
    expect(parent.next()).toBe(undisturbed.next());
  });

  test('weights are kept: nothing of weight 0 is ever drawn, a double weight comes about twice as often', () => {
    const random = createRandom('weights');
    const sums = runningSums([0, 1, 2, 0]);
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 3_000; draw += 1) counts[random.weighted(sums)]! += 1;
    expect(counts[0]).toBe(0);
    expect(counts[3]).toBe(0);
    expect(counts[2]! / counts[1]!).toBeGreaterThan(1.7);
    expect(counts[2]! / counts[1]!).toBeLessThan(2.3);
  });

  test('integers reach both ends', () => {
    const random = createRandom('ends');
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(1, 3)));
    expect([...seen].sort()).toEqual([1, 2, 3]);
    expect(() => random.pick([])).toThrow(RangeError);
  });

  test('ids are valid version 7, repeatable, and sort by time', () => {
    const at = Date.UTC(2026, 0, 1);
    expect(seedId(1, 'a', at)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seedId(1, 'a', at)).toBe(seedId(1, 'a', at));
    expect(seedId(1, 'a', at)).not.toBe(seedId(2, 'a', at));
    expect(seedId(1, 'z', at) < seedId(1, 'a', at + 1)).toBe(true);
  });
});
