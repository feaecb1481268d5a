import type { Audience, CivilMonth } from '../vocabulary/index.ts';
import type { JointRule } from './periods.ts';

/** How the matters of a set were counted; kept in the set itself. */
export interface CountingRules {
  readonly joint: JointRule;
  readonly withInstant: boolean;
  /** Empty: for all audiences. */
  readonly audiences: readonly Audience[];
}

export interface FrozenRow {
  readonly rank: number;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly volume: number;
  readonly own: number;
  readonly reported: number;
  readonly cumulative: number;
  readonly isHighFrequency: boolean;
  readonly isBoundary: boolean;
  readonly isTied: boolean;
  /** Months in which several systems stood against each other; sets of before have none of it. */
  readonly openMonths?: number;
}

/** A matter whose cases are in no total: it is no more and has no successor, or was suspended on the last day. */
export interface FrozenLeftOut {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly volume: number;
  readonly why: 'retired' | 'paused';
}

/** 高频事项目录 of a year as it is filed; counts only, so that every reader computes the same shares. */
export interface FrozenDocument {
  readonly kind: '高频事项冻结清单';
  readonly number: number;
  readonly replaces: number | null;
  readonly university: string;
  readonly year: number;
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  /** UTC, when it was counted. */
  readonly frozenAt: string;
  readonly rules: CountingRules & { readonly line: '5·Σ ≥ 4·total'; readonly source: string };
  readonly total: number;
  readonly setSize: number;
  /** Cases of retired matters without a successor, which are not in the total. */
  readonly retired: number;
  /** Months of matters in which several systems stood against each other. */
  readonly openMonths: number;
  readonly isDemo: boolean;
  /** Most cases first; sets of before have the sum alone. */
  readonly leftOut?: readonly FrozenLeftOut[];
  readonly rows: readonly FrozenRow[];
}

/**
 * JSON with the names of every object in order and no blanks (after RFC 8785): the same content is the same bytes, so
 * that its hash and its signature can be checked by anybody. Integers, texts, truth values and null only.
 * @throws RangeError for a number that is no safe integer
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not an integer: ${value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
