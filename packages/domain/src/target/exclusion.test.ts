import { expect } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { addDays } from '../calendar/index.ts';
import { decideExclusion, excludesOn, isReviewOverdue, type Exclusion } from './index.ts';

const firstDay = '2026-01-01';
const days = 120;
const dayAt = (index: number): string => addDays(firstDay, index);

const anySteps = fc.array(
  fc.record({
    day: fc.nat(days - 1),
    action: fc.constantFrom('approve', 'refuse', 'review', 'end' as const),
    /** Days until the next review. */
    ahead: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 12 },
);
type Steps = typeof anySteps extends fc.Arbitrary<infer T> ? T : never;

const requested = (day: number): Exclusion => ({
  ...{ code: 'M', reason: 'other', evidence: '依据', status: 'requested', requestedBy: 'a', approver: null },
  ...{ from: null, reviewOn: dayAt(day + 30), endedOn: null },
});

/** What is stored after the steps until a day: the open one last; a step that does not fit changes nothing. */
function replay(steps: Steps, until: number): readonly Exclusion[] {
  let rows: readonly Exclusion[] = [requested(0)];
  for (const { day, action, ahead } of steps.filter((step) => step.day <= until)) {
    const open = rows.at(-1)!;
    // Whoever is refused or has ended asks again.
    if (open.status === 'refused' || open.status === 'ended') rows = [...rows, requested(day)];
    const current = rows.at(-1)!;
    const wish = { action, by: 'b', note: '理由', reviewOn: dayAt(day + ahead), today: dayAt(day) };
    const decided = decideExclusion(current, wish);
    if (!decided.ok) continue;
    const { next, renewed } = decided;
    rows = [...rows.slice(0, -1), { ...current, ...next }, ...(renewed === null ? [] : [{ ...current, ...renewed }])];
  }
  return rows;
}

property(
  'of every day that was, what is stored today says the same as what was stored in the evening of that day',
  anySteps.map((steps) => [...steps].sort((a, b) => a.day - b.day)),
  (steps) => {
    const now = replay(steps, days);
    for (let index = 0; index < days; index += 1) {
      const [then, day] = [replay(steps, index), dayAt(index)];
      const told = (rows: readonly Exclusion[]) => ({
        holds: rows.filter((row) => excludesOn(row, day)).length,
        isOverdue: rows.some((row) => isReviewOverdue(row, day)),
      });
      expect({ day, ...told(now) }).toEqual({ day, ...told(then) });
      expect(told(now).holds).toBeLessThanOrEqual(1);
    }
  },
);
