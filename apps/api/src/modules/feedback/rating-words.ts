import type { RatingTag } from '@yitang/domain/rating';
import { ratingTags } from '@yitang/domain/rating';
import { ratingLevels, textIn, type Locale, type LocalText, type RatingLevel } from '@yitang/domain/vocabulary';

const levelLabels: Readonly<Record<RatingLevel, LocalText>> = {
  1: { zh: '非常满意', en: 'Very satisfied' },
  2: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  4: { zh: '不满意', en: 'Dissatisfied' },
  5: { zh: '非常不满意', en: 'Very dissatisfied' },
};

const tagLabels: Readonly<Record<RatingTag, LocalText>> = {
  fast: { zh: '办得快', en: 'Fast' },
  'clear-guide': { zh: '指南清楚', en: 'Clear guide' },
  'few-papers': { zh: '材料少', en: 'Few documents' },
  'no-trip': { zh: '不用跑', en: 'No trip needed' },
  friendly: { zh: '态度好', en: 'Friendly' },
  'easy-pages': { zh: '网页好用', en: 'Easy pages' },
  slow: { zh: '办得慢', en: 'Slow' },
  'unclear-guide': { zh: '指南不清楚', en: 'Unclear guide' },
  'too-many-papers': { zh: '材料太多', en: 'Too many documents' },
  'too-many-trips': { zh: '多次跑动', en: 'Too many trips' },
  unfriendly: { zh: '态度不好', en: 'Unfriendly' },
  'hard-pages': { zh: '网页难用', en: 'Hard pages' },
  'no-reason-given': { zh: '没有说明理由', en: 'No reason given' },
  'nobody-reached': { zh: '联系不上人', en: 'Nobody could be reached' },
};

/** The form in one language: five levels, the tags of each. */
export function ratingForm(locale: Locale): { level: RatingLevel; label: string; tags: string[] }[] {
  return ratingLevels.map((level) => ({
    level,
    label: textIn(locale, levelLabels[level]),
    tags: ratingTags[level].map((tag) => textIn(locale, tagLabels[tag])),
  }));
}

/** The tag that a page shows under these words, in either language; other words stay as they are and are refused later. */
export function tagOf(words: string): string {
  const found = Object.entries(tagLabels).find(([key, label]) => [key, label.zh, label.en].includes(words));
  return found?.[0] ?? words;
}

export function sayTag(tag: string, locale: Locale): string {
  const label = (tagLabels as Readonly<Record<string, LocalText | undefined>>)[tag];
  return label === undefined ? tag : textIn(locale, label);
}
