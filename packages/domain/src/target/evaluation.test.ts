import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import {
  contradictsTrips,
  declaredTrips,
  departmentShare,
  evaluateTarget,
  findCheckFaults,
  findTargetFaults,
  leastReaching,
  reaches,
  servesAllFour,
  sideFigures,
} from './index.ts';
import { anyMatters, facts, matter, target } from '../../../../tests/support/target-cases.ts';

const many = (count: number, once: number) =>
  Array.from({ length: count }, (_, index) => matter(`M${index}`, { visits: index < once ? 1 : 2 }));
const usual = { audience: 'all', trips: '2019', depth: 2 } as const;

describe('a target and one department', () => {
  const own = (more: Parameters<typeof matter>[1] = {}) => ({ ...more, departmentId: 'own' });

  test('a target of half of the matters asks nobody for more than half', () => {
    const half = target({ threshold: { num: 1, den: 2 } });
    const given = facts(['A', 'B', 'C'].map((code) => matter(code, own({ visits: code === 'C' ? 3 : 1 }))));
    expect(departmentShare(half, given, 'own')).toEqual({ good: 2, all: 2, lacking: [] });
  });

  test("others' matters neither help nor harm, and what is lacking is named", () => {
    const given = facts([matter('A', own({ visits: 3 })), matter('B', own()), ...many(8, 8)]);
    expect(departmentShare(target(), given, 'own')).toMatchObject({ good: 1, all: 2, lacking: [{ code: 'A' }] });
    expect(evaluateTarget(target(), given).state).toBe('met');
  });

  test('without a matter in the base, or of records, nobody is judged by it', () => {
    const given = facts([matter('A', own())], { excluded: new Set(['A']) });
    expect(departmentShare(target(), given, 'own')).toBeNull();
    expect(departmentShare(target(), given, 'nobody')).toBeNull();
    const records = target({}, { measure: { kind: 'records', requires: ['list-published'] } });
    expect(departmentShare(records, given, 'own')).toBeNull();
  });

  property('it has all that is asked exactly where the target of its matters alone is met', anyMatters, (matters) => {
    const share = departmentShare(target(), facts(matters), 'd');
    const { state } = evaluateTarget(target(), facts(matters));
    expect(share === null).toBe(state === 'not-computable');
    if (share === null) return;
    expect([share.good === share.all, share.lacking.length === 0]).toEqual([state === 'met', state === 'met']);
  });
});

