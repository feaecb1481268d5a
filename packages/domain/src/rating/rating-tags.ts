import type { RatingLevel } from '../vocabulary/index.ts';

const praised = ['fast', 'clear-guide', 'few-papers', 'no-trip', 'friendly', 'easy-pages'] as const;
const blamed = [
  'slow',
  'unclear-guide',
  'too-many-papers',
  'too-many-trips',
  'unfriendly',
  'hard-pages',
  'no-reason-given',
  'nobody-reached',
] as const;

/** What can be ticked at each level, by key; the words are the page's. */
export const ratingTags = {
  1: praised,
  2: praised,
  3: ['slow', 'unclear-guide', 'too-many-papers', 'too-many-trips', 'hard-pages'],
  4: blamed,
  5: blamed,
} as const satisfies Record<RatingLevel, readonly string[]>;
export type RatingTag = (typeof ratingTags)[RatingLevel][number];
