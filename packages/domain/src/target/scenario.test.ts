import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import {
  applySteps,
  declaredSaving,
  decideExclusion,
  evaluateTarget,
  excludesOn,
  findCheckFaults,
  findShortestWays,
  isReviewOverdue,
  readScenarioStep,
  stepsAgainst,
  writeScenarioStep,
  type Exclusion,
  type Numerator,
  type TargetMatter,
} from './index.ts';
import { anyMatters, facts, matter, target } from '../../../../tests/support/target-cases.ts';

describe('what if', () => {
  test('post, locker or the net take away the trip for collecting', () => {
    const before = matter('A', { visits: 2, channels: ['counter'], delivery: ['counter'] });
    expect(applySteps(before, [{ kind: 'deliver' }]).visits).toBe(1);
    expect(applySteps(matter('A', { visits: 1, delivery: ['counter', 'post'] }), [{ kind: 'deliver' }]).visits).toBe(1);
    expect(applySteps({ ...before, visits: null }, [{ kind: 'deliver' }]).visits).toBeNull();
  });

  test('the last paper takes away the trip for handing in, where one can apply on the net', () => {
    const paper = (key: string) => ({ key, name: key, isAsked: true, isPaper: true });
    const before = matter('A', { visits: 1, isOnline: false, depth: 1, materials: [paper('a'), paper('b')] });
    const drop = (key: string) => ({ kind: 'drop', material: key }) as const;
    expect(applySteps(before, [drop('a'), drop('b')]).visits).toBe(1);
    expect(applySteps(before, [drop('a'), { kind: 'online' }]).visits).toBe(1);
    expect(applySteps(before, [drop('a'), drop('b'), { kind: 'online' }]).visits).toBe(0);
    expect(declaredSaving(before, applySteps(before, [drop('a')]), 100)).toEqual({ trips: 0, papers: 100 });
  });

  test('a number of trips that is set holds, and what is not stated saves nobody knows how much', () => {
    const before = matter('A', { visits: null });
    const after = applySteps(before, [{ kind: 'full' }, { kind: 'visits', visits: 1 }]);
    expect([after.visits, declaredSaving(before, after, 100).trips]).toEqual([1, null]);
    expect(declaredSaving(matter('A', { visits: 3 }), after, 100).trips).toBe(200);
  });

  test('an address says the same again, and what it cannot say is left out', () => {
    for (const text of ['DEMO.1~online', 'A~full', 'A~drop~id-card', 'A~visits~0'])
      expect(writeScenarioStep(...(Object.values(readScenarioStep(text) ?? {}) as [string, never]))).toBe(text);
    for (const text of [
      '',
      'A',
      'A~',
      'A~fly',
      'A~visits~-1',
      'A~visits~10',
      'A~online~1',
      'A~drop~',
      '甲~online',
      'A~drop~x~y',
    ])
      expect(readScenarioStep(text)).toBeUndefined();
  });

  property('the steps against a matter’s faults do away with every one of them', anyMatters, (all) => {
    const usual = { audience: 'all', trips: '2019', depth: 3 } as const;
    for (const checks of [['once'], ['online'], ['full'], ['mobile'], ['once', 'online'], ['full', 'mobile']] as const)
      for (const one of all) {
        const mended = applySteps(one, stepsAgainst(findCheckFaults(one, checks, usual), checks));
        expect(findCheckFaults(mended, checks, usual)).toEqual([]);
      }
  });
});

