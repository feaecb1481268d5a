import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { at } from '../../tests/builders.ts';
import { visitKinds } from '../vocabulary/index.ts';
import { countVisits, measuredRate, tripsOfCase } from './visit-count.ts';
import { type Arrival, mergeArrivals } from './visit-merging.ts';

const arrival = (time: string, changes: Partial<Arrival> = {}): Arrival => ({
  personId: 'p',
  placeId: 'hall',
  at: at(`2026-11-23 ${time}`),
  kind: 'counter',
  caseIds: ['c'],
  ...changes,
});
const countOf = (arrivals: readonly Arrival[], definition: '2017' | '2019' = '2019', countsKiosk = false) =>
  countVisits(mergeArrivals(arrivals), 'c', { definition, countsKiosk });

describe('a visit', () => {
  test('is ticket and check-in within two hours, counted once', () => {
    expect(countOf([arrival('09:00'), arrival('09:20'), arrival('11:00')]).counted).toBe(1);
    expect(countOf([arrival('09:00'), arrival('11:01')]).counted).toBe(2);
  });

  test('does not grow with a chain of arrivals', () => {
    expect(countOf([arrival('09:00'), arrival('10:30'), arrival('12:00')]).counted).toBe(2);
  });

  test('is of one person at one place', () => {
    expect(
      mergeArrivals([arrival('09:00'), arrival('09:01', { placeId: 'library' }), arrival('09:02', { personId: 'q' })]),
    ).toHaveLength(3);
  });

  test('counts once for each case that it was for', () => {
    const visits = mergeArrivals([arrival('09:00', { caseIds: ['c', 'd'] }), arrival('09:30', { caseIds: ['d'] })]);
    expect(visits).toHaveLength(1);
    expect(['c', 'd', 'e'].map((id) => countVisits(visits, id, { definition: '2019' }).counted)).toEqual([1, 1, 0]);
  });

  test('to collect counts by the wording of 2019, not by that of 2017', () => {
    const arrivals = [arrival('09:00'), arrival('15:00', { kind: 'collection' })];
    expect(countOf(arrivals, '2019').counted).toBe(2);
    expect(countOf(arrivals, '2017')).toMatchObject({ counted: 1, collections: 1 });
  });

  test('to a kiosk or locker is shown apart, unless the setting counts it', () => {
    const arrivals = [arrival('09:00', { kind: 'kiosk' }), arrival('15:00', { kind: 'locker' })];
    expect(countOf(arrivals)).toMatchObject({ counted: 0, apart: 2 });
    expect(countOf(arrivals, '2019', true).counted).toBe(2);
  });
});

describe('how many trips a case took (RATE-4)', () => {
  const nothing = { counted: 0, apart: 0, collections: 0 };
  const rule = { definition: '2019' } as const;

  test('without evidence is unknown, never none', () => {
    expect(tripsOfCase(nothing, null, rule)).toEqual({ trips: null, isDisputed: false });
    expect(tripsOfCase({ ...nothing, apart: 1 }, null, rule).trips).toBeNull();
    expect(tripsOfCase(nothing, 0, rule)).toEqual({ trips: 0, isDisputed: false });
  });

  test('is the higher of answer and records, listed where they disagree', () => {
    expect(tripsOfCase({ ...nothing, counted: 2 }, 1, rule)).toEqual({ trips: 2, isDisputed: true });
    expect(tripsOfCase({ ...nothing, counted: 1 }, 3, rule)).toEqual({ trips: 3, isDisputed: true });
    expect(tripsOfCase({ ...nothing, counted: 1 }, 1, rule)).toEqual({ trips: 1, isDisputed: false });
  });

  test('is the answer alone where nothing was recorded, which is unknown and contradicts nothing', () => {
    expect(tripsOfCase(nothing, 3, rule)).toEqual({ trips: 3, isDisputed: false });
    expect(tripsOfCase({ ...nothing, apart: 1 }, 1, rule)).toEqual({ trips: 1, isDisputed: false });
  });

  test('by the wording of 2017 a recorded collection is taken off the answer', () => {
    expect(tripsOfCase({ counted: 1, apart: 0, collections: 1 }, 2, { definition: '2017' })).toEqual({
      trips: 1,
      isDisputed: false,
    });
  });

  test('the measured rate stands beside its coverage', () => {
    expect(measuredRate([0, 1, 2, null])).toEqual({ onceOrLess: 2, known: 3, finished: 4, isComputable: true });
    expect(measuredRate([null, null])).toEqual({ onceOrLess: 0, known: 0, finished: 2, isComputable: false });
  });

  const arrivals = fc.array(
    fc.record({
      personId: fc.constantFrom('p', 'q'),
      placeId: fc.constantFrom('hall', 'office'),
      at: fc.nat(3_000).map((minutes) => new Date(at('2026-11-23 00:00').getTime() + minutes * 60_000)),
      kind: fc.constantFrom(...visitKinds),
      caseIds: fc.subarray(['c', 'd']),
    }),
    { maxLength: 20 },
  );

  property('no arrival is lost and none makes two visits', arrivals, (given) => {
    const visits = mergeArrivals(given);
    for (const one of given) {
      const covering = visits.filter(
        (visit) =>
          visit.personId === one.personId &&
          visit.placeId === one.placeId &&
          visit.startedAt <= one.at &&
          one.at <= visit.lastSeenAt,
      );
      expect(covering).toHaveLength(1);
    }
  });

  property(
    'the order in which arrivals are recorded does not matter, and the wording of 2019 never counts fewer',
    arrivals,
    (given) => {
      expect(countOf([...given].reverse())).toEqual(countOf(given));
      expect(countOf(given, '2019').counted).toBeGreaterThanOrEqual(countOf(given, '2017').counted);
    },
  );
});
