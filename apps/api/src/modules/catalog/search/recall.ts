import { readFileSync } from 'node:fs';
import type { SearchIndex } from './search-index.ts';

/** A question as people type it, and the matters that would be a right answer. */
export interface SearchQuestion {
  readonly query: string;
  readonly right: readonly string[];
}

/** Written before the ranking was tuned; grows with what people ask. */
export const ownCorpus = new URL('./corpus.tsv', import.meta.url);

/** `question<TAB>matter name`, several right names parted by `|`. */
export function readCorpus(file: string | URL): SearchQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [query = '', names = ''] = line.split('\t');
      return { query, right: names.split('|').map((name) => name.trim()) };
    });
}

export interface Recall {
  readonly recallAt3: number;
  readonly queries: number;
  readonly misses: readonly { readonly query: string; readonly found: readonly string[] }[];
}

/** Share of the questions for which one of the right matters is among the first three hits. */
export function measureRecall(
  index: SearchIndex,
  nameOf: (place: number) => string,
  questions: readonly SearchQuestion[],
): Recall {
  const misses = questions.flatMap(({ query, right }) => {
    const found = index.search(query).hits.slice(0, 3).map(nameOf);
    return found.some((name) => right.includes(name)) ? [] : [{ query, found }];
  });
  return { recallAt3: (questions.length - misses.length) / questions.length, queries: questions.length, misses };
}
