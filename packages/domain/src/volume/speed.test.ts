import { expect, test } from '@jest/globals';
import { highFrequencySet } from '../high-frequency/index.ts';
import { monthAt, monthIndex, settleVolumes, type VolumeFacts } from './settle-volumes.ts';

const [matters, months] = [5_000, 36];

/** 180,000 figures of our own, and 45,000 that were reported, half of them of months that we counted too. */
function largeFacts(): VolumeFacts {
  const ids = Array.from(
    { length: matters },
    (_, index) => `0190a0b1-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );
  const over = Array.from({ length: months }, (_, past) => monthAt(monthIndex('2023-12') + past));
  const rows = ids.flatMap((matterId, at) => over.map((month, past) => ({ matterId, month, at, past })));
  return {
    first: over[0]!,
    months,
    counted: rows.map(({ matterId, month, at, past }) => ({ matterId, month, value: (at * 7919 + past) % 97 })),
    reported: rows
      .filter(({ at }) => at % 4 === 0)
      .map(({ matterId, month, at }) => ({ matterId, month, source: 'card', cases: at % 50 })),
    choices: ids.slice(0, 50).map((matterId) => ({ matterId, month: null, take: 'sum' })),
  };
}

/** What is the least that can be done with the figures: look each up and add it. */
function addUp({ counted, reported }: VolumeFacts): number {
  const sums = new Map<string, number>();
  for (const { matterId, value } of counted) sums.set(matterId, (sums.get(matterId) ?? 0) + value);
  for (const { matterId, cases } of reported) sums.set(matterId, (sums.get(matterId) ?? 0) + cases);
  return sums.size;
}

function fastest(work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 15; run += 1) {
    const began = performance.now();
    work();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

test('the set of 5,000 matters over 36 months costs little more than adding its figures up', () => {
  const facts = largeFacts();
  const compute = () =>
    highFrequencySet(settleVolumes(facts).map(({ matterId, volume }) => ({ code: matterId, volume })));
  expect(compute().isComputable).toBe(true);
  // Both take some milliseconds, together at some moment, so that a busy machine slows both.
  expect(fastest(compute)).toBeLessThan(12 * fastest(() => addUp(facts)));
});
