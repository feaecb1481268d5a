import MiniSearch, { type Query, type QueryCombination } from 'minisearch';
import { commonWords } from './common-words.ts';
import { fuzzySound, soundOf } from './phonetics.ts';
import {
  bigramsOf,
  charactersOf,
  initialsOf,
  longestWindow,
  normalise,
  soundWindowsOf,
  splitSyllables,
  swappedOnce,
} from './search-terms.ts';

export interface SearchableMatter {
  readonly code: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly department: string;
  readonly isOnline: boolean;
  /** Cases of the last 90 days: of two equal hits the more used one comes first. */
  readonly uses: number;
}

export interface SearchSynonym {
  readonly word: string;
  readonly means: string;
}

export interface SearchResult {
  /** Codes, best first. */
  readonly hits: readonly string[];
  /** Where nothing hit: what shares single characters with the query. */
  readonly nearest: readonly string[];
}

export interface SearchIndex {
  search(query: string): SearchResult;
}

const separator = '\u0001';
const han = /\p{Script=Han}/u;
/** What people put around the thing they look for. */
const filler = /(请问|我想|我要|想要|怎么样|怎么办理|怎么办|怎么|如何|哪里|在哪|可以|需要|吗|呢|的|了|去)/gu;
/** Hits far below the best one are noise. */
const leastShareOfBest = 0.22;

export function createSearchIndex(
  matters: readonly SearchableMatter[],
  synonyms: readonly SearchSynonym[],
): SearchIndex {
  const meanings = meaningsOf([...commonWords, ...synonyms]);
  const uses = new Map(matters.map((matter) => [matter.code, boostOf(matter)]));
  const index = new MiniSearch<Record<string, string>>({
    idField: 'code',
    fields: ['name', 'text', 'characters', 'sound', 'initials', 'keywordSound', 'department'],
    storeFields: [],
    tokenize: (field) => field.split(separator),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: { boostDocument: (code) => uses.get(code as string) ?? 1 },
  });
  const documents = matters.map((matter) => documentOf(matter));
  index.addAll(documents);
  const syllables = new Set(documents.flatMap(({ sound = '' }) => sound.split(separator)).filter(isShort));

  const find = (query: QueryCombination): string[] => {
    const found = index.search(query);
    const least = (found[0]?.score ?? 0) * leastShareOfBest;
    return found.filter((hit) => hit.score >= least).map((hit) => hit.id as string);
  };
  return {
    search(typed) {
      const query = normalise(typed);
      if (query === '') return { hits: [], nearest: [] };
      const hits = find({ combineWith: 'OR', queries: queriesFor(typed, query, meanings) });
      if (hits.length > 0) return { hits, nearest: [] };
      const guessed = han.test(query)
        ? []
        : guessesOf(query, syllables)
            .map(find)
            .find((found) => found.length > 0);
      if (guessed !== undefined && guessed.length > 0) return { hits: guessed, nearest: [] };
      return {
        hits: [],
        nearest: find({ queries: [charactersOf(query).join(separator)], fields: ['characters'] }).slice(0, 3),
      };
    },
  };
}

function documentOf(matter: SearchableMatter): Record<string, string> {
  const words = [matter.name, ...matter.keywords];
  return {
    code: matter.code,
    name: [normalise(matter.name), ...bigramsOf(matter.name)].join(separator),
    text: [...new Set(matter.keywords.flatMap((word) => [normalise(word), ...bigramsOf(word)]))].join(separator),
    characters: charactersOf(words.join('')).join(separator),
    sound: soundWindowsOf([matter.name]).join(separator),
    keywordSound: soundWindowsOf(matter.keywords).join(separator),
    initials: initialsOf(words).join(separator),
    department: [normalise(matter.department), ...bigramsOf(matter.department)].join(separator),
  };
}

function boostOf(matter: SearchableMatter): number {
  return 1 + Math.log10(1 + matter.uses) * 0.06 + (matter.isOnline ? 0.08 : 0);
}

function meaningsOf(synonyms: readonly SearchSynonym[]): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const { word, means } of synonyms) {
    const key = normalise(word);
    meanings.set(key, [...(meanings.get(key) ?? []), means]);
  }
  return meanings;
}

