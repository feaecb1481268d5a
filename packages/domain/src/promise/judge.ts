import { promiseReasons, type HealthState, type PromiseReason } from '../vocabulary/index.ts';
import { ninthDecile } from './day-histogram.ts';
import type { Tally } from './tally.ts';

/** From how many cases on, and from which share of them (per ten thousand), something is told. */
export interface Threshold {
  readonly cases: number;
  readonly share: number;
}

/** `broken` needs at least `minimumCases` to be measured against; null: never broken for this reason alone. */
export interface ReasonRule {
  readonly attention: Threshold;
  readonly broken: Threshold | null;
}

export interface HealthRule {
  /** Fewer cases than these say nothing about a share. */
  readonly minimumCases: number;
  readonly reasons: Readonly<Record<PromiseReason, ReasonRule>>;
}

const rule = (attention: [number, number], broken: [number, number] | null): ReasonRule => ({
  attention: { cases: attention[0], share: attention[1] },
  broken: broken === null ? null : { cases: broken[0], share: broken[1] },
});

/**
 * The thresholds, in one place (ADR 24). One case in a hundred is something to look at; more than one in ten breaks the
 * promise: then nine of ten are no longer decided within the promised days.
 */
export const defaultHealthRule: HealthRule = {
  minimumCases: 10,
  reasons: {
    late: rule([1, 100], [3, 1_001]),
    'extra-steps': rule([1, 100], [3, 1_000]),
    'unlisted-material': rule([1, 0], [3, 200]),
    'unneeded-material': rule([1, 0], [3, 200]),
    'asked-again': rule([1, 0], [3, 500]),
    'often-corrected': rule([5, 500], null),
    'counter-closed': rule([1, 100], [5, 500]),
    'counter-only': rule([5, 9_000], [10, 10_000]),
    'abandoned-online': rule([5, 5_000], null),
    'extra-trips': rule([1, 500], [5, 2_000]),
  },
};

/** One reason why a matter is not simply good: so many of so many cases. */
export interface HealthReason {
  readonly reason: PromiseReason;
  readonly state: 'attention' | 'broken';
  readonly cases: number;
  readonly of: number;
}

export interface Health {
  readonly state: HealthState;
  /** The broken ones first, and of these the one that touches most cases. */
  readonly reasons: readonly HealthReason[];
  /** Working days within which nine of ten cases were decided; null: none was. */
  readonly ninthDecile: number | null;
}

/** What is known beside the cases. */
export interface BesideCases {
  /** Applications that were begun on the net lately, and how many of them were left. */
  readonly begun: number;
  readonly abandoned: number;
}

/** Whether a matter keeps what its guide promises, with every reason why not. */
export function judgeMatter(tally: Tally, beside: BesideCases, by: HealthRule = defaultHealthRule): Health {
  const reasons = promiseReasons
    .flatMap((reason) => judgeReason(reason, countsOf(reason, tally, beside), by))
    .sort((a, b) => weight(a) - weight(b) || b.cases - a.cases);
  const state = reasons[0]?.state ?? (tally.received < by.minimumCases ? 'unknown' : 'good');
  return { state, reasons, ninthDecile: ninthDecile(tally.days) };
}

const weight = ({ state }: HealthReason): number => (state === 'broken' ? 0 : 1);

function countsOf(
  reason: PromiseReason,
  tally: Tally,
  { begun, abandoned }: BesideCases,
): { cases: number; of: number } {
  const cases = tally.findings.get(reason) ?? 0;
  switch (reason) {
    case 'late':
      return { cases, of: tally.timed };
    case 'extra-steps':
      return { cases, of: tally.staged };
    case 'extra-trips':
      return { cases, of: tally.trips.known };
    case 'counter-only':
      return { cases, of: tally.sinceOnline };
    case 'abandoned-online':
      return { cases: abandoned, of: begun };
    case 'often-corrected':
      return { cases: Math.max(0, ...[...tally.items.values()].map((item) => item.cases)), of: tally.received };
    default:
      return { cases, of: tally.received };
  }
}

function judgeReason(reason: PromiseReason, counts: { cases: number; of: number }, by: HealthRule): HealthReason[] {
  const { attention, broken } = by.reasons[reason];
  const isBroken = broken !== null && counts.of >= by.minimumCases && reaches(counts, broken);
  if (!isBroken && !reaches(counts, attention)) return [];
  return [{ reason, state: isBroken ? 'broken' : 'attention', ...counts }];
}

/** Exactly the share counts as reached, in whole numbers. */
function reaches({ cases, of }: { cases: number; of: number }, threshold: Threshold): boolean {
  return cases >= threshold.cases && cases > 0 && 10_000 * cases >= threshold.share * of;
}