describe('a target on a day', () => {
  test('80%以上 includes the figure itself, and one matter less misses it', () => {
    expect(evaluateTarget(target(), facts(many(5, 4))).state).toBe('met');
    expect(evaluateTarget(target(), facts(many(500, 399))).state).toBe('missed');
    const third = target({ threshold: { num: 1, den: 3 } });
    expect(evaluateTarget(third, facts(many(3, 1))).state).toBe('met');
  });

  test('of no matters, of no cases and before the first data nothing is computed, which is neither 0 nor 100 %', () => {
    expect(evaluateTarget(target(), facts([]))).toMatchObject({ state: 'not-computable', reason: 'no-matters' });
    expect(evaluateTarget(target(), facts(null)).reason).toBe('before-first-data');
    const high = target({ scope: 'high-frequency-current', excludesSpecial: false });
    expect(evaluateTarget(high, facts(many(3, 3))).reason).toBe('no-cases');
    const all = facts(many(2, 2), { excluded: new Set(['M0', 'M1']) });
    expect(evaluateTarget(target(), all)).toMatchObject({ state: 'not-computable', excluded: [{}, {}] });
  });

  test('特殊要求 leaves the base where the document says so, and stays where it does not', () => {
    const given = facts(many(5, 3), { excluded: new Set(['M4']) });
    expect(evaluateTarget(target({ threshold: { num: 3, den: 4 } }), given)).toMatchObject({ state: 'met' });
    const kept = evaluateTarget(target({ excludesSpecial: false, threshold: { num: 3, den: 4 } }), given);
    expect([kept.state, kept.base.length, kept.excluded.length]).toEqual(['missed', 5, 0]);
  });

  test('高频 targets look at the frozen or at the current set, and at nothing beside it', () => {
    const given = facts(many(5, 3), { frozen: new Set(['M0', 'M4', 'GONE']), current: new Set(['M0', 'M1']) });
    const on = (scope: 'high-frequency-frozen' | 'high-frequency-current') =>
      evaluateTarget(target({ scope, excludesSpecial: false, threshold: { num: 1, den: 1 } }), given);
    expect(on('high-frequency-current').state).toBe('met');
    expect(on('high-frequency-frozen').numerators[0]?.nonMembers.map((one) => one.matter.code)).toEqual(['M4']);
  });

  test('师生 alone: matters for parents and the public leave the base', () => {
    const given = facts([matter('A', { audiences: ['parent'], visits: 3 }), matter('B', { audiences: ['teacher'] })]);
    expect(evaluateTarget(target({}, { audience: 'campus' }), given).state).toBe('met');
    expect(evaluateTarget(target(), given).state).toBe('missed');
  });

  test('two shares have both to reach the line', () => {
    const numerators = [
      { key: 'online', requires: ['online'] },
      { key: 'mobile', requires: ['mobile'] },
    ] as const;
    const given = facts([matter('A'), matter('B', { isMobile: false })]);
    const result = evaluateTarget(target({ numerators, threshold: { num: 1, den: 1 } }), given);
    expect([result.state, ...result.numerators.map(({ state }) => state)]).toEqual(['missed', 'met', 'missed']);
  });

  test('records are there or not', () => {
    const filed = target({}, { measure: { kind: 'records', requires: ['task-force', 'matter-list'] } });
    expect(evaluateTarget(filed, facts([], { records: new Map([['task-force', null]]) })).state).toBe('missed');
    const evidence = { on: '2018-12-20', batch: null };
    const there = new Map([['task-force', null] as const, ['matter-list', evidence] as const]);
    expect(evaluateTarget(filed, facts([], { records: there }))).toMatchObject({
      state: 'met',
      records: [{ evidence: null }, { evidence }],
    });
    expect(servesAllFour([matter('A', { audiences: ['student', 'teacher', 'parent'] })])).toBe(false);
    expect(servesAllFour([matter('A', { audiences: ['student', 'teacher', 'parent', 'visitor'] })])).toBe(true);
  });

  property(
    'every matter of the scope is member, non-member or excluded, once, and non-members have reasons',
    anyMatters,
    (all) => {
      const excluded = new Set(all.slice(0, 2).map(({ code }) => code));
      const result = evaluateTarget(target(), facts(all, { excluded }));
      if (result.state === 'not-computable') return;
      const [once] = result.numerators;
      const codes = [
        ...(once?.members ?? []),
        ...(once?.nonMembers ?? []).map((one) => one.matter),
        ...result.excluded,
      ];
      expect(codes.map(({ code }) => code).sort()).toEqual(all.map(({ code }) => code).sort());
      expect(once?.nonMembers.every(({ faults }) => faults.length > 0)).toBe(true);
    },
  );

  const figures = fc.record({ whole: fc.integer({ min: 0, max: 6_000 }), den: fc.integer({ min: 1, max: 10_000 }) });
  property('the least part that reaches a fraction reaches it, and one less does not', figures, ({ whole, den }) => {
    for (const num of [1, Math.ceil(den / 3), den]) {
      const least = leastReaching(whole, { num, den });
      expect(reaches(least, whole, { num, den })).toBe(true);
      expect(least === 0 || !reaches(least - 1, whole, { num, den })).toBe(true);
    }
  });
});

