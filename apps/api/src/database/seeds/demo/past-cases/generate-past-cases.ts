import { addDays, addMonths, startOfDay } from '@yitang/domain/calendar';
import type { WorkingCalendar } from '@yitang/domain/calendar';
import type { CaseStatus, CivilDate, RatingLevel } from '@yitang/domain/vocabulary';
import { demoMatters } from '../matters/index.ts';
import { findDemoOnlineMatter } from '../online/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoPerson } from '../people/index.ts';
import { createRandom, runningSums } from '../random.ts';
import type { Random } from '../random.ts';
import { createApplicantDraw } from './applicants.ts';
import { decideCourse, drawRating, drawVisits, officeMinute } from './handling.ts';
import type { Moment } from './handling.ts';
import { matterWeights } from './popularity.ts';
import { dayKindOf, demandOn, seasonOf } from './season.ts';
import type { Season } from './season.ts';

/** A finished case in short. Instants are epoch milliseconds. */
export type PastCase = readonly [
  /** Position in `demoMatters`. */
  matterIndex: number,
  /** Position in the people that were given. */
  applicantIndex: number,
  submittedAt: number,
  /** null: ended before it was accepted. */
  acceptedAt: number | null,
  finishedAt: number,
  status: CaseStatus,
  /** Trips to a department; null: unknown, never none. */
  visits: number | null,
  rating: RatingLevel | null,
  /** Handed in by net, phone or kiosk, not at a window. */
  isSelfService: boolean,
];

export interface PastCaseOptions {
  readonly seed: number;
  /** The first day that is not past; cases are finished before it and begin two years earlier. */
  readonly referenceDate: CivilDate;
  readonly people: readonly DemoPerson[];
  readonly calendar: WorkingCalendar;
  /** About so many; a few at the end are not finished in time and left out. */
  readonly total?: number;
  readonly batchSize?: number;
}

/** Matters that are asked for alike over the year and the week. */
interface Group {
  readonly season: Season;
  readonly isSelfService: boolean;
  readonly matterIndexes: readonly number[];
  readonly cumulative: readonly number[];
  readonly weight: number;
}

interface Tools extends PastCaseOptions {
  readonly random: Random;
  readonly draw: ReturnType<typeof createApplicantDraw>;
  /** The five online matters were asked for at windows before this day. */
  readonly onlineSince: CivilDate;
  readonly end: number;
}

/**
 * Two years of past cases in the order of their submission, in batches: long-tailed over the matters, seasonal, few in
 * holidays. The same options give the same rows.
 */
export function* generatePastCases(options: PastCaseOptions): Generator<readonly PastCase[]> {
  const { referenceDate, batchSize = 1_000, total = 53_000 } = options;
  const tools: Tools = {
    ...options,
    random: createRandom(options.seed).fork('past-cases'),
    draw: createApplicantDraw(options.people),
    onlineSince: addMonths(referenceDate, -12),
    end: epochOf({ day: referenceDate, minutes: 0 }),
  };
  let batch: PastCase[] = [];
  for (const { day, count, pickMatter } of planDays(tools, total)) {
    const rows = Array.from({ length: count }, () => pastCaseOn(day, pickMatter(), tools));
    batch.push(...rows.filter((row) => row !== undefined).sort((a, b) => a[2] - b[2]));
    while (batch.length >= batchSize) {
      yield batch.slice(0, batchSize);
      batch = batch.slice(batchSize);
    }
  }
  if (batch.length > 0) yield batch;
}

/** How many cases each day has, and of which matters. Rounded along the way, so that the sum is the total. */
function* planDays(tools: Tools, total: number) {
  const days = daysUntil(tools.referenceDate);
  const groups = groupMatters();
  const shares = groups.map((group) => dailyShares(group, days, tools.calendar));
  const weightOf = (day: number) => groups.map((group, index) => group.weight * (shares[index]?.[day] ?? 0));
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
  let [planned, given] = [0, 0];
  for (const [index, day] of days.entries()) {
    const cumulative = runningSums(weightOf(index));
    planned += ((cumulative.at(-1) ?? 0) / whole) * total;
    const count = Math.round(planned) - given;
    given += count;
    const pickMatter = () => matterOf(groups[tools.random.weighted(cumulative)], tools.random);
    yield { day, count, pickMatter };
  }
}

