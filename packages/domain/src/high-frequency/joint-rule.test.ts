import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { byJointRule } from './joint-rule.ts';

const volumes = [
  { code: 'leave', volume: 100 },
  { code: 'dorm', volume: 30 },
  { code: 'library', volume: 0 },
  { code: 'card', volume: 7 },
];
const leaving = new Map([['leave', ['dorm', 'library', 'gone']]]);

describe('cases of a 一件事', () => {
  test('count once for each component that is published', () => {
    expect(byJointRule(volumes, leaving, 'components')).toEqual([
      { code: 'leave', volume: 0 },
      { code: 'dorm', volume: 130 },
      { code: 'library', volume: 100 },
      { code: 'card', volume: 7 },
    ]);
  });

  test('or count once for it as a whole', () => {
    expect(byJointRule(volumes, leaving, 'as-one')).toEqual(volumes);
  });

  test('stay where they are when none of its components is published', () => {
    expect(byJointRule(volumes, new Map([['leave', ['gone']]]), 'components')).toEqual(volumes);
  });

  const catalog = fc.record({
    volumes: fc.array(fc.nat(1_000), { minLength: 4, maxLength: 12 }),
    joint: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
  });

  property('are never counted both ways', catalog, ({ volumes: cases, joint }) => {
    const rows = cases.map((volume, index) => ({ code: `M${index}`, volume }));
    const whole = rows.at(-1);
    const components = joint.map((index) => `M${index}`).filter((code) => code !== whole?.code);
    const counted = byJointRule(rows, new Map([[whole?.code ?? '', components]]), 'components');
    const added = counted.map(({ volume }, index) => volume - (cases[index] ?? 0));
    if (components.length === 0) return expect(added.every((one) => one === 0)).toBe(true);
    expect(counted.at(-1)?.volume).toBe(0);
    const gained = added.slice(0, -1);
    expect(gained.filter((one) => one !== 0)).toEqual(
      (whole?.volume ?? 0) === 0 ? [] : components.map(() => whole?.volume),
    );
  });
});
