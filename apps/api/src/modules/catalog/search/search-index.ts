import { commonWords } from './common-words.ts';
import { createFinder } from './find-documents.ts';
import { createMeanings, type SearchSynonym } from './meanings.ts';
import { createReader, fuzzySound } from './phonetics.ts';
import { characterQuery, swappedQuery, syllableQuery, wantHan, wantLatin, type Query } from './search-query.ts';
import { charactersOf, normalise, splitSyllables } from './search-terms.ts';
import { createSpellings } from './spellings.ts';
import { documentsOf, type SearchableMatter } from './searchable-matter.ts';
import { buildTermIndex } from './term-index.ts';

export interface SearchResult {
  /** Places of the matters among those that the index was made of, best first. */
  readonly hits: readonly number[];
  /** Where nothing hit: what shares single characters with the query. */
  readonly nearest: readonly number[];
}

export interface SearchIndex {
  /** `most` hits: the fewer are wanted, the faster it is. */
  search(query: string, most?: number): SearchResult;
}

const han = /\p{Script=Han}/u;
/** What people put around the thing they look for. */
const filler = /(请问|我想|我要|想要|怎么样|怎么办理|怎么办|怎么|如何|哪里|在哪|可以|需要|吗|呢|的|了|去)/gu;
const longestSyllable = 6;
const isShort = (sound: string): boolean => sound.length <= longestSyllable;
const longestSwap = 8;
const nearestShown = 3;

export function createSearchIndex(
  matters: readonly SearchableMatter[],
  synonyms: readonly SearchSynonym[],
): SearchIndex {
  const meaningsIn = createMeanings([...commonWords, ...synonyms]);
  const reader = createReader();
  const documents = documentsOf(matters, reader);
  const index = buildTermIndex(documents);
  const find = createFinder(index, createSpellings(index.latin));
  const syllables = new Set(documents.flatMap(({ words }) => words.sound).filter(isShort));

  const queryFor = (typed: string, query: string): Query => {
    const wanted: Query = new Map();
    if (!han.test(query)) wantLatin(wanted, query);
    else {
      wantHan(wanted, query, reader.soundOf(query));
      const without = typed.replaceAll(filler, ' ');
      const bare = without === typed ? query : normalise(without);
      if (bare !== query && han.test(bare)) wantHan(wanted, bare, reader.soundOf(bare));
    }
    for (const means of meaningsIn(typed, query)) wantHan(wanted, means, reader.soundOf(means));
    return wanted;
  };
  /**
   * What may have been meant where nothing was found, the likelier first: syllables that stand apart in a name
   * (shuidianfei for 水电空调费), or two letters that changed places (vnp).
   */
  const guess = (query: string, most?: number): number[] => {
    const parts = splitSyllables(fuzzySound(query), syllables);
    const found = parts.length < 2 ? [] : find(syllableQuery(parts), { all: true, most });
    return found.length > 0 || query.length > longestSwap ? found : find(swappedQuery(query), { most });
  };
  return {
    search(typed, most) {
      const query = normalise(typed);
      if (query === '') return { hits: [], nearest: [] };
      const found = find(queryFor(typed, query), { most });
      const hits = found.length > 0 || han.test(query) ? found : guess(query, most);
      if (hits.length > 0) return { hits, nearest: [] };
      return { hits: [], nearest: find(characterQuery(charactersOf(query)), { most: nearestShown }) };
    },
  };
}
