import { addDays, civilDateAt, startOfDay } from '../calendar/index.ts';
import { isDecided } from '../case/index.ts';
import { cleanText } from '../form/index.ts';
import {
  type CaseStatus,
  type RatingLevel,
  ratingLevels,
  type Refusal,
  type Refused,
  type TripCause,
} from '../vocabulary/index.ts';
import { ratingTags } from './rating-tags.ts';

/** Days after the decision during which a case is rated and the rating changed. */
export const defaultRatingDays = 30;
export const maxTrips = 20;
export const maxRatingTags = 5;
export const maxRatingText = 1_000;

export interface RatedCase {
  readonly status: CaseStatus;
  /** When it was decided; null while it isn't. */
  readonly finishedAt: Date | null;
}

export interface RatingCommand {
  readonly isApplicant: boolean;
  /** 1 非常满意 … 5 非常不满意. */
  readonly level: number;
  readonly tags: readonly string[];
  readonly text?: string | undefined;
  /** The trips really made, as the applicant remembers; absent: not said, which is not none. */
  readonly trips?: number | undefined;
  /** Why it took more than one trip; only with two or more. */
  readonly tripCause?: TripCause | undefined;
}

export interface Rating {
  readonly level: RatingLevel;
  /** In the order of the level's own list. */
  readonly tags: readonly string[];
  readonly text: string | null;
  readonly trips: number | null;
  readonly tripCause: TripCause | null;
}

export interface RatingDecision {
  readonly ok: true;
  readonly rating: Rating;
  /** 差评: 不满意 or 非常不满意; it is followed up. */
  readonly isBad: boolean;
}

export interface RatingTime {
  readonly now: Date;
  readonly zone: string;
  readonly ratingDays?: number | undefined;
}

/** By the applicant, of a decided case, until its last day; said again it replaces what was said. */
export function decideRating(rated: RatedCase, command: RatingCommand, time: RatingTime): RatingDecision | Refused {
  if (!command.isApplicant) return { ok: false, refusals: [{ code: 'case.not-yours' }] };
  const level = ratingLevels.find((known) => known === command.level);
  const refusals: Refusal[] = [
    ...refusalsOfTime(rated, time),
    ...refusalsOfTags(level, command.tags),
    ...refusalsOfTrips(command),
  ];
  const text = cleanText(command.text ?? '', { isMultiline: true });
  if (!text.ok) refusals.push({ code: text.code, field: 'text' });
  else if (text.length > maxRatingText)
    refusals.push({ code: 'field.too-long', field: 'text', params: { max: maxRatingText } });
  if (level === undefined || refusals.length > 0 || !text.ok) return { ok: false, refusals };
  const tags = ratingTags[level].filter((tag) => command.tags.includes(tag));
  return {
    ok: true,
    rating: {
      level,
      tags,
      text: text.text || null,
      trips: command.trips ?? null,
      tripCause: command.tripCause ?? null,
    },
    isBad: isBadRating(level),
  };
}

export function isBadRating(level: RatingLevel): boolean {
  return level >= 4;
}

/** What was decided before this moment can be rated no more. */
export function rateableSince({ now, zone, ratingDays }: RatingTime): Date {
  return startOfDay(addDays(civilDateAt(now, zone), -(ratingDays ?? defaultRatingDays)), zone);
}

/** Whether the case can be rated, or its rating changed, now. */
export function mayRate(rated: RatedCase, time: RatingTime): boolean {
  return refusalsOfTime(rated, time).length === 0;
}

function refusalsOfTime({ status, finishedAt }: RatedCase, { now, zone, ratingDays }: RatingTime): readonly Refusal[] {
  if (!isDecided(status) || finishedAt === null) return [{ code: 'rating.not-finished' }];
  const lastDay = addDays(civilDateAt(finishedAt, zone), ratingDays ?? defaultRatingDays);
  return civilDateAt(now, zone) > lastDay ? [{ code: 'rating.closed', params: { lastDay } }] : [];
}

function refusalsOfTrips({ trips, tripCause }: RatingCommand): readonly Refusal[] {
  const isCount = trips === undefined || (Number.isSafeInteger(trips) && trips >= 0 && trips <= maxTrips);
  const isLoose = tripCause !== undefined && !(trips !== undefined && trips > 1);
  return [
    ...(isCount ? [] : [{ code: 'rating.impossible-trips', field: 'trips', params: { max: maxTrips } } as const]),
    ...(isLoose ? [{ code: 'rating.cause-without-trips', field: 'tripCause' } as const] : []),
  ];
}

function refusalsOfTags(level: RatingLevel | undefined, tags: readonly string[]): readonly Refusal[] {
  if (level === undefined) return [{ code: 'rating.unknown-level', field: 'level' }];
  const known: readonly string[] = ratingTags[level];
  const refusals: Refusal[] = [];
  if (tags.some((tag) => !known.includes(tag))) refusals.push({ code: 'rating.unknown-tag', field: 'tags' });
  if (tags.length > maxRatingTags)
    refusals.push({ code: 'rating.too-many-tags', field: 'tags', params: { max: maxRatingTags } });
  return refusals;
}
