import type { FieldWeights } from './search-query.ts';
import { fields, type TermIndex } from './term-index.ts';

/** Hits far below the best one are noise. */
const leastShareOfBest = 0.22;

/** Adds up what the words of one query weigh on each document; kept between queries, and wiped where it was touched. */
export class ScoreBoard {
  readonly #index: TermIndex;
  readonly #scores: Float64Array;
  readonly #wordsHit: Uint16Array;
  readonly #lastWord: Uint32Array;
  readonly #touched: number[] = [];
  #word = 0;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#scores = new Float64Array(index.documents);
    this.#wordsHit = new Uint16Array(index.documents);
    this.#lastWord = new Uint32Array(index.documents);
  }

  /** What is added from here on belongs to another word. Words are numbered over all queries, so no mark is ever wiped. */
  nextWord(): void {
    this.#word += 1;
  }

  /** Word `number` of the index was hit; `share` is less than 1 where it is not quite what was asked for. */
  add(number: number, weights: FieldWeights, share: number): void {
    const { firstEntry, fieldOf, rarityOf, firstPosting, postings, weights: ofDocument } = this.#index;
    for (let entry = firstEntry[number]!; entry < firstEntry[number + 1]!; entry += 1) {
      const field = fieldOf[entry]!;
      const weight = weights[field]! * share * rarityOf[entry]!;
      if (weight === 0) continue;
      for (let at = firstPosting[entry]!; at < firstPosting[entry + 1]!; at += 1) {
        const document = postings[at]!;
        this.#count(document);
        this.#scores[document]! += weight * ofDocument[document * fields.length + field]!;
      }
    }
  }

  #count(document: number): void {
    if (this.#lastWord[document] === this.#word) return;
    this.#lastWord[document] = this.#word;
    if (this.#wordsHit[document] === 0) this.#touched.push(document);
    this.#wordsHit[document]! += 1;
  }

  /** Documents with at least so many of the words, best first; each word that hit counts once more. Wipes the board. */
  take(leastWords: number): number[] {
    const [scores, wordsHit] = [this.#scores, this.#wordsHit];
    let best = 0;
    for (const document of this.#touched) {
      const hit = wordsHit[document]!;
      scores[document] = hit < leastWords ? 0 : scores[document]! * hit;
      best = Math.max(best, scores[document]);
    }
    const enough = best * leastShareOfBest;
    const found = this.#touched
      .filter((document) => scores[document]! > 0 && scores[document]! >= enough)
      .sort((a, b) => scores[b]! - scores[a]! || a - b);
    for (const document of this.#touched) scores[document] = wordsHit[document] = 0;
    this.#touched.length = 0;
    return found;
  }
}
