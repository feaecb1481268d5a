import { numberWords, type NumberOf } from './word-numbers.ts';

/** What a word of a matter is: a word of its name, of its keywords, a sound … Each has weights of its own in a query. */
export const fields = ['name', 'text', 'characters', 'sound', 'initials', 'keywordSound', 'department'] as const;
export type Field = (typeof fields)[number];

/** The words of one matter, field by field. */
export interface IndexedDocument {
  readonly words: Readonly<Record<Field, readonly string[]>>;
  /** What every hit on it is multiplied by. */
  readonly boost: number;
}

/** Which documents hold a word, in arrays without objects: 10,000 matters have two million such places. */
export interface TermIndex {
  readonly documents: number;
  /** Words in Latin letters, in order; the number of a word is its place here. All other words have higher numbers. */
  readonly latin: readonly string[];
  readonly numberOf: NumberOf;
  /** The entries of word `n` are those from `firstEntry[n]` to `firstEntry[n + 1]`: one for each field that holds it. */
  readonly firstEntry: Uint32Array;
  readonly fieldOf: Uint8Array;
  /** How rare the word is in that field. */
  readonly rarityOf: Float32Array;
  /** The documents of entry `e` are `postings[firstPosting[e]]` up to `postings[firstPosting[e + 1]]`. */
  readonly firstPosting: Uint32Array;
  readonly postings: Uint16Array | Uint32Array;
  /** What a hit weighs there: the shorter the field of the document the more, by BM25+. Read together with `postings`. */
  readonly weightOf: Float32Array;
  /** Letters of each Latin word. */
  readonly lengths: Uint8Array;
}

/** BM25+ with its usual parameters, for words that stand in a field once. */
const saturation = 1.2;
const lengthShare = 0.7;
const floor = 0.5;

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);

export function buildTermIndex(documents: readonly IndexedDocument[]): TermIndex {
  const { words, latin } = sortedWords(documents);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const { keys, ...arrays } = placesOf(documents, numbers);
  const fieldOf = Uint8Array.from(keys, (key) => key % fields.length);
  return {
    ...arrays,
    documents: documents.length,
    latin,
    numberOf: numberWords(words),
    fieldOf,
    weightOf: weightOfPlaces(weightsOf(documents), fieldOf, arrays),
    lengths: Uint8Array.from(latin, ({ length }) => length),
  };
}

/** Counts the documents of every word and field first, so that each list can be written where it stays. */
function placesOf(documents: readonly IndexedDocument[], numbers: ReadonlyMap<string, number>) {
  const sizes = new Uint32Array(numbers.size * fields.length);
  const eachPlace = (visit: (key: number, document: number) => void): void => {
    for (const [document, { words }] of documents.entries())
      for (const [field, name] of fields.entries())
        for (const word of words[name]) visit(numbers.get(word)! * fields.length + field, document);
  };
  eachPlace((key) => (sizes[key]! += 1));
  const entries = entriesOf(sizes, documents.length);
  const places = entries.firstPosting.at(-1) ?? 0;
  const postings = documents.length < 65_536 ? new Uint16Array(places) : new Uint32Array(places);
  // From here on `sizes` says where the next document of a word and field goes.
  for (const [entry, key] of entries.keys.entries()) sizes[key] = entries.firstPosting[entry]!;
  eachPlace((key, document) => (postings[sizes[key]!++] = document));
  return { ...entries, postings };
}

/** Latin words first and in order, so that those with one beginning are neighbours, in the postings too. */
function sortedWords(documents: readonly IndexedDocument[]): { words: string[]; latin: string[] } {
  const known = new Set<string>();
  for (const { words } of documents) for (const field of fields) for (const word of words[field]) known.add(word);
  const all = [...known];
  const latin = all.filter(isLatin).sort();
  return { words: [...latin, ...all.filter((word) => !isLatin(word))], latin };
}

function entriesOf(sizes: Uint32Array, documents: number) {
  const keys = Uint32Array.from(sizes.keys()).filter((key) => sizes[key] !== 0);
  const firstEntry = new Uint32Array(sizes.length / fields.length + 1);
  const firstPosting = new Uint32Array(keys.length + 1);
  const rarityOf = new Float32Array(keys.length);
  for (const [entry, key] of keys.entries()) {
    const held = sizes[key]!;
    firstEntry[Math.floor(key / fields.length) + 1] = entry + 1;
    firstPosting[entry + 1] = firstPosting[entry]! + held;
    rarityOf[entry] = Math.log(1 + (documents - held + 0.5) / (held + 0.5));
  }
  return { keys, firstEntry, firstPosting, rarityOf };
}

function weightOfPlaces(
  weights: Float32Array,
  fieldOf: Uint8Array,
  { firstPosting, postings }: Pick<TermIndex, 'firstPosting' | 'postings'>,
): Float32Array {
  const weightOf = new Float32Array(postings.length);
  for (const [entry, field] of fieldOf.entries())
    for (let at = firstPosting[entry]!; at < firstPosting[entry + 1]!; at += 1)
      weightOf[at] = weights[postings[at]! * fields.length + field]!;
  return weightOf;
}

/** What a hit on a document weighs, at `document * fields.length + field`. */
function weightsOf(documents: readonly IndexedDocument[]): Float32Array {
  const weights = new Float32Array(documents.length * fields.length);
  for (const [field, name] of fields.entries()) {
    const lengths = documents.map(({ words }) => Math.max(1, words[name].length));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    for (const [document, { boost }] of documents.entries()) {
      const length = 1 - lengthShare + (lengthShare * lengths[document]!) / mean;
      weights[document * fields.length + field] = boost * (floor + (saturation + 1) / (1 + saturation * length));
    }
  }
  return weights;
}
