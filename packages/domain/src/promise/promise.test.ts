import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { property } from '../../../../tests/support/property.ts';
import { proposalStates } from '../vocabulary/index.ts';
import type { AuditedCase, GuidePromise } from './audited-case.ts';
import { findingsOf } from './case-findings.ts';
import { ninthDecile } from './day-histogram.ts';
import { defaultHealthRule, judgeMatter } from './judge.ts';
import { isProposalPending, nextProposalState, proposalActions } from './proposal-lifecycle.ts';
import { expectedEffect, measureEffect, proposeChanges } from './propose.ts';
import { createTally } from './tally.ts';

const promise: GuidePromise = {
  promisedDays: 5,
  visitsOnSite: 1,
  steps: 3,
  materials: new Map([
    ['photo', 'applicant'],
    ['status', 'shared'],
  ]),
};
const kept: AuditedCase = {
  isDecided: true,
  usedDays: 3,
  isExtended: false,
  isLate: false,
  stages: 2,
  corrections: [],
  trips: 1,
  foundClosed: false,
  isOnline: false,
  isSinceOnline: false,
};
const ask = (field: string, kind: 'material' | 'answer' = 'material') => ({ kind, field, reason: '请补交' });
const reasonsOf = (changes: Partial<AuditedCase>, given = promise) =>
  findingsOf({ ...kept, ...changes }, given).map(({ reason }) => reason);
const tallyOf = (cases: readonly Partial<AuditedCase>[]) => {
  const tally = createTally();
  for (const changes of cases) tally.add({ ...kept, ...changes }, promise);
  return tally.result();
};
const many = (count: number, changes: Partial<AuditedCase> = {}) => Array.from({ length: count }, () => changes);
const beside = { begun: 0, abandoned: 0 };

describe('a case held against its guide', () => {
  test('that kept every promise has no finding', () => {
    expect(reasonsOf({})).toEqual([]);
  });

  test.each([
    ['decided too late', { isLate: true }, 'late'],
    ['sent through more stages than told', { stages: 4 }, 'extra-steps'],
    ['came to a closed counter', { foundClosed: true }, 'counter-closed'],
    ['took more trips than declared', { trips: 2 }, 'extra-trips'],
    ['asked for a material that the guide does not list', { corrections: [[ask('stamp')]] }, 'unlisted-material'],
    ['asked for what the university has', { corrections: [[ask('status')]] }, 'unneeded-material'],
    ['asked twice for the same', { corrections: [[ask('photo')], [ask('photo')]] }, 'asked-again'],
    ['over the counter though the matter is online', { isSinceOnline: true }, 'counter-only'],
  ] as const)('%s', (_what, changes, reason) => {
    expect(reasonsOf(changes as Partial<AuditedCase>)).toEqual([reason]);
  });

  test('of which nothing is known, or whose guide states nothing, differs in nothing', () => {
    expect(reasonsOf({ usedDays: null, isLate: null, stages: null, trips: null })).toEqual([]);
    const silent = { promisedDays: null, visitsOnSite: null, steps: null, materials: null };
    expect(reasonsOf({ isLate: true, stages: 9, trips: 9, corrections: [[ask('stamp')]] }, silent)).toEqual([]);
  });

  test('asked for one thing in two ways counts as one case of it', () => {
    const { items } = tallyOf([{ corrections: [[ask('photo'), ask('photo')], [ask('photo')]], isOnline: true }]);
    expect(items.get('material/photo')).toMatchObject({ cases: 1, atCounter: 0 });
  });
});

describe('nine of ten', () => {
  test('are decided within a number of days that a case really took; of no case there is none', () => {
    expect(ninthDecile(new Map())).toBeNull();
    expect(
      ninthDecile(
        new Map([
          [3, 9],
          [20, 1],
        ]),
      ),
    ).toBe(3);
    expect(
      ninthDecile(
        new Map([
          [3, 8],
          [20, 2],
        ]),
      ),
    ).toBe(20);
  });

  property('by nearest rank of the sorted cases', fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (all) => {
    const counts = new Map<number, number>();
    for (const days of all) counts.set(days, (counts.get(days) ?? 0) + 1);
    const sorted = [...all].sort((a, b) => a - b);
    expect(ninthDecile(counts)).toBe(sorted[Math.ceil((9 * all.length) / 10) - 1]);
  });
});

