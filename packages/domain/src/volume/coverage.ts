import type { CivilMonth } from '../vocabulary/index.ts';

/**
 * What is known of a department in a month. Of its matters those are expected that another system has reported before,
 * or in that month: who has begun to report goes on. `own`: only our counters have anything, and nothing else is
 * expected. `nothing`: nobody has said anything; that is unknown, and not 0.
 */
export type CoverageState = 'complete' | 'partial' | 'missing' | 'own' | 'nothing';

export interface CoverageCell {
  readonly month: CivilMonth;
  readonly state: CoverageState;
  readonly reported: number;
  readonly expected: number;
}

export interface CoverageRow {
  readonly departmentId: string;
  readonly matters: number;
  readonly cells: readonly CoverageCell[];
}

export interface CoverageFacts {
  readonly months: readonly CivilMonth[];
  readonly matters: readonly { readonly id: string; readonly departmentId: string }[];
  /** Of the months, and of earlier ones from which it shows who reports. */
  readonly reported: readonly { readonly matterId: string; readonly month: CivilMonth }[];
  readonly counted: readonly { readonly matterId: string; readonly month: CivilMonth; readonly value: number }[];
}

/**
 * How a matter stands in a month. `unasked`: no other system has reported it until then, so that nobody is expected to do
 * so now.
 */
export type ReportStanding = 'reported' | 'owed' | 'unasked';

/** The months of which another system has reported a matter. */
export interface Reporting {
  readonly said: ReadonlySet<CivilMonth>;
  readonly since: CivilMonth;
}

/** By matter; a matter that nobody has reported is absent. */
export function reportingOf(reported: CoverageFacts['reported']): ReadonlyMap<string, Reporting> {
  const saidIn = new Map<string, Set<CivilMonth>>();
  for (const { matterId, month } of reported) saidIn.set(matterId, (saidIn.get(matterId) ?? new Set()).add(month));
  return new Map([...saidIn].map(([matterId, said]) => [matterId, { said, since: earliest(said) }]));
}

export function standingIn(month: CivilMonth, reporting: Reporting | undefined): ReportStanding {
  if (reporting === undefined || reporting.since > month) return 'unasked';
  return reporting.said.has(month) ? 'reported' : 'owed';
}

/** Which departments have reported which months, in the order of the matters given. */
export function coverageOf({ months, matters, reported, counted }: CoverageFacts): CoverageRow[] {
  const reportings = reportingOf(reported);
  const departmentOf = new Map(matters.map(({ id, departmentId }) => [id, departmentId]));
  const own = new Set(
    counted.filter(({ value }) => value > 0).map(({ matterId, month }) => `${departmentOf.get(matterId)} ${month}`),
  );
  return [...Map.groupBy(matters, ({ departmentId }) => departmentId)].map(([departmentId, of]) => {
    const begun = of.flatMap(({ id }) => reportings.get(id) ?? []);
    const cells = months.map((month): CoverageCell => {
      const standings = begun.map((reporting) => standingIn(month, reporting));
      const done = standings.filter((standing) => standing === 'reported').length;
      const expected = done + standings.filter((standing) => standing === 'owed').length;
      const state = stateOf(done, expected, own.has(`${departmentId} ${month}`));
      return { month, state, reported: done, expected };
    });
    return { departmentId, matters: of.length, cells };
  });
}

function stateOf(reported: number, expected: number, hasOwn: boolean): CoverageState {
  if (expected === 0) return hasOwn ? 'own' : 'nothing';
  if (reported === expected) return 'complete';
  return reported === 0 ? 'missing' : 'partial';
}

const earliest = (months: ReadonlySet<CivilMonth>): CivilMonth => [...months].reduce((a, b) => (a < b ? a : b));
