import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { at, zone } from '../../tests/builders.ts';
import { caseStatuses, ratingLevels } from '../vocabulary/index.ts';
import { decideRating, mayRate, type RatingCommand } from './rating.ts';
import { ratingTags } from './rating-tags.ts';

const finished = { status: 'delivered' as const, finishedAt: at('2026-11-01 10:00') };
const time = { now: at('2026-11-23 10:00'), zone };
const command = (changes: Partial<RatingCommand> = {}): RatingCommand => ({
  isApplicant: true,
  level: 1,
  tags: [],
  ...changes,
});
const refusalsOf = (changes: Partial<RatingCommand>): unknown => {
  const decision = decideRating(finished, command(changes), time);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
};

describe('rating a case (RATE-1)', () => {
  test('two taps are enough: a level; what is not said of trips is unknown (RATE-4)', () => {
    expect(decideRating(finished, command(), time)).toEqual({
      ok: true,
      rating: { level: 1, tags: [], text: null, trips: null, tripCause: null },
      isBad: false,
    });
  });

  test('a cause of more trips is taken with two trips or more, and refused with fewer or none said', () => {
    const told = decideRating(finished, { ...command(), trips: 2, tripCause: 'system' }, time);
    expect(told).toMatchObject({ ok: true, rating: { trips: 2, tripCause: 'system' } });
    for (const trips of [undefined, 0, 1])
      expect(decideRating(finished, { ...command(), trips, tripCause: 'system' }, time)).toEqual({
        ok: false,
        refusals: [{ code: 'rating.cause-without-trips', field: 'tripCause' }],
      });
  });

  test('不满意 and 非常不满意 are bad ratings (RATE-2)', () => {
    const bad = ratingLevels.filter((level) => {
      const decision = decideRating(finished, command({ level }), time);
      return decision.ok && decision.isBad;
    });
    expect(bad).toEqual([4, 5]);
  });

  test('tags belong to their level', () => {
    expect(decideRating(finished, command({ level: 5, tags: ['unfriendly', 'slow', 'slow'] }), time)).toMatchObject({
      rating: { tags: ['slow', 'unfriendly'] },
    });
    expect(refusalsOf({ level: 1, tags: ['slow'] })).toEqual(['rating.unknown-tag']);
  });

  test('trips are 0 to 20', () => {
    expect([0, 20].map((trips) => refusalsOf({ trips }))).toEqual([[], []]);
    expect([-1, 21, 0.5, Number.NaN].map((trips) => refusalsOf({ trips }))).toEqual(
      Array(4).fill(['rating.impossible-trips']),
    );
  });

  test('all that is wrong is told at once', () => {
    const tags = ['slow', 'unclear-guide', 'too-many-papers', 'too-many-trips', 'unfriendly', 'hard-pages'];
    expect(refusalsOf({ level: 4, tags, trips: 99, text: '\u0000' })).toEqual([
      'rating.too-many-tags',
      'rating.impossible-trips',
      'field.control-characters',
    ]);
    expect(refusalsOf({ level: 6 })).toEqual(['rating.unknown-level']);
  });

  test('only the applicant rates (RATE-3)', () => {
    expect(refusalsOf({ isApplicant: false, level: 9 })).toEqual(['case.not-yours']);
  });

  test('it can be changed until its last day, thirty days after the decision', () => {
    expect(mayRate(finished, { ...time, now: at('2026-12-01 23:59') })).toBe(true);
    expect(mayRate(finished, { ...time, now: at('2026-12-02 00:00') })).toBe(false);
    expect(decideRating(finished, command(), { ...time, ratingDays: 10 })).toMatchObject({
      refusals: [{ code: 'rating.closed', params: { lastDay: '2026-11-11' } }],
    });
  });

  test('only decided cases are rated', () => {
    const rateable = caseStatuses.filter((status) => mayRate({ ...finished, status }, time));
    expect(rateable).toEqual(['approved', 'declined', 'delivered']);
    expect(mayRate({ status: 'approved', finishedAt: null }, time)).toBe(false);
  });

  property(
    'whatever is sent, a rating that is kept is one that the page could have sent',
    fc.record({
      isApplicant: fc.constant(true),
      level: fc.integer({ min: -1, max: 7 }),
      tags: fc.array(fc.string()),
      text: fc.string({ unit: 'binary' }),
      trips: fc.double(),
    }),
    (sent) => {
      const decision = decideRating(finished, sent, time);
      if (!decision.ok) return expect(decision.refusals.length).toBeGreaterThan(0);
      const { level, tags, trips } = decision.rating;
      expect(ratingTags[level] as readonly string[]).toEqual(expect.arrayContaining([...tags]));
      expect(Number.isSafeInteger(trips)).toBe(true);
    },
  );
});
