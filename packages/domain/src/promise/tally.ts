import type { HealthShow, PromiseReason } from '../vocabulary/index.ts';
import type { AuditedCase, GuidePromise } from './audited-case.ts';
import { findingsOf, itemKey, type CaseFinding } from './case-findings.ts';

/** Trips of cases in which they are known. */
export interface TripSum {
  readonly known: number;
  readonly trips: number;
}

/** How often one thing was asked for, and what it cost those whom it was asked of. */
export interface ItemTally extends TripSum {
  readonly cases: number;
  /** Those that came over the counter: each such correction was told to somebody who had come. */
  readonly atCounter: number;
}

/** The sums over the cases of one matter and one window: what the judgement and the proposals read. */
export interface Tally {
  readonly received: number;
  readonly decided: number;
  /** Decided ones whose last day is known and was promised. */
  readonly timed: number;
  readonly days: ReadonlyMap<number, number>;
  readonly staged: number;
  readonly sinceOnline: number;
  readonly corrected: number;
  /** Cases whose promise was lengthened: their last day is the later one, and they are counted here. */
  readonly extended: number;
  readonly trips: TripSum;
  /** By reason, cases that have a finding of it. */
  readonly findings: ReadonlyMap<PromiseReason, number>;
  readonly items: ReadonlyMap<string, ItemTally>;
}

export interface TallyBuilder {
  /** Adds one case and answers its findings. */
  add(given: AuditedCase, promise: GuidePromise): readonly CaseFinding[];
  result(): Tally;
}

/** Which cases a sum counts, by its name: what is listed behind it, too. */
export const talliedCases: Readonly<Record<HealthShow, (given: AuditedCase, promise: GuidePromise) => boolean>> = {
  received: () => true,
  decided: ({ isDecided }) => isDecided,
  timed: ({ isLate }, { promisedDays }) => isLate !== null && promisedDays !== null,
  corrected: ({ corrections }) => corrections.length > 0,
  extended: ({ isExtended }) => isExtended,
  known: ({ trips }) => trips !== null,
};

const countedShows = ['received', 'decided', 'timed', 'corrected', 'extended'] as const;

/** Adds case by case, so that no more than a page of them is held. */
export function createTally(): TallyBuilder {
  const sums = { received: 0, decided: 0, timed: 0, staged: 0, sinceOnline: 0, corrected: 0, extended: 0 };
  const trips = { known: 0, trips: 0 };
  const days = new Map<number, number>();
  const findings = new Map<PromiseReason, number>();
  const items = new Map<string, ItemTally>();
  return {
    add(given, promise) {
      for (const show of countedShows) if (talliedCases[show](given, promise)) sums[show] += 1;
      if (given.usedDays !== null) raise(days, given.usedDays);
      if (given.stages !== null && promise.steps !== null) sums.staged += 1;
      if (given.isSinceOnline) sums.sinceOnline += 1;
      if (given.trips !== null) {
        trips.known += 1;
        trips.trips += given.trips;
      }
      addItems(items, given);
      const found = findingsOf(given, promise);
      for (const reason of new Set(found.map((finding) => finding.reason))) raise(findings, reason);
      return found;
    },
    result: () => ({ ...sums, trips, days, findings, items }),
  };
}

function raise<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function addItems(items: Map<string, ItemTally>, { corrections, trips, isOnline }: AuditedCase): void {
  for (const key of new Set(corrections.flat().map(itemKey))) {
    const sum = items.get(key) ?? { cases: 0, atCounter: 0, known: 0, trips: 0 };
    items.set(key, {
      cases: sum.cases + 1,
      atCounter: sum.atCounter + (isOnline ? 0 : 1),
      known: sum.known + (trips === null ? 0 : 1),
      trips: sum.trips + (trips ?? 0),
    });
  }
}