describe('the shortest way', () => {
  const figures = {
    volumeOf: ({ code }: TargetMatter) => Number(code.slice(1)) * 10,
    savesOf: (one: TargetMatter) => (one.visits === null ? null : one.visits * Number(one.code.slice(1))),
  };

  test('takes as many matters as are missing: those with fewest reasons, or those that save most trips', () => {
    const all = [
      matter('M9', { visits: 2 }),
      matter('M5', { visits: 3 }),
      matter('M1', { visits: null }),
      matter('M0'),
    ];
    const definition = target({ threshold: { num: 1, den: 2 }, numerators: [{ key: 'a', requires: ['once'] }] });
    const result = evaluateTarget(definition, facts(all));
    const ways = findShortestWays(
      result,
      { num: 1, den: 2 },
      { ...figures, volumeOf: ({ code }) => (code === 'M5' ? 99 : 1) },
    );
    expect([ways.size, ways.easiest[0]?.matter.code, ways.mostSaving[0]?.matter.code]).toEqual([1, 'M5', 'M9']);
  });

  const anyCase = fc.record({
    all: anyMatters,
    num: fc.integer({ min: 1, max: 6 }),
    numerators: fc.constantFrom<readonly Numerator[]>(
      [{ key: 'a', requires: ['once'] }],
      [{ key: 'a', requires: ['once', 'online'] }],
      [
        { key: 'a', requires: ['online'] },
        { key: 'b', requires: ['mobile'] },
      ],
    ),
  });

  property(
    'is as short as the shortest of all sets that were tried, arrives, and of these has fewest reasons or saves most trips',
    anyCase,
    ({ all, num, numerators }) => {
      const threshold = { num, den: 6 };
      const definition = target({ threshold, numerators });
      const result = evaluateTarget(definition, facts(all));
      if (result.state === 'not-computable') return;
      const ways = findShortestWays(result, threshold, figures);
      const mend = (codes: ReadonlySet<string>) =>
        evaluateTarget(
          definition,
          facts(all.map((one) => (codes.has(one.code) ? matter(one.code, { audiences: one.audiences }) : one))),
        ).state;
      const enough = Array.from({ length: 1 << all.length }, (_, bits) =>
        all.filter((__, at) => (bits & (1 << at)) !== 0),
      ).filter((some) => mend(new Set(some.map(({ code }) => code))) === 'met');
      expect(ways.size).toBe(Math.min(...enough.map((some) => some.length)));
      const shortest = enough.filter((some) => some.length === ways.size);
      const checks = numerators.flatMap(({ requires }) => requires);
      const faultsOf = (one: TargetMatter) =>
        new Set(checks.flatMap((check) => findCheckFaults(one, [check], definition))).size;
      const saved = (one: TargetMatter) => figures.savesOf(one) ?? 0;
      const ease = (one: TargetMatter) => figures.volumeOf(one) - 1_000_000 * faultsOf(one);
      const best = (worthOf: (one: TargetMatter) => number) =>
        Math.max(...shortest.map((some) => some.reduce((sum, one) => sum + worthOf(one), 0)));
      const worth = (way: typeof ways.easiest, worthOf: (one: TargetMatter) => number) =>
        way.reduce((sum, step) => sum + worthOf(step.matter), 0);
      expect(worth(ways.mostSaving, saved)).toBe(best(saved));
      expect(worth(ways.easiest, ease)).toBe(best(ease));
      for (const way of [ways.easiest, ways.mostSaving]) {
        expect(way).toHaveLength(ways.size);
        expect(mend(new Set(way.map((step) => step.matter.code)))).toBe('met');
      }
    },
  );
});

describe('特殊要求', () => {
  const asked: Exclusion = {
    code: 'A',
    reason: 'inspection-or-interview',
    evidence: '依据',
    status: 'requested',
    requestedBy: 'head',
    approver: null,
    from: null,
    reviewOn: '2026-12-31',
    endedOn: null,
  };
  const wish = { action: 'approve', by: 'officer', note: '', reviewOn: null, today: '2026-03-02' } as const;

  test('holds from its approval until its review is overdue or it ends', () => {
    const decided = decideExclusion(asked, wish);
    if (!decided.ok) throw new Error('refused');
    expect(
      ['2026-03-01', '2026-03-02', '2026-12-31', '2027-01-01'].map((day) => excludesOn(decided.next, day)),
    ).toEqual([false, true, true, false]);
    expect([isReviewOverdue(decided.next, '2026-12-31'), isReviewOverdue(decided.next, '2027-01-01')]).toEqual([
      false,
      true,
    ]);
    expect(excludesOn({ ...decided.next, endedOn: '2026-06-01' }, '2026-06-01')).toBe(false);
    expect(excludesOn(asked, '2026-03-02')).toBe(false);
  });

  test('is refused with every reason: own request, wrong status, no note, review in the past or too far', () => {
    const refusalsOf = (current: Exclusion, more: object) => {
      const decided = decideExclusion(current, { ...wish, ...more });
      return decided.ok ? [] : decided.refusals;
    };
    expect(refusalsOf(asked, { by: 'head', reviewOn: '2026-03-02' })).toEqual([
      'exclusion.own-request',
      'exclusion.review-past',
    ]);
    expect(refusalsOf(asked, { action: 'review', reviewOn: '2029-01-01' })).toEqual([
      'exclusion.status',
      'exclusion.note-missing',
      'exclusion.review-far',
    ]);
    expect(refusalsOf(asked, { action: 'refuse', note: '可以到场一次办完' })).toEqual([]);
  });
});
