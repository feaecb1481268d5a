import { addDays, civilDateAt, instantAt, type WorkingCalendar } from '@yitang/domain/calendar';
import type { TripCause } from '@yitang/domain/vocabulary';
import { demoUniversity } from '../organization/index.ts';
import { dayKindOf } from '../past-cases/season.ts';
import { officeMinute } from '../past-cases/handling.ts';
import type { Random } from '../random.ts';
import type { PastFacts } from './past-world.ts';

/**
 * Matters whose guide promises one trip and which take a second one for many: why, and for how many of a hundred of those
 * who would have come once.
 */
const troubles: Readonly<Record<string, { readonly cause: TripCause; readonly percent: number }>> = {
  '学生证补办/换发': { cause: 'collection', percent: 55 },
  差旅费报销: { cause: 'missing-material', percent: 40 },
  党组织关系接转: { cause: 'several-stamps', percent: 45 },
  校园卡换卡: { cause: 'collection', percent: 30 },
  大学生医保零星报销: { cause: 'missing-material', percent: 60 },
};

const usualCauses = [
  'missing-material',
  'missing-material',
  'several-stamps',
  'office-closed',
  'system',
  'collection',
] as const satisfies readonly TripCause[];

export const laterReason = (matterName: string, random: Random): TripCause => {
  const trouble = troubles[matterName];
  return trouble !== undefined && random.chance(0.75) ? trouble.cause : random.pick(usualCauses);
};

export interface ToldTrips {
  readonly facts: PastFacts;
  /** What the applicant gave as the cause of a second trip; null: nothing. */
  readonly cause: TripCause | null;
  /** The counter noted one trip less than the applicant remembers. */
  readonly isForgetful: boolean;
}

/** The trips of a past case with what its matter is known for, and what the applicant said of it. */
export function tellTrips(facts: PastFacts, random: Random): ToldTrips {
  const trouble = troubles[facts.matter.name];
  const isTwice = facts.visits === 1 && trouble !== undefined && random.chance(trouble.percent / 100);
  const visits = isTwice ? 2 : facts.visits;
  const hasMore = visits !== null && visits > 1;
  return {
    facts: { ...facts, visits },
    cause: hasMore && random.chance(0.7) ? laterReason(facts.matter.name, random) : null,
    isForgetful: hasMore && random.chance(0.12),
  };
}

export interface VisitDays {
  readonly submittedAt: Date;
  readonly finishedAt: Date;
  readonly trips: number;
  readonly random: Random;
  readonly calendar: WorkingCalendar;
  /** The first instant that is not past. */
  readonly endsAt: Date;
}

/** When somebody came: on working days, in office hours, each time on another day, from handing in to fetching. */
export function visitTimes({ submittedAt, finishedAt, trips, random, calendar, endsAt }: VisitDays): Date[] {
  const zone = demoUniversity.timeZone;
  const span = (finishedAt.getTime() - submittedAt.getTime()) / Math.max(1, trips - 1);
  let earliest = '';
  const times = Array.from({ length: trips }, (_, index) => {
    let day = civilDateAt(new Date(submittedAt.getTime() + Math.floor(span * index)), zone);
    if (day < earliest) day = earliest;
    while (dayKindOf(calendar, day) !== 'workday') day = addDays(day, 1);
    earliest = addDays(day, 1);
    return instantAt(day, officeMinute(random, 0), zone);
  });
  return times.filter((at) => at < endsAt);
}
