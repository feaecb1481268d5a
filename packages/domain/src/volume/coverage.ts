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

/** Which departments have reported which months, in the order of the matters given. */
export function coverageOf({ months, matters, reported, counted }: CoverageFacts): CoverageRow[] {
  const saidIn = new Map<string, Set<CivilMonth>>();
  for (const { matterId, month } of reported) saidIn.set(matterId, (saidIn.get(matterId) ?? new Set()).add(month));
  const departmentOf = new Map(matters.map(({ id, departmentId }) => [id, departmentId]));
  const own = new Set(
    counted.filter(({ value }) => value > 0).map(({ matterId, month }) => `${departmentOf.get(matterId)} ${month}`),
  );
  return [...Map.groupBy(matters, ({ departmentId }) => departmentId)].map(([departmentId, of]) => {
    const reporting = of.flatMap(({ id }) => saidIn.get(id) ?? []).map((said) => ({ said, since: earliest(said) }));
    const cells = months.map((month): CoverageCell => {
      const expected = reporting.filter(({ since }) => since <= month);
      const done = expected.filter(({ said }) => said.has(month)).length;
      const state = stateOf(done, expected.length, own.has(`${departmentId} ${month}`));
      return { month, state, reported: done, expected: expected.length };
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