describe('the health of a matter', () => {
  test('is good, in need of attention or broken, with every reason and what it is measured against', () => {
    expect(judgeMatter(tallyOf(many(20)), beside)).toEqual({ state: 'good', reasons: [], ninthDecile: 3 });
    expect(judgeMatter(tallyOf([...many(60), { isLate: true }]), beside)).toMatchObject({
      state: 'attention',
      reasons: [{ reason: 'late', state: 'attention', cases: 1, of: 61 }],
    });
    const inTime = judgeMatter(tallyOf([...many(27), ...many(3, { isLate: true, usedDays: 9 })]), beside);
    expect([inTime.state, inTime.ninthDecile]).toEqual(['attention', 3]);
    expect(judgeMatter(tallyOf([...many(17), ...many(3, { isLate: true })]), beside)).toMatchObject({
      state: 'broken',
      reasons: [{ reason: 'late', state: 'broken', cases: 3, of: 20 }],
    });
  });

  test('cannot be told from a few cases, which is not good', () => {
    expect(judgeMatter(tallyOf(many(3)), beside).state).toBe('unknown');
    expect(judgeMatter(tallyOf([]), beside).state).toBe('unknown');
    expect(judgeMatter(tallyOf(many(2, { isLate: true })), beside).state).toBe('attention');
  });

  test('names what is asked for again and again, and applications that are begun and left', () => {
    const tally = tallyOf([...many(50), ...many(10, { corrections: [[ask('photo')]] })]);
    expect(judgeMatter(tally, { begun: 20, abandoned: 12 }).reasons).toEqual([
      { reason: 'abandoned-online', state: 'attention', cases: 12, of: 20 },
      { reason: 'often-corrected', state: 'attention', cases: 10, of: 60 },
    ]);
  });

  const cases = fc.array(
    fc.record({ isLate: fc.boolean(), trips: fc.option(fc.nat(3)), foundClosed: fc.boolean(), stages: fc.nat(5) }),
    { maxLength: 40 },
  );
  property('is the same in whatever order the cases come, and no count exceeds what it is of', cases, (given) => {
    const judged = judgeMatter(tallyOf(given), beside);
    expect(judgeMatter(tallyOf([...given].reverse()), beside)).toEqual(judged);
    for (const { cases: found, of } of judged.reasons) expect(found).toBeLessThanOrEqual(of);
    const isBroken = judged.reasons.some(({ state }) => state === 'broken');
    expect(judged.state === 'broken').toBe(isBroken);
    if (isBroken) expect(given.length).toBeGreaterThanOrEqual(defaultHealthRule.minimumCases);
  });
});

describe('what is asked for too often', () => {
  const guide = completeContent().guide;
  const corrected = (field: string, kind: 'material' | 'answer' = 'material') => ({
    corrections: [[ask(field, kind)]],
  });

  test('becomes a proposal that fits the guide', () => {
    const tally = tallyOf([
      ...many(40),
      ...many(14, corrected('photo')),
      ...many(13, corrected('status')),
      ...many(12, corrected('stamp')),
      ...many(11, corrected('phone', 'answer')),
      ...many(9, corrected('other')),
    ]);
    expect(proposeChanges(tally, guide).map(({ kind, item, effect }) => [kind, item, effect.cases])).toEqual([
      ['add-sample', 'material/photo', 14],
      ['stop-asking', 'material/status', 13],
      ['list-material', 'material/stamp', 12],
      ['check-in-form', 'answer/phone', 11],
    ]);
  });

  test('costs trips that are measured where enough are known, and estimated otherwise', () => {
    const item = { cases: 60, atCounter: 50, known: 40, trips: 80 };
    expect(expectedEffect(item, { known: 140, trips: 180 })).toEqual({ cases: 60, savedTrips: 60, isMeasured: true });
    expect(expectedEffect({ ...item, known: 29 }, { known: 140, trips: 180 })).toMatchObject({
      savedTrips: 50,
      isMeasured: false,
    });
    expect(expectedEffect({ ...item, trips: 20 }, { known: 140, trips: 180 }).savedTrips).toBe(0);
  });

  test('is measured again after the guide was published, unless there are too few cases', () => {
    const before = { cases: 20, of: 100 };
    expect(measureEffect({ before, after: { cases: 2, of: 50 } })).toBe('better');
    expect(measureEffect({ before, after: { cases: 10, of: 50 } })).toBe('same');
    expect(measureEffect({ before, after: { cases: 11, of: 50 } })).toBe('worse');
    expect(measureEffect({ before, after: { cases: 0, of: 29 } })).toBe('too-few-cases');
  });
});

describe('the life of a proposal', () => {
  test('begins open, and every state can be reached', () => {
    const reached = new Set(['open']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const state of proposalStates.filter((one) => reached.has(one)))
        for (const action of proposalActions) {
          const next = nextProposalState(state, action);
          if (next !== undefined) reached.add(next);
        }
    }
    expect([...reached].sort()).toEqual([...proposalStates].sort());
  });

  test('has no dead end while it is pending', () => {
    for (const state of proposalStates.filter(isProposalPending)) {
      expect(proposalActions.some((action) => nextProposalState(state, action) !== undefined)).toBe(true);
    }
  });
});