function daysUntil(referenceDate: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = addMonths(referenceDate, -24); day < referenceDate; day = addDays(day, 1)) days.push(day);
  return days;
}

function groupMatters(): Group[] {
  const weights = matterWeights();
  const byKind = new Map<string, number[]>();
  for (const [index, matter] of demoMatters.entries()) {
    const key = `${seasonOf(matter)}/${isSelfServiceMatter(index)}`;
    byKind.set(key, [...(byKind.get(key) ?? []), index]);
  }
  return [...byKind.values()].map((matterIndexes) => {
    const first = matterIndexes[0] ?? 0;
    const cumulative = runningSums(matterIndexes.map((index) => weights[index] ?? 0));
    const matter = demoMatters[first];
    if (!matter) throw new RangeError('a group without a matter');
    return {
      season: seasonOf(matter),
      isSelfService: isSelfServiceMatter(first),
      matterIndexes,
      cumulative,
      weight: cumulative.at(-1) ?? 0,
    };
  });
}

/** Part of the group's cases that falls on each day; the sum is 1. */
function dailyShares(
  { season, isSelfService }: Group,
  days: readonly CivilDate[],
  calendar: WorkingCalendar,
): number[] {
  const demand = days.map((day) => demandOn(day, { season, isSelfService, kind: dayKindOf(calendar, day) }));
  const whole = demand.reduce((sum, each) => sum + each, 0);
  return demand.map((each) => each / whole);
}

function matterOf(group: Group | undefined, random: Random): number {
  return group?.matterIndexes[random.weighted(group.cumulative)] ?? 0;
}

/** Undefined where nobody could ask on that day or it was not finished in time. */
function pastCaseOn(day: CivilDate, matterIndex: number, tools: Tools): PastCase | undefined {
  const { random, calendar, onlineSince, end } = tools;
  const matter = demoMatters[matterIndex];
  const applicant = matter && tools.draw(matter, day, random);
  if (!matter || applicant === undefined) return undefined;
  const wasAtWindow = day < onlineSince && findDemoOnlineMatter(matter.code) !== undefined;
  const isSelfService = isSelfServiceMatter(matterIndex) && !(wasAtWindow && dayKindOf(calendar, day) === 'workday');
  const submitted = { day, minutes: isSelfService ? wakingMinute(random) : officeMinute(random, 0) };
  const course = decideCourse(matter, submitted, tools);
  const visits = drawVisits(random, { isSelfService, isLastYear: day >= onlineSince });
  const rating = drawRating(random, course, visits);
  const seconds = random.integer(0, 59) * 1_000;
  const finishedAt = epochOf(course.finished) + seconds;
  if (finishedAt >= end) return undefined;
  const acceptedAt = course.accepted && epochOf(course.accepted) + seconds;
  return [
    matterIndex,
    applicant,
    epochOf(submitted) + seconds,
    acceptedAt,
    finishedAt,
    course.status,
    visits,
    rating,
    isSelfService,
  ];
}

const selfServiceFlags = demoMatters.map(({ channels }) =>
  channels.some((way) => ['online', 'mobile', 'kiosk'].includes(way)),
);

function isSelfServiceMatter(index: number): boolean {
  return selfServiceFlags[index] === true;
}

/** From seven in the morning to midnight, more by day than at night. */
function wakingMinute(random: Random): number {
  return random.chance(0.75) ? random.integer(8 * 60, 18 * 60) : random.integer(7 * 60, 23 * 60 + 50);
}

const midnights = new Map<CivilDate, number>();

function epochOf({ day, minutes }: Moment): number {
  const midnight = midnights.get(day) ?? startOfDay(day, demoUniversity.timeZone).getTime();
  midnights.set(day, midnight);
  return midnight + minutes * 60_000;
}
