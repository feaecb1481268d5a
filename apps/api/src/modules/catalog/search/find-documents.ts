import { ScoreBoard } from './score-board.ts';
import type { FieldWeights, Query } from './search-query.ts';
import type { Spellings } from './spellings.ts';
import type { TermIndex } from './term-index.ts';

/** A longer word counts less the more letters it has beyond those that were typed. */
const beyondTyped = 0.3;

export interface FindOptions {
  /** Only documents that hold every word of the query. */
  readonly all?: boolean;
  /** How many at the most; all of them unless said otherwise. */
  readonly most?: number | undefined;
}

/** Answers the numbers of documents for a query, best first; documents with more of its words gain twice. */
export type FindDocuments = (query: Query, options?: FindOptions) => number[];

export function createFinder(index: TermIndex, spellings: Spellings): FindDocuments {
  const board = new ScoreBoard(index);

  const addLonger = (typed: string, weights: FieldWeights): readonly [number, number] => {
    const range = spellings.beginningWith(typed);
    for (let number = range[0]; number < range[1]; number += 1) {
      const length = index.lengths[number]!;
      if (length > typed.length) board.add(number, weights, length / (length + beyondTyped * (length - typed.length)));
    }
    return range;
  };

  const addSlips = (typed: string, weights: FieldWeights, [from, to]: readonly [number, number]): void => {
    for (const number of spellings.oneSlipFrom(typed)) {
      const length = index.lengths[number]!;
      // What goes on by one letter differs by one letter too, and was added above.
      if (number < from || number >= to) board.add(number, weights, length / (length + 1));
    }
  };

  return (query, { all = false, most = Infinity } = {}) => {
    for (const [typed, { itself, begun, slipped }] of query) {
      board.nextWord();
      const number = index.numberOf(typed);
      if (number >= 0) board.add(number, itself, 1);
      const longer = begun === undefined ? undefined : addLonger(typed, begun);
      if (slipped !== undefined) addSlips(typed, slipped, longer ?? [0, 0]);
    }
    return board.take(all ? query.size : 1, most);
  };
}
