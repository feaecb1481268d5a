import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { contactOutcomes, surveyActions, surveyStatuses, type SurveyStatus } from '../vocabulary/index.ts';
import { allocateSample, type StratumSize } from './allocation.ts';
import { drawSample, frameHash, type FrameCase } from './draw.ts';
import { weightedInterval } from './interval.ts';
import { decideOutcome, type OutcomeNote } from './outcome.ts';
import { summariseSurvey } from './results.ts';
import { decideSurvey, surveyLifecycle } from './survey-lifecycle.ts';
import { decidePlan } from './survey-plan.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const codesOf = (decided: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  decided.ok ? [] : (decided.refusals ?? []).map(({ code }) => code);

const strata = fc
  .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 })
  .map((sizes) => sizes.map((population, index): StratumSize => ({ key: `s${index}`, population })));
const frames = fc
  .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 })
  .map((list) =>
    list.map((stratum, index): FrameCase => ({ number: `YT-${String(index).padStart(4, '0')}`, stratum })),
  );

describe('what is planned', () => {
  const plan = { firstDay: '2025-01-01', lastDay: '2025-12-31', size: 400, minimum: 1 };
  test('asks of a period of a year at most that is over', () => {
    expect(codesOf(decidePlan(plan, '2026-01-01'))).toEqual([]);
    expect(codesOf(decidePlan({ ...plan, lastDay: '2026-01-02', size: 0 }, '2026-01-01'))).toEqual([
      'survey.too-long',
      'survey.future',
      'survey.size-below-minimum',
    ]);
    expect(codesOf(decidePlan({ ...plan, lastDay: '2024-12-31' }, '2026-01-01'))).toEqual(['survey.dates']);
  });

  test('every status leads to an end, and nothing leaves a sample that was drawn but its close', () => {
    const ends = (status: SurveyStatus, seen: readonly SurveyStatus[] = []): boolean => {
      const next = Object.values(surveyLifecycle[status]).filter((one) => !seen.includes(one));
      return Object.keys(surveyLifecycle[status]).length === 0 || next.some((one) => ends(one, [...seen, status]));
    };
    expect(surveyStatuses.filter((status) => !ends(status))).toEqual([]);
    expect(surveyActions.filter((action) => decideSurvey('running', action).ok)).toEqual(['close']);
    expect(surveyActions.filter((action) => decideSurvey('closed', action).ok)).toEqual([]);
  });
});

describe('how a sample is shared out', () => {
  test('in proportion, with the minimum of each stratum first', () => {
    const shared = allocateSample(
      [
        { key: 'large', population: 900 },
        { key: 'small', population: 99 },
        { key: 'tiny', population: 1 },
      ],
      { size: 100, minimum: 2 },
    );
    expect(shared.ok && [...shared.drawn]).toEqual([
      ['large', 89],
      ['small', 10],
      ['tiny', 1],
    ]);
  });

  test('nothing is drawn of nothing, and too small a size is told what would do', () => {
    expect(allocateSample([{ key: 'a', population: 0 }], { size: 10, minimum: 1 })).toMatchObject({
      refusals: [{ code: 'survey.frame-empty' }],
    });
    expect(
      allocateSample(
        [
          { key: 'a', population: 5 },
          { key: 'b', population: 2 },
        ],
        { size: 4, minimum: 3 },
      ),
    ).toMatchObject({ refusals: [{ code: 'survey.size-below-minimum', subject: '5' }] });
  });

  property(
    'the whole size is used, no stratum gives more than it has or less than the minimum, larger ones never less',
    fc.record({ strata, size: fc.integer({ min: 0, max: 600 }), minimum: fc.integer({ min: 0, max: 5 }) }),
    (given) => {
      const shared = allocateSample(given.strata, given);
      if (!shared.ok) return;
      const all = given.strata.reduce((total, { population }) => total + population, 0);
      const drawn = given.strata.map((one) => ({ ...one, drawn: shared.drawn.get(one.key) ?? 0 }));
      expect(drawn.reduce((total, one) => total + one.drawn, 0)).toBe(Math.min(given.size, all));
      for (const one of drawn) {
        expect(one.drawn).toBeLessThanOrEqual(one.population);
        expect(one.drawn).toBeGreaterThanOrEqual(Math.min(one.population, given.minimum));
        for (const other of drawn)
          if (other.population < one.population) expect(other.drawn).toBeLessThanOrEqual(one.drawn);
      }
    },
  );

  property('the order in which strata come has no meaning', strata, (given) => {
    const rule = { size: 50, minimum: 1 };
    expect(allocateSample([...given].reverse(), rule)).toEqual(allocateSample(given, rule));
  });
});

