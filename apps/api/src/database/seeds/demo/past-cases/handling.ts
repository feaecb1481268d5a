import { addDays } from '@yitang/domain/calendar';
import type { WorkingCalendar } from '@yitang/domain/calendar';
import type { CaseStatus, CivilDate, RatingLevel } from '@yitang/domain/vocabulary';
import type { DemoMatter } from '../matters/index.ts';
import type { Random } from '../random.ts';
import { runningSums } from '../random.ts';
import { dayKindOf } from './season.ts';

/** Minutes since midnight of a civil day. */
export interface Moment {
  readonly day: CivilDate;
  readonly minutes: number;
}

export interface Course {
  readonly accepted: Moment | null;
  readonly finished: Moment;
  readonly status: CaseStatus;
  readonly isLate: boolean;
}

const outcomes: readonly CaseStatus[] = [
  'delivered',
  'declined',
  'refused',
  'withdrawn',
  'expired',
  'voided',
  'removed',
];
const promisedOdds = runningSums([925, 22, 16, 22, 12, 2, 1]);
const instantOdds = runningSums([992, 0, 5, 3, 0, 0, 0]);
const correctionDays = 15;

/** What became of a case that was handed in at a moment. */
export function decideCourse(
  matter: DemoMatter,
  submitted: Moment,
  tools: { random: Random; calendar: WorkingCalendar },
): Course {
  return matter.promisedDays === 0 ? instantCourse(submitted, tools.random) : promisedCourse(matter, submitted, tools);
}

function instantCourse(submitted: Moment, random: Random): Course {
  const status = outcomes[random.weighted(instantOdds)] ?? 'delivered';
  const finished = { day: submitted.day, minutes: Math.min(submitted.minutes + random.integer(1, 12), 1_439) };
  return { accepted: status === 'delivered' ? submitted : null, finished, status, isLate: false };
}

function promisedCourse(
  matter: DemoMatter,
  submitted: Moment,
  { random, calendar }: { random: Random; calendar: WorkingCalendar },
): Course {
  const status = outcomes[random.weighted(promisedOdds)] ?? 'delivered';
  // Where nothing is promised, a few days are what such matters take.
  const promise = matter.promisedDays ?? 4;
  const received = submitted.minutes >= 17 * 60 ? addDays(submitted.day, 1) : submitted.day;
  const acceptedOn = workdayAfter(calendar, received, random.chance(0.7) ? 0 : random.integer(1, 2));
  const accepted = {
    day: acceptedOn,
    minutes: officeMinute(random, acceptedOn === submitted.day ? submitted.minutes : 0),
  };
  const isLate = random.chance(0.035);
  const used = isLate
    ? promise + random.integer(1, 4)
    : Math.min(promise, Math.floor(promise * (0.15 + random.next() * 0.9)));
  const handled = workdayAfter(calendar, acceptedOn, used);
  const finished = { day: handled, minutes: officeMinute(random, handled === acceptedOn ? accepted.minutes : 0) };
  switch (status) {
    case 'refused':
    case 'removed':
      return { accepted: null, finished: accepted, status, isLate: false };
    case 'expired': {
      const expiredOn = workdayAfter(calendar, acceptedOn, correctionDays);
      return { accepted: null, finished: { day: expiredOn, minutes: 17 * 60 }, status, isLate: false };
    }
    case 'withdrawn':
      return random.chance(0.5)
        ? { accepted: null, finished: accepted, status, isLate: false }
        : { accepted, finished, status, isLate: false };
    default:
      return { accepted, finished, status, isLate };
  }
}

/** A minute of office time later than `after` on that day; the day's last where there is none. */
export function officeMinute(random: Random, after: number): number {
  const morning = [8 * 60 + 30, 11 * 60 + 29] as const;
  const afternoon = [13 * 60 + 30, 16 * 60 + 59] as const;
  const [from, until] = after >= morning[1] || (after < morning[0] && random.chance(0.45)) ? afternoon : morning;
  return random.integer(Math.min(Math.max(from, after + 1), until), until);
}

/** With 0 the day itself, moved off days that aren't worked. */
function workdayAfter(calendar: WorkingCalendar, start: CivilDate, count: number): CivilDate {
  let day = start;
  for (let left = count; left > 0 || dayKindOf(calendar, day) !== 'workday';) {
    day = addDays(day, 1);
    if (dayKindOf(calendar, day) === 'workday' && left > 0) left -= 1;
  }
  return day;
}

const visitOdds = {
  before: runningSums([0, 70, 21, 9]),
  after: runningSums([0, 87, 10, 3]),
  selfService: runningSums([95, 5]),
};

/** Trips to a department as far as anybody knows them: null is unknown, never none. */
export function drawVisits(random: Random, what: { isSelfService: boolean; isLastYear: boolean }): number | null {
  if (!random.chance(what.isSelfService ? 0.35 : 0.6)) return null;
  if (what.isSelfService) return random.weighted(visitOdds.selfService);
  return random.weighted(what.isLastYear ? visitOdds.after : visitOdds.before);
}

const levels: readonly RatingLevel[] = [1, 2, 3, 4, 5];
const contentOdds = runningSums([76, 18, 4, 1.4, 0.6]);
const annoyedOdds = runningSums([38, 30, 18, 9, 5]);

/** Who was late or had to come twice is less pleased; a quarter answers at all. */
export function drawRating(random: Random, course: Course, visits: number | null): RatingLevel | null {
  if (course.status !== 'delivered' || !random.chance(0.24)) return null;
  return levels[random.weighted(course.isLate || (visits ?? 0) > 1 ? annoyedOdds : contentOdds)] ?? null;
}
