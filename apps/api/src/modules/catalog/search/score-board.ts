import type { FieldWeights } from './search-query.ts';
import type { TermIndex } from './term-index.ts';

/** Hits far below the best one are noise. */
const leastShareOfBest = 0.22;

/**
 * Adds up what the words of one query weigh on each document; kept between queries, and wiped where it was touched. What
 * is known of a document lies side by side in 16 bytes: the processor waits for memory longer than it adds.
 */
export class ScoreBoard {
  readonly #index: TermIndex;
  /** The score of document `d` stands at `2 * d`. */
  readonly #scores: Float64Array;
  /** The last word that hit document `d` stands at `4 * d + 2`, how many did at `4 * d + 3`. */
  readonly #marks: Uint32Array;
  readonly #touched: Uint32Array;
  #touchedCount = 0;
  #word = 0;

  constructor(index: TermIndex) {
    this.#index = index;
    const places = new ArrayBuffer(index.documents * 16);
    this.#scores = new Float64Array(places);
    this.#marks = new Uint32Array(places);
    this.#touched = new Uint32Array(index.documents);
  }

  /** What is added from here on belongs to another word. Words are numbered over all queries, so no mark is ever wiped. */
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
    if (marks[4 * document + 2] === this.#word) return;
    marks[4 * document + 2] = this.#word;
    if (marks[4 * document + 3] === 0) this.#touched[this.#touchedCount++] = document;
    marks[4 * document + 3]! += 1;
  }

  /** Documents with at least so many of the words, best first; each word that hit counts once more. Wipes the board. */
  take(leastWords: number): number[] {
    const [scores, marks] = [this.#scores, this.#marks];
    const [touched, count] = [this.#touched, this.#touchedCount];
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const document = touched[at]!;
      const hit = marks[4 * document + 3]!;
      const score = hit < leastWords ? 0 : scores[2 * document]! * hit;
      scores[2 * document] = score;
      if (score > best) best = score;
    }
    const found: number[] = [];
    for (let at = 0; at < count && best > 0; at += 1)
      if (scores[2 * touched[at]!]! >= best * leastShareOfBest) found.push(touched[at]!);
    if (found.length > 1) found.sort((a, b) => scores[2 * b]! - scores[2 * a]! || a - b);
    for (let at = 0; at < count; at += 1) scores[2 * touched[at]!] = marks[4 * touched[at]! + 3] = 0;
    this.#touchedCount = 0;
    return found;
  }
}
