import { defineEntity, p } from '@mikro-orm/sql';

/** Whoever types `word` also means `means` (换宿舍 → 宿舍调换). */
const SynonymSchema = defineEntity({
  name: 'Synonym',
  tableName: 'synonyms',
  uniques: [{ name: 'synonyms_unique', properties: ['word', 'means'] }],
  properties: {
    id: p.string().length(36).primary(),
    word: p.string().length(40),
    means: p.string().length(40),
    createdAt: p.datetime(3),
  },
});
export class Synonym extends SynonymSchema.class {}
SynonymSchema.setClass(Synonym);

/** A word for which there is no matter, and the sentence that whoever types it gets. */
const SearchAnswerSchema = defineEntity({
  name: 'SearchAnswer',
  tableName: 'search_answers',
  properties: {
    id: p.string().length(36).primary(),
    word: p.string().length(40).unique(),
    answer: p.string().length(300),
    code: p.string().length(40).nullable(),
    createdAt: p.datetime(3),
  },
});
export class SearchAnswer extends SearchAnswerSchema.class {}
SearchAnswerSchema.setClass(SearchAnswer);

/** A search that found nothing. Only words that can't be an ID or a phone number are kept, and never who typed them. */
const SearchMissSchema = defineEntity({
  name: 'SearchMiss',
  tableName: 'search_misses',
  properties: {
    query: p.string().length(100).primary(),
    times: p.integer(),
    lastAt: p.datetime(3),
    /** The draft of a new matter that was begun for it. */
    draftId: p.string().length(36).nullable(),
  },
});
export class SearchMiss extends SearchMissSchema.class {}
SearchMissSchema.setClass(SearchMiss);