function queriesFor(typed: string, query: string, meanings: ReadonlyMap<string, string[]>): Query[] {
  const own = han.test(query) ? hanQueries(query) : latinQueries(query);
  const bare = normalise(typed.replaceAll(filler, ' '));
  // Latin letters mean a word only as a whole: `ei` stands in chailvfei too.
  const latin = new Set(typed.toLowerCase().match(/[a-z]+/g));
  const meant = [...meanings]
    .filter(([word]) => (han.test(word) ? query.includes(word) : latin.has(word)))
    .flatMap(([, means]) => means);
  const others = [
    ...(bare !== query && bare !== '' && han.test(bare) ? hanQueries(bare) : []),
    ...meant.flatMap((word) => hanQueries(normalise(word))),
  ];
  return [...own, ...others];
}

const terms = (words: readonly string[], fields: string[], boost: number): QueryCombination => ({
  queries: [words.join(separator)],
  fields,
  boost: Object.fromEntries(fields.map((field) => [field, boost])),
});

/** Words as written, and by their sound: a wrong or a traditional character sounds the same. */
function hanQueries(query: string): Query[] {
  const sound = soundOf(query);
  return [
    terms([query], ['name', 'text'], 6),
    terms(bigramsOf(query), ['name'], 2),
    terms(bigramsOf(query), ['text'], 1.6),
    terms(bigramsOf(query), ['department'], 0.4),
    ...([...query].length < 2 ? [] : [terms([sound], ['sound'], 3), terms([sound], ['keywordSound'], 2.4)]),
  ];
}

/** Full pinyin (a prefix while typing, one slip in longer words) and initials. */
function latinQueries(query: string): Query[] {
  const sound = fuzzySound(query);
  const slips = sound.length >= 5 ? 1 : 0;
  const spelled = (boost: number, fields: string[]): QueryCombination => ({
    queries: [sound],
    fields,
    prefix: true,
    fuzzy: slips,
    boost: Object.fromEntries(fields.map((field) => [field, boost])),
    weights: { prefix: 0.6, fuzzy: 0.5 },
  });
  return [
    terms([query], ['name', 'text'], 6),
    spelled(3, ['sound']),
    spelled(2.4, ['keywordSound']),
    ...longSoundQueries(sound),
    ...(query.length >= 2 && query.length <= (/[aeiou]/.test(query) ? 8 : 14)
      ? [{ ...terms(initialsWindows(query), ['initials'], 3), prefix: true }]
      : []),
  ];
}

/** More than six initials are in no window: the first six and the last six are. */
function initialsWindows(query: string): string[] {
  const initials = initialsTyped(query);
  return initials.length <= longestWindow
    ? [initials]
    : [initials.slice(0, longestWindow), initials.slice(-longestWindow)];
}

const isShort = (sound: string): boolean => sound !== '' && sound.length <= 6;

/**
 * What may have been meant where nothing was found, the likelier first: syllables that stand apart in a name
 * (shuidianfei for 水电空调费), or two letters that changed places (vnp).
 */
function guessesOf(query: string, syllables: ReadonlySet<string>): QueryCombination[] {
  const parts = splitSyllables(fuzzySound(query), syllables);
  const fields = ['sound', 'keywordSound', 'name', 'text'];
  return [
    ...(parts.length < 2 ? [] : [{ combineWith: 'AND' as const, queries: [parts.join(separator)], fields: ['sound'] }]),
    ...(query.length > 8 ? [] : [{ queries: [swappedOnce(query).join(separator)], fields }]),
  ];
}

/** Initials are indexed with fuzzy sounds, so their letters are those of the folded syllables: only zh, ch, sh shrink. */
const initialsTyped = (query: string): string =>
  /^[a-z]+$/.test(query) && /[aeiou]/.test(query) ? query : query.replaceAll(/([zcs])h/g, '$1');

/** More than six syllables are in no window: their beginnings and ends are. */
function longSoundQueries(sound: string): Query[] {
  if (sound.length <= 16) return [];
  const parts = [10, 12, 14, 16, 18, 20].flatMap((length) => [sound.slice(0, length), sound.slice(-length)]);
  return [terms(parts, ['sound', 'keywordSound'], 1)];
}
