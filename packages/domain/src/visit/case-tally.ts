import { isDecided } from '../case/index.ts';
import {
  tripCauses,
  type CaseStatus,
  type CivilMonth,
  type TripCause,
  type VisitKind,
  type VisitReason,
} from '../vocabulary/index.ts';
import { countVisits, tripsOfCase, type VisitDefinition } from './visit-count.ts';
import type { Visit } from './visit-merging.ts';

/** One case as the tally sees it: what it was decided, and all that is known of its trips. */
export interface TalliedCase {
  readonly caseId: string;
  readonly status: CaseStatus;
  /** Month of the decision in the university's zone; null while there is none. */
  readonly month: CivilMonth | null;
  /** 到办事现场次数 in the guide that it was submitted under; null: not stated. */
  readonly declared: number | null;
  readonly visits: readonly TalliedVisit[];
  readonly answer: { readonly trips: number; readonly cause: TripCause | null } | null;
}

/** A visit as far as it served the case. */
export interface TalliedVisit {
  readonly kinds: ReadonlySet<VisitKind>;
  readonly reasons: readonly VisitReason[];
}

/** What one decided case adds to the figures of its matter and month. */
export interface CaseTally {
  readonly month: CivilMonth;
  readonly declared: number | null;
  /** By each definition; null is unknown, never none. */
  readonly trips: Readonly<Record<VisitDefinition, number | null>>;
  /** The applicant's answer and the records differ, by the definition of 2019. */
  readonly isDisputed: boolean;
  /** A kiosk or a locker was used, which is shown apart. */
  readonly usedKiosk: boolean;
  /** Why it took more than one trip; empty where it didn't, or nobody said. */
  readonly causes: readonly TripCause[];
}

/**
 * The tally of a case, null while it has no decision on the matter itself: what was refused, withdrawn or struck out has
 * no result that anybody could have come for once.
 */
export function tallyCase(tallied: TalliedCase, countsKiosk = false): CaseTally | null {
  const { status, month, declared, answer } = tallied;
  if (!isDecided(status) || month === null) return null;
  const visits = asVisits(tallied);
  const told = answer?.trips ?? null;
  const tripsBy = (definition: VisitDefinition) => {
    const rule = { definition, countsKiosk };
    return tripsOfCase(countVisits(visits, tallied.caseId, rule), told, rule);
  };
  const whole = tripsBy('2019');
  return {
    month,
    declared,
    trips: { '2017': tripsBy('2017').trips, '2019': whole.trips },
    isDisputed: whole.isDisputed,
    usedKiosk: countVisits(visits, tallied.caseId, { definition: '2019' }).apart > 0,
    causes: whole.trips !== null && whole.trips > 1 ? causesOf(tallied) : [],
  };
}

function asVisits({ caseId, visits }: TalliedCase): Visit[] {
  const never = new Date(0);
  return visits.map(({ kinds }) => ({
    personId: '',
    placeId: '',
    startedAt: never,
    lastSeenAt: never,
    kindsByCase: new Map([[caseId, kinds]]),
    arrivals: [],
  }));
}

/** In the order of the list, each once: a case counts once for each cause that it had. */
function causesOf({ visits, answer }: TalliedCase): TripCause[] {
  const named = new Set<string>(visits.flatMap(({ reasons }) => reasons));
  if (answer?.cause) named.add(answer.cause);
  if (visits.some(({ kinds }) => kinds.size === 1 && kinds.has('collection'))) named.add('collection');
  return tripCauses.filter((cause) => named.has(cause));
}