describe('what a matter keeps', () => {
  const why = (more: Parameters<typeof matter>[1], check: 'once' | 'online' | 'full' | 'mobile', reading = {}) =>
    findCheckFaults(matter('A', more), [check], { ...usual, ...reading });

  test('trips that are not stated are not once, and are told as such', () => {
    expect(why({ visits: null }, 'once')).toEqual(['visits-unknown']);
    expect(why({ visits: 2 }, 'once')).toEqual(['visits-many']);
    expect(why({ visits: 1 }, 'once')).toEqual([]);
  });

  test('the wording of 2017 does not count the trip for collecting, that of 2019 does', () => {
    const twice = { visits: 2, channels: ['counter'], delivery: ['counter'] } as const;
    expect(why(twice, 'once')).toEqual(['visits-many']);
    expect(why(twice, 'once', { trips: '2017' })).toEqual([]);
    expect(declaredTrips(matter('A', { ...twice, visits: 1 }), '2017')).toBe(1);
    expect(declaredTrips(matter('A', { visits: 1, delivery: ['counter'] }), '2017')).toBe(0);
    expect(declaredTrips(matter('A', { ...twice, isInstant: true }), '2017')).toBe(2);
    expect(declaredTrips(matter('A', { ...twice, visits: null }), '2017')).toBeNull();
  });

  test('online needs an address that answers and a depth from the threshold on', () => {
    expect(why({ isOnline: false }, 'online')).toEqual(['not-online']);
    expect(why({ hasLink: false, depth: 1 }, 'online')).toEqual(['link-dead', 'depth-low']);
    expect(why({ depth: null }, 'online')).toEqual(['depth-unknown']);
    expect(why({ depth: 2 }, 'online')).toEqual([]);
    expect(why({ depth: 2 }, 'online', { depth: 3 })).toEqual(['depth-low']);
  });

  test('fully online is depth Ⅳ without any visit', () => {
    expect(why({ depth: 3, visits: 1 }, 'full')).toEqual(['depth-not-full', 'visits-not-zero']);
    expect(why({ visits: null }, 'full')).toEqual(['visits-unknown']);
    expect(why({}, 'full')).toEqual([]);
    expect(why({ isMobile: false }, 'mobile')).toEqual(['not-mobile']);
  });

  test('one trip by the declaration only, at a counter both ways, is told as a contradiction', () => {
    const counter = { visits: 1, channels: ['counter'], delivery: ['counter'] } as const;
    expect(contradictsTrips(matter('A', counter))).toBe(true);
    expect(contradictsTrips(matter('A', { ...counter, isInstant: true }))).toBe(false);
    expect(contradictsTrips(matter('A', { ...counter, delivery: ['counter', 'locker'] }))).toBe(false);
    expect(contradictsTrips(matter('A', { ...counter, visits: 2 }))).toBe(false);
  });

  property('by the wording of 2017 no matter takes more trips than by that of 2019', anyMatters, (all) => {
    for (const one of all) {
      const [short, long] = [declaredTrips(one, '2017'), declaredTrips(one, '2019')];
      expect(short === null ? long === null : long !== null && short <= long).toBe(true);
    }
  });
});

test('a definition is refused with every fault: more than all, no share or twice the same, exclusion where none is stated', () => {
  const wrong = target({
    scope: 'high-frequency-current',
    threshold: { num: 6, den: 5 },
    numerators: [
      { key: 'a', requires: ['once', 'online'] },
      { key: 'b', requires: ['online', 'once'] },
    ],
  });
  expect(findTargetFaults(wrong).map(({ code }) => code)).toEqual([
    'target.threshold',
    'target.same-numerator',
    'target.excludes-scope',
  ]);
  expect(findTargetFaults(target({ numerators: [] })).map(({ code }) => code)).toEqual(['target.numerators']);
  expect(findTargetFaults(target())).toEqual([]);
});

test('figures beside the targets are whole numbers, and say how many matters they could not count', () => {
  const all = [
    matter('A'),
    matter('B', { visits: 2, promisedDays: null }),
    matter('C', { visits: null, isInstant: true }),
  ];
  const figures = new Map(
    sideFigures({
      matters: all,
      reading: usual,
      excluded: new Set(),
      volumeOf: ({ code }) => ({ A: 70, B: 20, C: 10 })[code] ?? 0,
    }).map((one) => [one.key, one]),
  );
  expect(figures.get('once-by-volume')).toMatchObject({ part: 70, whole: 100, unknown: 1 });
  expect(figures.get('faster')).toMatchObject({ part: 10, whole: 20, unknown: 1 });
  expect(figures.get('instant')).toMatchObject({ part: 1, whole: 3 });
  expect(figures.get('shared-materials')).toMatchObject({ part: 0, whole: 0 });
});