describe('the draw', () => {
  const drawn = new Map([
    ['a', 4],
    ['b', 2],
  ]);

  property(
    'anyone with the frame and the seed draws the same cases, in whatever order the frame is written',
    fc.record({ frame: frames, seed: fc.string(), turn: fc.nat(60) }),
    ({ frame, seed, turn }) => {
      const turned = [...frame.slice(turn), ...frame.slice(0, turn)].reverse();
      const sample = drawSample(frame, { seed, drawn }, sha256);
      expect(drawSample(turned, { seed, drawn }, sha256)).toEqual(sample);
      expect(sample.map(({ no }) => no)).toEqual(sample.map((_, index) => index + 1));
      expect(new Set(sample.map(({ number }) => number)).size).toBe(sample.length);
      for (const [stratum, count] of [...drawn, ['c', 0] as const]) {
        const held = frame.filter((one) => one.stratum === stratum).length;
        expect(sample.filter((one) => one.stratum === stratum)).toHaveLength(Math.min(count, held));
      }
    },
  );

  test('can be done again by hand: the smallest hashes of seed, fingerprint and number', () => {
    const frame = ['YT-1', 'YT-2', 'YT-3', 'YT-4'].map((number) => ({ number, stratum: 'a' }));
    const fingerprint = sha256('YT-1\ta\nYT-2\ta\nYT-3\ta\nYT-4\ta\n');
    const byHand = frame
      .map(({ number }) => ({ number, rank: sha256(`2026-双色球|${fingerprint}|${number}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, 2);
    const sample = drawSample(frame, { seed: '2026-双色球', drawn: new Map([['a', 2]]) }, sha256);
    expect(sample.map(({ number }) => number)).toEqual(byHand.map(({ number }) => number));
    expect(frameHash(frame, sha256)).toBe(fingerprint);
  });

  test('one case more in the frame is another fingerprint', () => {
    const frame = [{ number: 'YT-1', stratum: 'a' }];
    expect(frameHash([...frame, { number: 'YT-2', stratum: 'a' }], sha256)).not.toBe(frameHash(frame, sha256));
  });
});

describe('what a call brought', () => {
  const answered: OutcomeNote = { outcome: 'answered', trips: 1, level: 2, causes: [] };
  const fresh = { known: null, reason: null };

  test('an answer names trips and level, and why where it took more than one', () => {
    expect(decideOutcome(answered, fresh)).toMatchObject({ ok: true, answer: { trips: 1, level: 2 } });
    expect(codesOf(decideOutcome({ ...answered, trips: null, level: null }, fresh))).toEqual([
      'outcome.trips-missing',
      'outcome.level-missing',
    ]);
    expect(codesOf(decideOutcome({ ...answered, trips: -1, level: 6 }, fresh))).toEqual([
      'outcome.trips-impossible',
      'outcome.level-unknown',
    ]);
    expect(codesOf(decideOutcome({ ...answered, trips: 2 }, fresh))).toEqual(['outcome.cause-missing']);
    expect(codesOf(decideOutcome({ ...answered, causes: ['system'] }, fresh))).toEqual(['outcome.cause-without-trips']);
  });

  test('who did not answer claims nothing, and a case that was not drawn has no outcome', () => {
    for (const outcome of contactOutcomes.filter((one) => one !== 'answered')) {
      expect(codesOf(decideOutcome({ ...answered, outcome }, fresh))).toEqual(['outcome.answers-without-contact']);
      expect(decideOutcome({ outcome, trips: null, level: null, causes: [] }, fresh).ok).toBe(true);
    }
    expect(codesOf(decideOutcome(answered, { known: undefined, reason: null }))).toEqual(['outcome.not-drawn']);
  });

  test('an outcome stands unless a reason is given; who was not reached may be called again', () => {
    expect(codesOf(decideOutcome(answered, { known: 'refused', reason: null }))).toEqual(['outcome.twice']);
    expect(decideOutcome(answered, { known: 'refused', reason: '录错一行' }).ok).toBe(true);
    expect(decideOutcome(answered, { known: 'unreached', reason: null }).ok).toBe(true);
  });
});

describe('the figures', () => {
  test('the interval of one stratum is that of Wilson', () => {
    // 80 of 100: the textbook gives 0.7112 to 0.8666.
    expect(weightedInterval([{ population: 1_000, valid: 100, yes: 80 }])).toEqual({
      estimate: 8_000,
      low: 7_111,
      high: 8_667,
    });
  });

  test('nobody answered: not computable; all said yes: 100 % with a doubt below', () => {
    expect(weightedInterval([{ population: 10, valid: 0, yes: 0 }])).toBeNull();
    expect(weightedInterval([{ population: 10, valid: 10, yes: 10 }])).toMatchObject({
      estimate: 10_000,
      high: 10_000,
    });
    expect(weightedInterval([{ population: 10, valid: 10, yes: 10 }])?.low).toBeLessThan(7_500);
  });

  test('a stratum counts as much as it has cases, however many answered', () => {
    const large = { population: 900, valid: 10, yes: 10 };
    const small = { population: 100, valid: 90, yes: 0 };
    expect(weightedInterval([large, small])?.estimate).toBe(9_000);
  });

  const answering = fc
    .record({ population: fc.integer({ min: 1, max: 5_000 }), valid: fc.nat(200), part: fc.nat(100) })
    .map(({ population, valid, part }) => {
      const counted = Math.min(valid, population);
      return { population, valid: counted, yes: Math.floor((counted * part) / 100) };
    });
  property('the estimate lies in its interval, and the interval in 0 to 100 %', fc.array(answering), (given) => {
    const interval = weightedInterval(given);
    if (interval === null) return void expect(given.every(({ valid }) => valid === 0)).toBe(true);
    const { low, estimate, high } = interval;
    expect([low >= 0, low <= estimate, estimate <= high, high <= 10_000]).toEqual([true, true, true, true]);
  });

  test('refusals stay out of the rates and in the response; few answers are not shown', () => {
    const silent = { stratum: 'a', trips: null, level: null, causes: [] };
    const results = summariseSurvey(
      [
        { key: 'a', population: 50, drawn: 5 },
        { key: 'b', population: 7, drawn: 1 },
      ],
      [
        { stratum: 'a', outcome: 'answered', trips: 1, level: 1, causes: [] },
        { stratum: 'a', outcome: 'answered', trips: 3, level: 4, causes: ['missing-material', 'collection'] },
        { ...silent, outcome: 'refused' },
        { ...silent, outcome: 'unreached' },
      ],
    );
    expect(results).toMatchObject({
      population: 57,
      drawn: 6,
      contacted: 4,
      outcomes: { answered: 2, refused: 1, invalid: 0, unreached: 1 },
      once: { yes: 1, valid: 2 },
      satisfied: { yes: 1, valid: 2 },
      uncovered: 7,
      causes: { 'missing-material': 1, collection: 1, system: 0 },
      isHidden: true,
    });
  });
});
