import type { CheckFault, CivilDate, NotComputableReason, TargetRecordKind, TargetState } from '../vocabulary/index.ts';
import { findCheckFaults, isFor, type TargetMatter } from './matter-checks.ts';
import {
  reaches,
  type Numerator,
  type TargetDefinition,
  type TargetMeasure,
  type TargetReading,
} from './target-definition.ts';

/** The 高频事项 that a target is held against: their codes, or why there are none. */
export type ScopeSet = ReadonlySet<string> | NotComputableReason;

/** All that is known of a day. */
export interface TargetFacts {
  /** Published, active leaf matters of the day; null: the day lies before the first data. */
  readonly matters: readonly TargetMatter[] | null;
  /** Codes of the matters with a 特殊要求 that holds on the day. */
  readonly excluded: ReadonlySet<string>;
  readonly frozen: ScopeSet;
  readonly current: ScopeSet;
  /** Records that were there on the day, each with what shows it. */
  readonly records: ReadonlyMap<TargetRecordKind, RecordEvidence | null>;
}

/** Where a record can be seen. */
export interface RecordEvidence {
  readonly on: CivilDate;
  /** Number of the batch of the catalog that made it; null: it was handed in, not published. */
  readonly batch: number | null;
}

export interface NonMember {
  readonly matter: TargetMatter;
  readonly faults: readonly CheckFault[];
}

export interface NumeratorResult {
  readonly key: string;
  readonly state: TargetState;
  readonly members: readonly TargetMatter[];
  readonly nonMembers: readonly NonMember[];
}

export interface RecordResult {
  readonly kind: TargetRecordKind;
  readonly isThere: boolean;
  /** null: it is missing, or only planned. */
  readonly evidence: RecordEvidence | null;
}

/** A target on a day; the denominator is the number of `base`, and never shown as a rate where it is 0. */
export interface TargetResult {
  readonly state: TargetState;
  readonly reason: NotComputableReason | null;
  readonly base: readonly TargetMatter[];
  readonly excluded: readonly TargetMatter[];
  readonly numerators: readonly NumeratorResult[];
  readonly records: readonly RecordResult[];
}

const nothing: TargetResult = {
  state: 'not-computable',
  reason: null,
  base: [],
  excluded: [],
  numerators: [],
  records: [],
};

type ShareMeasure = Extract<TargetMeasure, { kind: 'share' }>;

/**
 * A target of 浙教人〔2018〕105号, or one of the university's own, against the facts of one day. Shares are compared as exact
 * fractions, 以上 includes the figure; of no matters there is no share, which is not 100 %.
 */
export function evaluateTarget(definition: TargetDefinition, facts: TargetFacts): TargetResult {
  const { measure } = definition;
  if (measure.kind === 'records') return evaluateRecords(measure.requires, facts);
  if (facts.matters === null) return { ...nothing, reason: 'before-first-data' };
  const scope = scopeOf(measure, facts);
  if (typeof scope === 'string') return { ...nothing, reason: scope };
  const among = facts.matters.filter(
    (matter) => (scope === null || scope.has(matter.code)) && isFor(matter, definition.audience),
  );
  const isExcluded = ({ code }: TargetMatter): boolean => measure.excludesSpecial && facts.excluded.has(code);
  const base = among.filter((matter) => !isExcluded(matter));
  const excluded = among.filter(isExcluded);
  if (base.length === 0) return { ...nothing, excluded, reason: 'no-matters' };
  const numerators = measure.numerators.map((one) => evaluateNumerator(one, { base, measure, reading: definition }));
  const state = numerators.every((one) => one.state === 'met') ? 'met' : 'missed';
  return { ...nothing, state, base, excluded, numerators };
}

function evaluateNumerator(
  { key, requires }: Numerator,
  { base, measure, reading }: { base: readonly TargetMatter[]; measure: ShareMeasure; reading: TargetReading },
): NumeratorResult {
  const members: TargetMatter[] = [];
  const nonMembers: NonMember[] = [];
  for (const matter of base) {
    const faults = findCheckFaults(matter, requires, reading);
    if (faults.length === 0) members.push(matter);
    else nonMembers.push({ matter, faults });
  }
  const state = reaches(members.length, base.length, measure.threshold) ? 'met' : 'missed';
  return { key, state, members, nonMembers };
}

/** null: all matters. */
function scopeOf({ scope }: ShareMeasure, { frozen, current }: TargetFacts): ScopeSet | null {
  if (scope === 'all') return null;
  return scope === 'high-frequency-frozen' ? frozen : current;
}

function evaluateRecords(requires: readonly TargetRecordKind[], facts: TargetFacts): TargetResult {
  if (requires.length === 0) return { ...nothing, reason: 'no-matters' };
  const records = requires.map((kind) => ({
    kind,
    isThere: facts.records.has(kind),
    evidence: facts.records.get(kind) ?? null,
  }));
  return { ...nothing, state: records.every(({ isThere }) => isThere) ? 'met' : 'missed', records };
}

/** 教师、学生、家长和社会: whether a list holds something for each of the four. */
export function servesAllFour(matters: readonly Pick<TargetMatter, 'audiences'>[]): boolean {
  const served = new Set(matters.flatMap(({ audiences }) => audiences));
  return (
    served.has('teacher') &&
    served.has('student') &&
    served.has('parent') &&
    (served.has('visitor') || served.has('alumnus'))
  );
}
