import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { coverageOf, reportingOf, standingIn } from './coverage.ts';
import { decideReport, parseMonth, type ReportRow, type ReportWorld } from './report.ts';

const world = (standing: Readonly<Record<string, number>> = {}): ReportWorld => ({
  currentMonth: '2026-03',
  headerYear: undefined,
  isConfirmed: false,
  findMatter: (code) =>
    code === 'none' ? undefined : { id: code, departmentId: 'd', retiredOn: null, successor: null },
  mayReportFor: () => true,
  judgeSource: (source) => (source === 'card' ? 'allowed' : 'unknown'),
  findStanding: (matterId, month, source) => {
    const cases = standing[`${matterId} ${month} ${source}`];
    return cases === undefined ? undefined : { cases };
  },
});
const row = (more: Partial<ReportRow> = {}): ReportRow => ({
  ...{ matter: 'a', month: '2026-02', source: 'card', cases: '5', evidence: '报表', reason: '' },
  ...more,
});

test.each([
  ['2026-03', '2026-03'],
  ['2026年3月', '2026-03'],
  ['202603', '2026-03'],
  ['2026/3/1', '2026-03'],
  ['2026-13', undefined],
  ['2026-00', undefined],
  ['3月', undefined],
  ['', undefined],
])('the month %j is read as %j', (text, month) => {
  expect(parseMonth(text)).toBe(month);
});

test('where the header names the year the month alone is enough', () => {
  expect([parseMonth('3月', 2025), parseMonth('12', 2025), parseMonth('13', 2025)]).toEqual([
    '2025-03',
    '2025-12',
    undefined,
  ]);
});

describe('a report', () => {
  const text = fc.oneof(fc.constantFrom('', '-1', '1.5', '7', 'x', '99999999'), fc.string({ maxLength: 5 }));
  const rows = fc.array(
    fc.record({
      matter: fc.constantFrom('a', 'b', 'none', ''),
      month: fc.constantFrom('2026-02', '2026-01', '2026-03', '2027-01', '1999-01', 'x'),
      source: fc.constantFrom('card', 'other', 'own'),
      cases: text,
      evidence: fc.constantFrom('', '报表'),
      reason: fc.constantFrom('', '更正'),
    }),
    { maxLength: 6 },
  );

  property('is taken whole, with counts only and each month once, or not at all', rows, (given) => {
    const decided = decideReport(given, world({ 'a 2026-01 card': 3 }));
    if (!decided.ok) return expect(decided.faults.length).toBeGreaterThan(0);
    expect(decided.entries.length + decided.unchanged).toBe(given.length);
    for (const entry of decided.entries) {
      expect(Number.isSafeInteger(entry.cases) && entry.cases >= 0).toBe(true);
      expect(entry.month < '2026-03').toBe(true);
    }
    const keys = decided.entries.map((entry) => `${entry.matterId} ${entry.month} ${entry.source}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  property('sent again after it was taken changes nothing', rows, (given) => {
    const decided = decideReport(
      given.map((one) => ({ ...one, reason: '' })),
      world(),
    );
    if (!decided.ok) return;
    const standing = Object.fromEntries(
      decided.entries.map((entry) => [`${entry.matterId} ${entry.month} ${entry.source}`, entry.cases]),
    );
    const again = decideReport(
      given.map((one) => ({ ...one, reason: '' })),
      world(standing),
    );
    expect(again).toEqual({ ok: true, entries: [], unchanged: given.length });
  });

  test('our own counters are no source that somebody reports', () => {
    expect(decideReport([row({ source: 'own' })], world())).toMatchObject({ faults: [{ code: 'source.unknown' }] });
  });
});

describe('which months a department has reported', () => {
  const months = ['2025-12', '2026-01', '2026-02'];
  const matters = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, departmentId: at < 2 ? 'x' : id }));
  const cover = coverageOf({
    months,
    matters,
    reported: [
      { matterId: 'a', month: '2025-01' },
      { matterId: 'a', month: '2025-12' },
      { matterId: 'b', month: '2025-12' },
      { matterId: 'b', month: '2026-01' },
    ],
    counted: [
      { matterId: 'c', month: '2026-01', value: 4 },
      { matterId: 'a', month: '2026-02', value: 9 },
    ],
  });
  const states = Object.fromEntries(
    cover.map(({ departmentId, cells }) => [departmentId, cells.map(({ state }) => state)]),
  );

  test('who has begun to report goes on; half of it is half, and our own count does not stand in for it', () => {
    expect(states.x).toEqual(['complete', 'partial', 'missing']);
  });

  test('each matter stands for itself: who has not begun to report owes nothing', () => {
    const reporting = reportingOf([
      { matterId: 'b', month: '2026-01' },
      { matterId: 'b', month: '2025-12' },
    ]).get('b');
    expect(['2025-11', ...months].map((month) => standingIn(month, reporting))).toEqual([
      ...['unasked', 'reported', 'reported', 'owed'],
    ]);
    expect(standingIn('2026-02', undefined)).toBe('unasked');
  });

  test('where nobody reports our counters stand alone, and nothing at all is unknown, not 0', () => {
    expect(states.c).toEqual(['nothing', 'own', 'nothing']);
    expect(states.d).toEqual(['nothing', 'nothing', 'nothing']);
  });
});
