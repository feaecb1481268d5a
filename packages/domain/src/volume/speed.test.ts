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

test('the set of 5,000 matters over 36 months is there in a fraction of a second', () => {
  const facts = largeFacts();
  const compute = () =>
    highFrequencySet(settleVolumes(facts).map(({ matterId, volume }) => ({ code: matterId, volume })));
  const took: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const began = performance.now();
    expect(compute().isComputable).toBe(true);
    took.push(performance.now() - began);
  }
  // About 20 ms; the fastest run counts, and with room, since others work on this machine too.
  expect(Math.min(...took)).toBeLessThan(200);
});
