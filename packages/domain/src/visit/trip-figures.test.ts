import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { heatScale, isOpenIn, slotAt, slotKey, slotOf } from './arrival-heat.ts';
import { tallyCase, type TalliedCase } from './case-tally.ts';
import { brokenPromises } from './kept-promise.ts';
import { arrivalTimeRefusals, belongsTo, linkRefusals } from './pre-case-arrival.ts';
import { savedByLimit, savedTrips } from './saved-trips.ts';
import { bucketOf, measuresOf, noTrips, rateOf } from './trip-buckets.ts';

const decided: TalliedCase = {
  caseId: 'c',
  status: 'delivered',
  month: '2026-03',
  declared: 1,
  visits: [],
  answer: null,
};
const visit = (kind: 'counter' | 'collection' | 'kiosk', ...reasons: ('missing-material' | 'submit')[]) => ({
  kinds: new Set([kind]),
  reasons,
});

describe('what a decided case adds to the figures', () => {
  test('is unknown without evidence, by both definitions', () => {
    expect(tallyCase(decided)?.trips).toEqual({ '2017': null, '2019': null });
    expect(tallyCase({ ...decided, visits: [visit('kiosk')] })).toMatchObject({
      trips: { '2019': null },
      usedKiosk: true,
    });
  });

  test('is nothing for what has no result of its own', () => {
    for (const status of ['refused', 'withdrawn', 'expired', 'voided', 'removed', 'handling'] as const)
      expect(tallyCase({ ...decided, status })).toBeNull();
  });

  test('names causes only where it took more than one trip', () => {
    const once = tallyCase({ ...decided, visits: [visit('counter', 'missing-material')] });
    expect(once?.causes).toEqual([]);
    const twice = tallyCase({
      ...decided,
      visits: [visit('counter', 'submit', 'missing-material'), visit('collection')],
      answer: { trips: 2, cause: 'system' },
    });
    expect(twice?.causes).toEqual(['missing-material', 'system', 'collection']);
  });

  test('more than declared is counted apart by each definition; two trips without a reason say so', () => {
    const tally = tallyCase({ ...decided, visits: [visit('counter'), visit('counter')] })!;
    expect(measuresOf(tally)).toEqual([
      { measure: '2017.2', sum: 1 },
      { measure: '2017.sum', sum: 2 },
      { measure: '2017.over', sum: 1 },
      { measure: '2019.2', sum: 1 },
      { measure: '2019.sum', sum: 2 },
      { measure: '2019.over', sum: 1 },
      { measure: 'cause.unstated', sum: 1 },
    ]);
  });

  test('has one bucket for each number of trips', () => {
    expect([null, 0, 1, 2, 3, 20].map(bucketOf)).toEqual(['unknown', '0', '1', '2', '3+', '3+']);
  });
});

describe('a promise that is not kept', () => {
  const matter = (code: string, twice: number, once: number, over = twice, declared: number | null = 1) => ({
    code,
    declared,
    over,
    distribution: { ...noTrips, '1': once, '2': twice },
  });

  test('needs enough known cases and more than the share of second trips; the most affected come first', () => {
    const found = brokenPromises([
      matter('few', 10, 10),
      matter('at-the-line', 20, 80),
      matter('over-the-line', 21, 79),
      matter('worse', 40, 10),
      matter('not-promised', 40, 10, 40, 2),
      matter('not-stated', 40, 10, 0, null),
    ]);
    expect(found.map(({ code }) => code)).toEqual(['worse', 'over-the-line']);
  });

  test('no known case is neither kept nor broken, and no rate', () => {
    expect(brokenPromises([matter('none', 0, 0)], { leastKnown: 0, mostBroken: { part: 1, of: 5 } })).toEqual([]);
    expect(rateOf({ ...noTrips, unknown: 5 })).toEqual({ onceOrLess: 0, known: 0, finished: 5, isComputable: false });
  });
});

