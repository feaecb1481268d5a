import { canonicalJson } from '../high-frequency/index.ts';
import type { CivilDate, CivilMonth, ExclusionReason } from '../vocabulary/index.ts';

/**
 * Everything that the papers of a package show, as it was on its day: papers are made of this alone, so that they can be
 * made again, the same to the byte. Times are the words of the university's clock, never instants.
 */
export interface FilingSnapshot {
  /** Changes when papers of the same facts would look different. */
  readonly format: typeof snapshotFormat;
  readonly university: string;
  readonly site: string;
  readonly isDemo: boolean;
  /** The catalog is that of this day. */
  readonly asOf: CivilDate;
  /** `2026-11-28 10:30`: when it was assembled, and until when reported volumes were recorded. */
  readonly assembledAt: string;
  readonly version: number;
  /** 备案号 of the package that came back and that this one stands for. */
  readonly replaces: string | null;
  readonly decree: FiledDecree | null;
  readonly catalog: FiledTable;
  /** In the order of the catalog: by department, then by code. */
  readonly matters: readonly FiledMatter[];
  readonly set: FiledSet | null;
  readonly targets: readonly FiledTarget[];
  readonly exclusions: readonly FiledExclusion[];
  readonly coverage: FiledCoverage;
}

export const snapshotFormat = 'yitang-filing-1';

/** Equal facts are equal bytes, whose hash then names them. @throws RangeError for a number that is not whole */
export const snapshotText = (snapshot: FilingSnapshot): string => canonicalJson(snapshot);

/** 工作专班成立文件. */
export interface FiledDecree {
  readonly number: string;
  readonly title: string;
  readonly issuedOn: CivilDate;
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string } | null;
}

/** Words and numbers, row by row. */
export interface FiledTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface FiledMatter {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly audiences: string;
  readonly promisedDays: number | null;
  /** null: not stated, which is not "at most one". */
  readonly visitsOnSite: number | null;
  /** Suspended on the day, so that no target counts it. */
  readonly isPaused: boolean;
  /** As the targets judge it on the day, by the usual reading. */
  readonly isOnline: boolean;
  readonly isFull: boolean;
  readonly isMobile: boolean;
  readonly phone: string | null;
}

export interface FiledSet {
  /** Number of the frozen set; null: it was counted for this package, which can't be filed. */
  readonly number: number | null;
  readonly year: number | null;
  readonly frozenAt: string | null;
  /** SHA-256 of the frozen set's own document. */
  readonly digest: string | null;
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  /** Until when reports were taken in, as words of the clock. */
  readonly recordedUntil: string;
  /** The rules it was counted by, as sentences. */
  readonly rules: readonly string[];
  readonly isComputable: boolean;
  readonly total: number;
  readonly setSize: number;
  /** By rank. */
  readonly rows: readonly FiledRank[];
}

export interface FiledRank {
  readonly rank: number;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly volume: number;
  /** Parts of ten thousand, rounded down. */
  readonly share: number;
  readonly cumulativeShare: number;
  readonly isHighFrequency: boolean;
  readonly isBoundary: boolean;
  readonly isTied: boolean;
}

export interface FiledTarget {
  readonly id: string;
  readonly title: string;
  /** The text of the demand, with its source. */
  readonly demand: string;
  /** The province's day; null: the target is the university's own. */
  readonly policyDate: CivilDate | null;
  readonly localDate: CivilDate;
  /** `80%`; empty where the demand is no share. */
  readonly threshold: string;
  readonly state: 'met' | 'missed' | 'not-computable';
  /** Why it can't be computed. */
  readonly why: string | null;
  /** What was counted: `全部事项`, `高频事项` … */
  readonly base: string;
  readonly denominator: number;
  /** One for each share that has to be reached; none where the demand is no share. */
  readonly numerators: readonly { readonly label: string; readonly count: number }[];
  /** Of a demand for papers: which are there. */
  readonly records: readonly { readonly label: string; readonly isThere: boolean }[];
  /** |X|: left out of the denominator by approval. */
  readonly excluded: number;
  /** Matters that don't meet it, with why. */
  readonly missed: readonly { readonly code: string; readonly name: string; readonly why: string }[];
}

export interface FiledExclusion {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly reason: ExclusionReason;
  readonly evidence: string;
  readonly approver: string | null;
  readonly approvedOn: CivilDate | null;
  readonly reviewOn: CivilDate | null;
  readonly isApproved: boolean;
}

/** Which department has reported which month; what was not reported is null, never 0. */
export interface FiledCoverage {
  readonly months: readonly CivilMonth[];
  readonly departments: readonly {
    readonly name: string;
    readonly cases: readonly (number | null)[];
    /** Months of which some of its matters are still owed. */
    readonly partial: readonly CivilMonth[];
  }[];
  /** Months of matters in which several sources stand against each other and nobody has chosen. */
  readonly conflicts: readonly { readonly code: string; readonly name: string; readonly months: number }[];
}
