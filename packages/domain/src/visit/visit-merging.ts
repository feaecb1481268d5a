import type { VisitKind } from '../vocabulary/index.ts';

/** Appointment, queue ticket and check-in of one person at one place within this time are one visit. */
export const defaultMergeMinutes = 120;

/** One recorded arrival of a person at a place. */
export interface Arrival {
  readonly personId: string;
  readonly placeId: string;
  readonly at: Date;
  readonly kind: VisitKind;
  /** The cases it was for; it counts once for each. */
  readonly caseIds: readonly string[];
}

/** 跑动: one person's one arrival at one place. */
export interface Visit<A extends Arrival = Arrival> {
  readonly personId: string;
  readonly placeId: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  /** For each case, the kinds in which the person came for it. */
  readonly kindsByCase: ReadonlyMap<string, ReadonlySet<VisitKind>>;
  /** What it was merged from, in the order of time. */
  readonly arrivals: readonly A[];
}

/**
 * Arrivals of one person at one place become one visit while they lie within the time from its first one. Counted from
 * the first, so that a day of short errands does not grow into a single trip.
 */
export function mergeArrivals<A extends Arrival>(
  arrivals: readonly A[],
  mergeMinutes = defaultMergeMinutes,
): readonly Visit<A>[] {
  const sorted = [...arrivals].sort((a, b) => a.at.getTime() - b.at.getTime());
  const visits: OpenVisit<A>[] = [];
  const latest = new Map<string, OpenVisit<A>>();
  for (const arrival of sorted) {
    const key = JSON.stringify([arrival.personId, arrival.placeId]);
    const open = latest.get(key);
    const isSame = open && arrival.at.getTime() - open.startedAt.getTime() <= mergeMinutes * 60_000;
    const visit = isSame ? open : newVisit(arrival);
    if (!isSame) {
      visits.push(visit);
      latest.set(key, visit);
    }
    visit.lastSeenAt = arrival.at;
    visit.arrivals.push(arrival);
    for (const caseId of arrival.caseIds) kindsOf(visit, caseId).add(arrival.kind);
  }
  return visits;
}

interface OpenVisit<A extends Arrival> extends Visit<A> {
  lastSeenAt: Date;
  readonly arrivals: A[];
  readonly kindsByCase: Map<string, Set<VisitKind>>;
}

function newVisit<A extends Arrival>({ personId, placeId, at }: A): OpenVisit<A> {
  return { personId, placeId, startedAt: at, lastSeenAt: at, kindsByCase: new Map(), arrivals: [] };
}

function kindsOf(visit: { readonly kindsByCase: Map<string, Set<VisitKind>> }, caseId: string): Set<VisitKind> {
  const kinds = visit.kindsByCase.get(caseId) ?? new Set();
  visit.kindsByCase.set(caseId, kinds);
  return kinds;
}
