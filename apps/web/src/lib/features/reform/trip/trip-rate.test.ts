import { describe, expect, test } from '@jest/globals';
import { barParts, rateOf, rateText } from './trip-rate.ts';
import { readTripQuery, withTrips } from './trip-query.ts';
import { tripCsv } from './trip-csv.ts';
import type { TripOverviewData } from '@yitang/contract';

const some = { unknown: 5, '0': 1, '1': 1, '2': 1, '3+': 0 };
const none = { unknown: 5, '0': 0, '1': 0, '2': 0, '3+': 0 };

describe('the measured rate in words', () => {
  test('is rounded down, and not said at all where nothing is known', () => {
    expect(rateText(rateOf(some))).toBe('66.66%');
    expect(rateText(rateOf(none))).toBeUndefined();
  });

  test('is drawn of the known cases alone', () => {
    expect(barParts(some).map(({ bucket, x, width }) => [bucket, x, width])).toEqual([
      ['0', 0, 33.33],
      ['1', 33.33, 33.33],
      ['2', 66.67, 33.33],
      ['3+', 100, 0],
    ]);
    expect(barParts(none)).toEqual([]);
  });
});

test('period and definition stay in the address', () => {
  const query = readTripQuery(new URLSearchParams('asOf=2026-11-01&months=6&definition=2017&show=over'));
  expect(withTrips('/reform/trips', query)).toBe('/reform/trips?asOf=2026-11-01&months=6&definition=2017');
});

test('the downloaded table says not computable, never 0, and names period and definition in each row', () => {
  const row = { code: 'A', name: '=甲', department: '乙', declared: null, isBroken: false };
  const figures = { distribution: none, trips: 0, over: 0, disputed: 0, kiosk: 0 };
  const overview = {
    matters: [{ ...row, ...figures }],
    firstMonth: '2025-11',
    lastMonth: '2026-10',
    definition: '2019',
    isDemo: true,
  } as unknown as TripOverviewData;
  const [, line = ''] = tripCsv(overview).split('\r\n');
  expect(line).toContain('不可计算');
  expect(line).toContain("'=甲");
  expect(line).toContain('2025-11 至 2026-10,2019,演示数据');
});
