import type {
  Audience,
  Channel,
  CheckFault,
  MatterCheck,
  ResultDelivery,
  TargetAudience,
} from '../vocabulary/index.ts';
import type { VisitDefinition } from '../visit/index.ts';
import type { TargetReading } from './target-definition.ts';

/** What the targets look at in one published leaf matter of a day. */
export interface TargetMatter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly audiences: readonly Audience[];
  readonly channels: readonly Channel[];
  readonly delivery: readonly ResultDelivery[];
  readonly isInstant: boolean;
  /** Declared 到现场次数 of submission, acceptance and collection; null: not stated. */
  readonly visits: number | null;
  readonly isOnline: boolean;
  /** A form of ours is there, or the address of the application's page and it was not found dead. */
  readonly hasLink: boolean;
  readonly depth: number | null;
  readonly isMobile: boolean;
  /** Working days; null: not stated. */
  readonly promisedDays: number | null;
  readonly statutoryDays: number | null;
  readonly materials: readonly TargetMaterial[];
  readonly phone: string | null;
  /** Of a 一件事: the matters that it settles. */
  readonly componentCodes: readonly string[];
  /** The guide itself speaks of 特殊要求; without an approval that excludes nothing. */
  readonly claimsExclusion: boolean;
}

export interface TargetMaterial {
  readonly key: string;
  readonly name: string;
  /** The applicant has to supply it. */
  readonly isAsked: boolean;
  /** It is handed in on paper only. */
  readonly isPaper: boolean;
}

const isOnly = <T>(entries: readonly T[], only: T): boolean =>
  entries.length > 0 && entries.every((entry) => entry === only);

type Ways = Pick<TargetMatter, 'visits' | 'isInstant' | 'channels' | 'delivery'>;

/** Collecting at a counter is a trip of its own unless the decision is made while one waits. */
export function needsCollection({ isInstant, delivery }: Pick<Ways, 'isInstant' | 'delivery'>): boolean {
  return !isInstant && isOnly(delivery, 'counter');
}

/**
 * The declared trips by one wording of 最多跑一次: that of 2019 as declared, that of 2017 (从受理申请到形成办理结果) without the
 * trip for collecting alone. null: not stated, which is never none.
 */
export function declaredTrips(matter: Ways, definition: VisitDefinition): number | null {
  const { visits } = matter;
  if (visits === null || definition === '2019' || !needsCollection(matter)) return visits;
  const least = isOnly(matter.channels, 'counter') ? 1 : 0;
  return Math.min(visits, Math.max(least, visits - 1));
}

/**
 * Handed in and collected at a counter, decided later, and yet declared as one trip at most: a 逻辑上的一次. It is counted as
 * declared, and told.
 */
export function contradictsTrips(matter: Ways): boolean {
  return matter.visits !== null && matter.visits <= 1 && isOnly(matter.channels, 'counter') && needsCollection(matter);
}

/** Its guide speaks of 特殊要求 and no approval holds: it counts like any other, and is told. */
export function isUnapproved({ claimsExclusion, code }: TargetMatter, excluded: ReadonlySet<string>): boolean {
  return claimsExclusion && !excluded.has(code);
}

export function isFor({ audiences }: Pick<TargetMatter, 'audiences'>, audience: TargetAudience): boolean {
  return audience === 'all' || audiences.includes('student') || audiences.includes('teacher');
}

type Find = (matter: TargetMatter, reading: TargetReading) => readonly CheckFault[];

const none: readonly CheckFault[] = [];

const findOnline: Find = ({ isOnline, hasLink, depth }, { depth: least }) => {
  if (!isOnline) return ['not-online'];
  const faults: CheckFault[] = hasLink ? [] : ['link-dead'];
  if (depth === null) faults.push('depth-unknown');
  else if (depth < least) faults.push('depth-low');
  return faults;
};

const finds: Readonly<Record<MatterCheck, Find>> = {
  once(matter, { trips }) {
    const declared = declaredTrips(matter, trips);
    if (declared === null) return ['visits-unknown'];
    return declared <= 1 ? none : ['visits-many'];
  },
  online: findOnline,
  full(matter, reading) {
    const faults: CheckFault[] = [...findOnline(matter, { ...reading, depth: 2 })];
    if (matter.isOnline && matter.depth !== null && matter.depth !== 4 && !faults.includes('depth-low'))
      faults.push('depth-not-full');
    // All of it without a visit: the wording of 2017 does not shorten 全流程.
    if (matter.visits === null) faults.push('visits-unknown');
    else if (matter.visits > 0) faults.push('visits-not-zero');
    return faults;
  },
  mobile: ({ isMobile }) => (isMobile ? none : ['not-mobile']),
};

/** Why a matter does not keep the checks, each reason once; empty: it does. */
export function findCheckFaults(
  matter: TargetMatter,
  checks: readonly MatterCheck[],
  reading: TargetReading,
): readonly CheckFault[] {
  if (checks.length === 1) return finds[checks[0] as MatterCheck](matter, reading);
  return [...new Set(checks.flatMap((check) => finds[check](matter, reading)))];
}
