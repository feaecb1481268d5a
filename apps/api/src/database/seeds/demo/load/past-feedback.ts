import { slotAt, slotKey } from '@yitang/domain/visit';
import { isBadRating, ratingTags } from '@yitang/domain/rating';
import type { RatingLevel, TripCause } from '@yitang/domain/vocabulary';
import { demoCounters, demoUniversity } from '../organization/index.ts';
import { createRandom, type Random } from '../random.ts';
import type { Handler } from './handlers.ts';
import type { DemoIds } from './load-context.ts';
import { laterReason, tellTrips, visitTimes, type ToldTrips } from './past-trips.ts';
import type { PastFacts, PastWorld } from './past-world.ts';

type Row = Readonly<Record<string, unknown>>;

export interface FeedbackRows {
  readonly visits: readonly Row[];
  readonly visitCases: readonly Row[];
  readonly answers: readonly Row[];
  readonly ratings: readonly Row[];
}

export interface FeedbackOf {
  readonly caseId: string;
  readonly matterId: string;
  readonly personId: string;
  readonly handler: Handler;
  readonly childId: (order: number, at: Date) => string;
}

const minute = 60_000;
const remarks: Readonly<Record<RatingLevel, readonly string[]>> = {
  1: ['办得很快，谢谢老师。', '网上提交就行，没有跑。', '指南写得清楚，材料一次带齐。'],
  2: ['总体顺利。', '流程清楚，等的时间可以再短一些。'],
  3: ['材料要求看了两遍才明白。', '办好了，但多跑了一趟。'],
  4: ['到了才知道还缺材料。', '等得太久，电话没人接。'],
  5: ['跑了三趟才办成，希望改进。', '超过了承诺的时间，也没有说明。'],
};

/**
 * What is known of trips and what was thought of it: whoever rated said the trips themselves, others were noted at the
 * counter. That nobody came is known only from the applicant.
 */
export function feedbackRows(given: PastFacts, of: FeedbackOf, world: PastWorld): FeedbackRows {
  const random = createRandom(`${world.seed}/feedback/${of.caseId}`);
  const told = tellTrips(given, random);
  const { facts, cause } = told;
  const { rating, visits } = facts;
  const isAnswered = visits !== null && (rating !== null || visits === 0);
  const { caseId, personId } = of;
  const recorded = recordedVisits(facts, {
    ...{ ...of, ids: world.ids, random, calendar: world.calendar, endsAt: world.endsAt },
    trips: recordedOf(told, isAnswered),
  });
  const latest = world.endsAt.getTime() - 1;
  const kiosk = kioskVisit(facts, { ...of, ids: world.ids, random });
  const all = kiosk === undefined ? recorded : [...recorded, kiosk];
  return {
    visits: all.map(({ visit }) => visit),
    visitCases: all.map(({ served }) => served),
    answers: isAnswered ? [{ case_id: caseId, person_id: personId, trips: visits, cause, at: facts.finishedAt }] : [],
    ratings: rating === null ? [] : [ratingRow(facts, of, { random, level: rating, latest, cause })],
  };
}

/** Whoever answered was noted at the counter as well only where the two differ. */
function recordedOf({ facts: { visits }, isForgetful }: ToldTrips, isAnswered: boolean): number {
  if (visits === null) return 0;
  if (!isAnswered) return visits;
  return isForgetful ? visits - 1 : 0;
}

interface Recording extends FeedbackOf {
  readonly ids: DemoIds;
  readonly random: Random;
  readonly trips: number;
  readonly calendar: PastWorld['calendar'];
  readonly endsAt: Date;
}

/** From handing in to fetching, spread over the time that the case took. */
function recordedVisits(
  facts: PastFacts,
  { ids, random, trips, calendar, endsAt, childId, caseId, personId, handler }: Recording,
) {
  const { submittedAt, finishedAt, matter } = facts;
  const window = demoCounters.find(
    ({ kind, departmentCodes }) => kind === 'window' && departmentCodes.includes(matter.departmentCode),
  );
  const placeId = window ? ids.of('counter', window.code) : ids.of('department', matter.departmentCode);
  const times = visitTimes({ submittedAt, finishedAt, trips, random, calendar, endsAt });
  return times.map((at, index) => {
    const id = childId(index, at);
    const reason = index === 0 ? 'submit' : laterReason(matter.name, random);
    const kind = reason === 'collection' ? 'collection' : window ? 'counter' : 'office';
    return {
      visit: {
        id,
        person_id: personId,
        place_id: placeId,
        started_at: at,
        last_seen_at: new Date(at.getTime() + random.integer(3, 25) * minute),
        recorded_by: handler.personId,
        slot: slotKey(slotAt(at, demoUniversity.timeZone)),
      },
      served: { visit_id: id, case_id: caseId, kind, at, reason },
    };
  });
}

/** Some who print at a kiosk are known to have stood there; it is shown apart. */
function kioskVisit(
  { matter, submittedAt: at }: PastFacts,
  { ids, random, childId, caseId, personId }: Pick<Recording, 'ids' | 'random' | 'childId' | 'caseId' | 'personId'>,
) {
  const [kiosk] = demoCounters.filter(({ kind }) => kind === 'kiosk');
  if (!matter.name.includes('自助') || kiosk === undefined || !random.chance(0.4)) return undefined;
  const id = childId(99, at);
  return {
    visit: {
      ...{ id, person_id: personId, place_id: ids.of('counter', kiosk.code) },
      started_at: at,
      last_seen_at: new Date(at.getTime() + random.integer(1, 6) * minute),
      recorded_by: null,
      slot: slotKey(slotAt(at, demoUniversity.timeZone)),
    },
    served: { visit_id: id, case_id: caseId, kind: 'kiosk', at, reason: null },
  };
}

interface Rated {
  readonly random: Random;
  readonly level: RatingLevel;
  readonly latest: number;
  readonly cause: TripCause | null;
}

function ratingRow(
  { finishedAt, visits }: PastFacts,
  { caseId, matterId }: FeedbackOf,
  { random, level, latest, cause }: Rated,
): Row {
  const tags = ratingTags[level].filter(() => random.chance(0.25)).slice(0, 3);
  const at = new Date(Math.min(finishedAt.getTime() + random.integer(5, 3 * 24 * 60) * minute, latest));
  return {
    case_id: caseId,
    matter_id: matterId,
    level,
    tags: JSON.stringify(tags),
    text: random.chance(0.12) ? random.pick(remarks[level]) : null,
    trips: visits,
    trip_cause: cause,
    is_bad: isBadRating(level) ? 1 : 0,
    rated_at: at,
    dismissed_at: null,
    updated_at: at,
  };
}
