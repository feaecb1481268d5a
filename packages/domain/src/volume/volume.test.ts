import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { settleFigures, type VolumeChoice } from './figure.ts';
import { monthAt, monthIndex, settleVolumes, type VolumeFacts } from './settle-volumes.ts';

describe('the cases of a matter in one month', () => {
  const card = { source: 'card', cases: 30 };
  const desk = { source: 'desk', cases: 7 };

  test('are what the only source says; nobody said anything is no source', () => {
    expect(settleFigures(5, [], undefined)).toEqual({ cases: 5, state: 'single', own: 5, used: ['own'] });
    expect(settleFigures(0, [card], undefined)).toMatchObject({ cases: 30, state: 'single', own: 0 });
    expect(settleFigures(0, [], undefined)).toMatchObject({ cases: 0, state: 'none', used: [] });
  });

  test('a reported 0 is a report, and ours at 0 does not contradict', () => {
    expect(settleFigures(0, [{ source: 'card', cases: 0 }], undefined)).toMatchObject({ cases: 0, state: 'single' });
  });

  test('of two sources without a choice ours count, else who reported first, and the month stays open', () => {
    expect(settleFigures(5, [card], undefined)).toMatchObject({ cases: 5, state: 'open', used: ['own'] });
    expect(settleFigures(0, [card, desk], undefined)).toMatchObject({ cases: 30, state: 'open', used: ['card'] });
  });

  test('the choice decides: one of them, or all together', () => {
    expect(settleFigures(5, [card, desk], 'desk')).toMatchObject({ cases: 7, state: 'chosen', own: 0 });
    expect(settleFigures(5, [card, desk], 'sum')).toMatchObject({ cases: 42, state: 'summed', own: 5 });
  });

  test('a choice of a source that says nothing that month decides nothing', () => {
    expect(settleFigures(5, [desk], 'card')).toMatchObject({ cases: 5, state: 'open' });
  });
});

describe('the volumes of all matters over a period', () => {
  test('begin and end with their months, over the turn of a year too', () => {
    expect(monthAt(monthIndex('2025-12') + 1)).toBe('2026-01');
    const facts: VolumeFacts = {
      first: '2025-12',
      months: 2,
      counted: ['2025-11', '2025-12', '2026-01', '2026-02'].map((month) => ({ matterId: 'a', month, value: 10 })),
      reported: [{ matterId: 'b', month: '2026-01', source: 'card', cases: 3 }],
      choices: [],
    };
    expect(settleVolumes(facts)).toEqual([
      { matterId: 'a', volume: 20, own: 20, openMonths: 0 },
      { matterId: 'b', volume: 3, own: 0, openMonths: 0 },
    ]);
  });

  test('a later choice takes the place of an earlier one, a choice of the month that of the matter', () => {
    const choose = (...choices: readonly VolumeChoice[]): number | undefined =>
      settleVolumes({
        first: '2026-01',
        months: 1,
        counted: [{ matterId: 'a', month: '2026-01', value: 1 }],
        reported: [{ matterId: 'a', month: '2026-01', source: 'card', cases: 10 }],
        choices,
      })[0]?.volume;
    const always = (take: string) => ({ matterId: 'a', month: null, take });
    expect(choose(always('card'), always('sum'))).toBe(11);
    expect(choose({ matterId: 'a', month: '2026-01', take: 'card' }, always('sum'))).toBe(10);
    expect(choose({ matterId: 'b', month: null, take: 'sum' })).toBe(1);
  });

  const month = fc.integer({ min: 0, max: 5 }).map((past) => monthAt(monthIndex('2025-10') + past));
  const matterId = fc.constantFrom('a', 'b', 'c');
  const cases = fc.nat(9);
  const unique = <T>(arbitrary: fc.Arbitrary<T>, keyOf: (one: T) => string) =>
    fc.uniqueArray(arbitrary, { selector: keyOf, maxLength: 30 });
  const facts = fc.record({
    first: month,
    months: fc.integer({ min: 1, max: 5 }),
    counted: unique(fc.record({ matterId, month, value: cases }), (one) => one.matterId + one.month),
    reported: unique(
      fc.record({ matterId, month, source: fc.constantFrom('card', 'desk'), cases }),
      (one) => one.matterId + one.month + one.source,
    ),
    choices: fc.array(
      fc.record({
        matterId,
        month: fc.option(month),
        take: fc.constantFrom('own', 'sum', 'card', 'desk'),
      }),
      { maxLength: 8 },
    ),
  });

  property('are the sum of what each month by itself comes to', facts, (given) => {
    const sums = new Map(settleVolumes(given).map((one) => [one.matterId, one]));
    for (const id of ['a', 'b', 'c']) {
      const slow = slowSum(id, given);
      const fast = sums.get(id) ?? { volume: 0, own: 0, openMonths: 0 };
      expect({ volume: fast.volume, own: fast.own, openMonths: fast.openMonths }).toEqual(slow);
    }
  });
});

/** Month by month, with every list searched from its beginning. */
function slowSum(id: string, { first, months, counted, reported, choices }: VolumeFacts) {
  const sum = { volume: 0, own: 0, openMonths: 0 };
  for (let past = 0; past < months; past += 1) {
    const month = monthAt(monthIndex(first) + past);
    const is = (one: { matterId: string; month: string | null }) => one.matterId === id && one.month === month;
    const always = choices.findLast((one) => one.matterId === id && one.month === null);
    const settled = settleFigures(
      counted.find(is)?.value ?? 0,
      reported.filter(is),
      (choices.findLast(is) ?? always)?.take,
    );
    sum.volume += settled.cases;
    sum.own += settled.own;
    sum.openMonths += settled.state === 'open' ? 1 : 0;
  }
  return sum;
}
