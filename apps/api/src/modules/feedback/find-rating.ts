import type { Locale, TripCause } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import { Rating } from './rating.entity.ts';
import { sayTag } from './rating-words.ts';

export interface RatingView {
  readonly level: number;
  /** In words. */
  readonly tags: string[];
  readonly text: string | null;
  readonly trips: number | null;
  readonly tripCause: TripCause | null;
}

/** What the applicant said; for the applicant alone. undefined while they have said nothing. */
export async function findRating(em: Em, caseId: string, locale: Locale): Promise<RatingView | undefined> {
  const rating = await em.findOne(Rating, { caseId }, { disableIdentityMap: true });
  return rating === null || typeof rating.level !== 'number'
    ? undefined
    : presentRating({ ...rating, level: rating.level }, locale);
}

export function presentRating(
  rating: {
    level: number;
    tags: readonly string[];
    text?: string | null | undefined;
    trips?: number | null | undefined;
    tripCause?: TripCause | null | undefined;
  },
  locale: Locale,
): RatingView {
  return {
    level: rating.level,
    tags: rating.tags.map((tag) => sayTag(tag, locale)),
    text: rating.text ?? null,
    trips: rating.trips ?? null,
    tripCause: rating.tripCause ?? null,
  };
}

/** Cases that were rated, or whose rating was dismissed: nobody asks for it again. */
export async function findAnsweredCases(em: Em, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const found = await em.find(
    Rating,
    { caseId: { $in: [...caseIds] } },
    { disableIdentityMap: true, fields: ['caseId'] },
  );
  return new Set(found.map(({ caseId }) => caseId));
}
