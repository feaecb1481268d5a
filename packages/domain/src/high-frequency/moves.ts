import type { HighFrequencyRow, HighFrequencySet } from './high-frequency.ts';

type Ranked = Pick<HighFrequencySet, 'total'> & { readonly rows: readonly HighFrequencyRow[] };

export interface SetMoves {
  /** Codes of the later set that were not in the earlier one, and the other way round. */
  readonly cameIn: readonly string[];
  readonly wentOut: readonly string[];
  /** Codes near the line of the later set, by rank: what may move next. */
  readonly near: readonly string[];
}

/** Places from the boundary, and parts of a hundred of the total, within which a matter is near the line. */
const nearRanks = 5;
const nearPercent = 1;

/** Who came into 高频事项 and who went out from one set to another, and who is near the line. */
export function compareSets(earlier: Ranked, later: Ranked): SetMoves {
  const [before, after] = [codesIn(earlier), codesIn(later)];
  return {
    cameIn: [...after].filter((code) => !before.has(code)),
    wentOut: [...before].filter((code) => !after.has(code)),
    near: nearLine(later),
  };
}

function codesIn({ rows }: Ranked): Set<string> {
  return new Set(rows.filter((row) => row.isHighFrequency).map(({ code }) => code));
}

function nearLine({ rows, total }: Ranked): string[] {
  const boundary = rows.findIndex((row) => row.isBoundary);
  if (boundary < 0) return [];
  const distance = (sum: number): number => Math.abs(500 * sum - 400 * total);
  return rows
    .filter((row, index) => {
      // A matter in the set is as near as the sum with it, one outside as the sum before it.
      const sum = row.isHighFrequency ? row.cumulative : row.cumulative - row.volume;
      return row.volume > 0 && (Math.abs(index - boundary) <= nearRanks || distance(sum) <= 5 * nearPercent * total);
    })
    .map(({ code }) => code);
}

/** `reaches`: before it the line was not reached. `tied`: as large as the boundary. */
export type MemberReason = 'reaches' | 'tied' | 'beyond' | 'no-cases';

export interface Explanation {
  readonly reason: MemberReason;
  /** Cases of all before it, and with it. */
  readonly before: number;
  readonly after: number;
  /** The comparison in integers: 5·Σ against 4·total. */
  readonly fiveBefore: number;
  readonly fiveAfter: number;
  readonly fourTotal: number;
}

/** Why a matter is in 高频事项 or not, with the integers that were compared. */
export function explainRow(row: HighFrequencyRow, total: number): Explanation {
  const before = row.cumulative - row.volume;
  const fourTotal = 4 * total;
  const reason =
    row.volume === 0 ? 'no-cases' : 5 * before < fourTotal ? 'reaches' : row.isHighFrequency ? 'tied' : 'beyond';
  return { reason, before, after: row.cumulative, fiveBefore: 5 * before, fiveAfter: 5 * row.cumulative, fourTotal };
}
