import type { FieldWeights, Query } from './search-query.ts';
import type { Spellings } from './spellings.ts';
import type { TermIndex } from './term-index.ts';

/** Hits far below the best one are noise. */
const leastShareOfBest = 0.22;
/** A longer word counts less the more letters it has beyond those that were typed. */
const beyondTyped = 0.3;

export interface FindOptions {
  /** Only documents that hold every word of the query. */
  readonly all?: boolean;
}

/** Answers the numbers of documents for a query, best first; documents with more of its words gain twice. */
export type FindDocuments = (query: Query, options?: FindOptions) => number[];

/** Scores are kept between calls in arrays of the size of the catalog, and wiped where they were touched. */
export function createFinder(index: TermIndex, spellings: Spellings): FindDocuments {
  const scores = new Float64Array(index.documents);
  const wordsHit = new Uint16Array(index.documents);
  const lastWord = new Uint32Array(index.documents);
  const touched: number[] = [];
  let word = 0;

  const add = (number: number, weights: FieldWeights, share: number): void => {
    const { firstEntry, fieldOf, firstPosting, postings } = index;
    for (let entry = firstEntry[number]!; entry < firstEntry[number + 1]!; entry += 1) {
      const field = fieldOf[entry]!;
      const weight = weights[field]! * share * index.rarityOf[entry]!;
      if (weight === 0) continue;
      const inField = index.weights[field]!;
      for (let at = firstPosting[entry]!; at < firstPosting[entry + 1]!; at += 1) {
        const document = postings[at]!;
        if (lastWord[document] !== word) {
          lastWord[document] = word;
          if (wordsHit[document]! === 0) touched.push(document);
          wordsHit[document]! += 1;
        }
        scores[document]! += weight * inField[document]!;
      }
    }
  };

  const addLonger = (typed: string, weights: FieldWeights): readonly [number, number] => {
    const range = spellings.beginningWith(typed);
    for (let number = range[0]; number < range[1]; number += 1) {
      const { length } = index.latin[number]!;
      if (length > typed.length) add(number, weights, length / (length + beyondTyped * (length - typed.length)));
    }
    return range;
  };

  const addSlips = (typed: string, weights: FieldWeights, [from, to]: readonly [number, number]): void => {
    for (const number of spellings.oneSlipFrom(typed)) {
      const { length } = index.latin[number]!;
      if (number < from || number >= to) add(number, weights, length / (length + 1));
    }
  };

  const ranked = (least: number): number[] => {
    let best = 0;
    for (const document of touched) {
      const hit = wordsHit[document]!;
      scores[document] = hit < least ? 0 : scores[document]! * hit;
      if (scores[document] > best) best = scores[document];
    }
    const enough = best * leastShareOfBest;
    return touched
      .filter((document) => scores[document]! > 0 && scores[document]! >= enough)
      .sort((a, b) => scores[b]! - scores[a]! || a - b);
  };

  const wipe = (): void => {
    for (const document of touched) scores[document] = wordsHit[document] = 0;
    touched.length = 0;
  };

  return (query, { all = false } = {}) => {
    for (const [typed, { itself, begun, slipped }] of query) {
      // A number for each word asked for, over all queries: nothing has to be wiped between two words.
      word += 1;
      const number = index.numbers.get(typed);
      if (number !== undefined) add(number, itself, 1);
      const longer = begun === undefined ? undefined : addLonger(typed, begun);
      if (slipped !== undefined) addSlips(typed, slipped, longer ?? [0, 0]);
    }
    const found = ranked(all ? query.size : 1);
    wipe();
    return found;
  };
}
