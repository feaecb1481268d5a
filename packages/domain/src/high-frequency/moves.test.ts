import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { canonicalJson } from './frozen-set.ts';
import { highFrequencySet } from './high-frequency.ts';
import { compareSets, explainRow } from './moves.ts';
import { academicYear, calendarYear } from './periods.ts';
import { completeMonthsUntil } from './counting-period.ts';

const volumes = fc
  .array(fc.nat(40), { maxLength: 30 })
  .map((list) => list.map((volume, at) => ({ code: `M${at}`, volume })));

describe('from one set to another', () => {
  property('who came in and who went out lead from the one to the other', fc.tuple(volumes, volumes), ([a, b]) => {
    const [earlier, later] = [highFrequencySet(a), highFrequencySet(b)];
    const { cameIn, wentOut } = compareSets(earlier, later);
    const codes = (set: typeof later) => set.rows.filter((row) => row.isHighFrequency).map(({ code }) => code);
    const led = [...codes(earlier).filter((code) => !wentOut.includes(code)), ...cameIn];
    expect(led.sort()).toEqual(codes(later).sort());
  });

  property('the boundary is always near, and a matter without a case never', volumes, (list) => {
    const set = highFrequencySet(list);
    const { near } = compareSets(set, set);
    const boundary = set.rows.find((row) => row.isBoundary);
    expect(near.includes(boundary?.code ?? '')).toBe(boundary !== undefined);
    for (const { code, volume } of set.rows) if (volume === 0) expect(near).not.toContain(code);
  });
});

property('the reason of a matter agrees with whether it is in', volumes, (list) => {
  const set = highFrequencySet(list);
  for (const row of set.rows) {
    const { reason, fiveBefore, fiveAfter, fourTotal } = explainRow(row, set.total);
    expect(['reaches', 'tied'].includes(reason)).toBe(row.isHighFrequency);
    expect(fiveAfter - fiveBefore).toBe(5 * row.volume);
    if (row.isBoundary) expect([fiveBefore < fourTotal, fiveAfter >= fourTotal]).toEqual([true, true]);
  }
});

test('a calendar year and an academic year are twelve whole months', () => {
  const months = ({ asOf, months: count }: ReturnType<typeof calendarYear>) => completeMonthsUntil(asOf, count).months;
  expect([months(calendarYear(2025))[0], months(calendarYear(2025))[11]]).toEqual(['2025-01', '2025-12']);
  expect([months(academicYear(2024))[0], months(academicYear(2024))[11]]).toEqual(['2024-09', '2025-08']);
});

describe('canonical JSON', () => {
  test('has names in order and no blanks, and takes no fractions', () => {
    expect(canonicalJson({ b: [1, null, '“'], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,null,"“"]}',
    );
    expect(() => canonicalJson({ share: 0.5 })).toThrow(RangeError);
  });

  property(
    'does not depend on the order in which names were written',
    fc.dictionary(fc.string(), fc.integer()),
    (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(given));
      expect(JSON.parse(canonicalJson(given))).toEqual(given);
    },
  );
});
