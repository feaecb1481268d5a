import { normalise } from './search-terms.ts';

const han = /\p{Script=Han}/u;

/** A word that people say for what a catalog calls otherwise. */
export interface SearchSynonym {
  readonly word: string;
  readonly means: string;
}

/** What the words in a query mean, normalised: `typed` as it was entered, `query` normalised. */
export type FindMeanings = (typed: string, query: string) => string[];

interface Meaning {
  readonly word: string;
  readonly means: string[];
}

/** Words are kept by their first character, so that a query is held against a few of them instead of all. */
export function createMeanings(synonyms: readonly SearchSynonym[]): FindMeanings {
  const byFirst = new Map<number, Meaning[]>();
  const latin = new Map<string, string[]>();
  for (const [word, means] of meaningsByWord(synonyms)) {
    if (!han.test(word)) latin.set(word, means);
    else byFirst.set(word.charCodeAt(0), [...(byFirst.get(word.charCodeAt(0)) ?? []), { word, means }]);
  }
  return (typed, query) => {
    const found: string[] = [];
    for (let at = 0; at < query.length; at += 1) {
      const meant = byFirst.get(query.charCodeAt(at));
      if (meant !== undefined)
        for (const { word, means } of meant) if (query.indexOf(word) === at) found.push(...means);
    }
    // Latin letters mean a word only as a whole: `ei` stands in chailvfei too.
    const letters = typed.toLowerCase().match(/[a-z]+/g);
    if (letters !== null) for (const word of new Set(letters)) found.push(...(latin.get(word) ?? []));
    return found;
  };
}

function meaningsByWord(synonyms: readonly SearchSynonym[]): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const { word, means } of synonyms) {
    const key = normalise(word);
    if (key !== '') meanings.set(key, [...(meanings.get(key) ?? []), normalise(means)]);
  }
  return meanings;
}
