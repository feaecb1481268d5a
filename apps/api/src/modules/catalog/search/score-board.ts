import { takeBest } from './best-first.ts';
import type { FieldWeights } from './search-query.ts';
import type { TermIndex } from './term-index.ts';

/** Hits far below the best one are noise. */
const leastShareOfBest = 0.22;

/** Words are numbered in 32 bits. */
const lastWord = 2 ** 32 - 1_000;

/**
 * Adds up what the words of one query weigh on each document; kept between queries and never wiped: what stands there of
 * an earlier query is told by its word. What is known of a document lies side by side in 16 bytes: the processor waits for
 * memory longer than it adds.
 */
export class ScoreBoard {
  readonly #index: TermIndex;
  /** The score of document `d` stands at `2 * d`. */
  readonly #scores: Float64Array;
  /** The last word that hit document `d` stands at `4 * d + 2`, how many did at `4 * d + 3`. */
  readonly #marks: Uint32Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  /** Words are numbered over all queries; those of this query from `#firstWord` on. */
  #word = 0;
  #firstWord = 1;

  constructor(index: TermIndex) {
    this.#index = index;
    const places = new ArrayBuffer(index.documents * 16);
    this.#scores = new Float64Array(places);
    this.#marks = new Uint32Array(places);
    this.#touched = new Uint32Array(index.documents);
  }

  /** What is added from here on belongs to another word. */
  nextWord(): void {
    this.#word += 1;
  }

  /** Word `number` of the index was hit; `share` is less than 1 where it is not quite what was asked for. */
  add(number: number, weights: FieldWeights, share: number): void {
    const { firstEntry, fieldOf, rarityOf, firstPosting, postings, weightOf } = this.#index;
    const scores = this.#scores;
    for (let entry = firstEntry[number]!; entry < firstEntry[number + 1]!; entry += 1) {
      const weight = weights[fieldOf[entry]!]! * share * rarityOf[entry]!;
      if (weight === 0) continue;
      for (let at = firstPosting[entry]!; at < firstPosting[entry + 1]!; at += 1) {
        const document = postings[at]!;
        this.#count(document);
        scores[2 * document]! += weight * weightOf[at]!;
      }
    }
  }

  #count(document: number): void {
    const marks = this.#marks;
    const before = marks[4 * document + 2]!;
    if (before === this.#word) return;
    marks[4 * document + 2] = this.#word;
    if (before >= this.#firstWord) {
      marks[4 * document + 3]! += 1;
      return;
    }
    marks[4 * document + 3] = 1;
    this.#scores[2 * document] = 0;
    this.#touched[this.#touchedCount++] = document;
  }

  /** Documents with at least so many of the words, the `most` best of them, best first; each word that hit counts once more. */
  take(leastWords: number, most: number): number[] {
    const found = this.#touched.subarray(0, this.#gather(leastWords));
    this.#begin();
    return takeBest(found, this.#scores, most);
  }

  /** Puts the documents that are worth showing to the front of those that were touched; answers how many they are. */
  #gather(leastWords: number): number {
    const [scores, marks, touched] = [this.#scores, this.#marks, this.#touched];
    let best = 0;
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const document = touched[at]!;
      const hit = marks[4 * document + 3]!;
      const score = hit < leastWords ? 0 : scores[2 * document]! * hit;
      scores[2 * document] = score;
      if (score > best) best = score;
    }
    let count = 0;
    for (let at = 0; at < this.#touchedCount && best > 0; at += 1)
      if (scores[2 * touched[at]!]! >= best * leastShareOfBest) touched[count++] = touched[at]!;
    return count;
  }

  #begin(): void {
    this.#touchedCount = 0;
    if (this.#word > lastWord) {
      this.#marks.fill(0);
      this.#word = 0;
    }
    this.#firstWord = this.#word + 1;
  }
}