describe('trips saved in a year', () => {
  const asked = { yearlyCases: 1_000, declaredBefore: 2, declaredAfter: 1 };

  test('are measured where thirty known cases stand on each side, otherwise estimated, otherwise unknown', () => {
    const [before, after] = [
      { trips: 60, known: 30 },
      { trips: 33, known: 30 },
    ];
    expect(savedTrips({ ...asked, before, after })).toEqual({ basis: 'measured', trips: 900 });
    expect(savedTrips({ ...asked, before, after: { trips: 29, known: 29 } })).toEqual({
      basis: 'estimated',
      trips: 1_000,
    });
    const few = { trips: 0, known: 0 };
    expect(savedTrips({ ...asked, declaredBefore: null, before: few, after: few })).toEqual({
      basis: 'unknown',
      trips: null,
    });
  });

  const shape = { unknown: fc.nat(50), '0': fc.nat(50), '1': fc.nat(50), '2': fc.nat(50), '3+': fc.nat(50) };
  property(
    'where no case goes beyond a number any more are those beyond it, case by case',
    fc.record({ distribution: fc.record(shape), more: fc.nat(200), most: fc.nat(3), yearlyCases: fc.nat(10_000) }),
    ({ distribution, more, most, yearlyCases }) => {
      const { '0': none, '1': one, '2': two, '3+': many } = distribution;
      const known = none + one + two + many;
      // The first of the many took all the trips that are above three each.
      const cases = [
        [0, none],
        [1, one],
        [2, two],
        [3, many],
      ].flatMap(([trips = 0, times = 0]) =>
        Array.from({ length: times }, (_, index) => trips + (trips === 3 && index === 0 ? more : 0)),
      );
      const trips = cases.reduce((sum, one) => sum + one, 0);
      const beyond = cases.reduce((sum, one) => sum + Math.max(0, one - most), 0);
      const expected = known < 30 || most > 2 ? null : Math.floor((yearlyCases * beyond) / known);
      expect(savedByLimit({ yearlyCases, distribution, trips, most })).toBe(expected);
    },
  );

  const side = fc.record({ trips: fc.nat(100_000), known: fc.integer({ min: 30, max: 100_000 }) });
  property(
    'change their sign when before and after change places',
    fc.record({ yearlyCases: fc.nat(1_000_000), before: side, after: side }),
    ({ yearlyCases, before, after }) => {
      const there = savedTrips({ ...asked, yearlyCases, before, after }).trips!;
      const back = savedTrips({ ...asked, yearlyCases, before: after, after: before }).trips!;
      expect(there + back).toBe(0);
    },
  );
});

describe('an arrival before there was a case', () => {
  const arrival = { personId: 'p', matterId: 'm', at: new Date('2026-03-01T02:00:00Z') };
  const claiming = { id: 'c', personId: 'p', matterId: 'm', submittedAt: new Date('2026-03-31T02:00:00Z') };

  test('counts for the same person and matter until thirty days later', () => {
    expect(belongsTo(arrival, claiming)).toBe(true);
    expect(belongsTo(arrival, { ...claiming, submittedAt: new Date('2026-03-31T02:00:01Z') })).toBe(false);
    expect(belongsTo(arrival, { ...claiming, submittedAt: new Date('2026-03-01T01:59:59Z') })).toBe(false);
    expect(belongsTo(arrival, { ...claiming, matterId: 'n' })).toBe(false);
    expect(belongsTo({ ...arrival, personId: null }, claiming)).toBe(false);
  });

  test('is linked once and to nobody else, each refusal named', () => {
    expect(linkRefusals({ ...arrival, caseId: null }, claiming)).toEqual([]);
    expect(linkRefusals({ ...arrival, personId: null, caseId: null }, claiming)).toEqual([]);
    const wrong = linkRefusals({ ...arrival, personId: 'q', caseId: 'd' }, claiming);
    expect(wrong.map(({ code }) => code)).toEqual(['arrival.linked-elsewhere', 'arrival.other-person']);
  });

  test('is not of the future and not of long ago', () => {
    const now = new Date('2026-03-31T02:00:00Z');
    expect(arrivalTimeRefusals(new Date('2026-03-31T02:00:01Z'), now)[0]?.code).toBe('arrival.in-future');
    expect(arrivalTimeRefusals(new Date('2026-02-28T02:00:00Z'), now)[0]?.code).toBe('arrival.too-late');
    expect(arrivalTimeRefusals(arrival.at, now)).toEqual([]);
  });
});

describe('arrivals by weekday and hour', () => {
  test('are of the university’s own clock, over midnight and the year', () => {
    expect(slotAt(new Date('2026-12-31T15:59:59Z'), 'Asia/Shanghai')).toEqual({
      month: '2026-12',
      weekday: 4,
      hour: 23,
    });
    expect(slotKey(slotAt(new Date('2026-12-31T16:00:00Z'), 'Asia/Shanghai'))).toBe('2027-01 5 00');
    expect(slotOf('2027-01 5 00')).toEqual({ month: '2027-01', weekday: 5, hour: 0 });
  });

  property(
    'every value has a class, a larger one never a lower one, and none is none',
    fc.array(fc.nat(50)),
    (values) => {
      const scale = heatScale(values);
      const sorted = [...values].sort((a, b) => a - b).map((value) => scale.classOf(value));
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      expect(scale.classOf(0)).toBe(0);
      for (const value of values) expect(scale.classOf(value) > 0).toBe(value > 0);
      expect(scale.bounds.length).toBeLessThanOrEqual(5);
    },
  );

  test('DASH-3 tell an hour in which nobody came from one that was closed', () => {
    const office = [{ days: 'working-days', from: '08:30', until: '11:30' }] as const;
    const isOpen = (weekday: number, hour: number) => isOpenIn(office, { weekday, hour });
    expect([7, 8, 11, 12].map((hour) => isOpen(5, hour))).toEqual([false, true, true, false]);
    expect(isOpen(6, 9)).toBe(false);
    expect(isOpenIn([{ days: 'every-day', from: '00:00', until: '24:00' }], { weekday: 7, hour: 23 })).toBe(true);
  });
});
