import { fuzzySound } from './phonetics.ts';
import { bigramsOf, longestWindow, swappedOnce } from './search-terms.ts';
import { fields, type Field } from './term-index.ts';

/** What a hit weighs, by field in their order. */
export type FieldWeights = Float64Array;

/** How much a hit on a word counts: on the word itself, on a longer one that begins so, on one with a slip. */
export interface Wanted {
  readonly itself: FieldWeights;
  readonly begun?: FieldWeights | undefined;
  readonly slipped?: FieldWeights | undefined;
}

/** The words that a query stands for. A word that is asked for in several ways counts as one, with all their weight. */
export type Query = Map<string, Wanted>;

const weigh = (weights: Partial<Record<Field, number>>, share = 1): FieldWeights =>
  Float64Array.from(fields, (field) => (weights[field] ?? 0) * share);

const spelled = { sound: 3, keywordSound: 2.4 };
const ways = {
  whole: { itself: weigh({ name: 6, text: 6 }) },
  part: { itself: weigh({ name: 2, text: 1.6, department: 0.4 }) },
  sound: { itself: weigh(spelled) },
  spelled: { itself: weigh(spelled), begun: weigh(spelled, 0.6) },
  spelledLong: { itself: weigh(spelled), begun: weigh(spelled, 0.6), slipped: weigh(spelled, 0.5) },
  soundOfEnd: { itself: weigh({ sound: 1, keywordSound: 1 }) },
  initials: { itself: weigh({ initials: 3 }), begun: weigh({ initials: 3 }, 0.375) },
  syllable: { itself: weigh({ sound: 1 }) },
  guess: { itself: weigh({ sound: 1, keywordSound: 1, name: 1, text: 1 }) },
  character: { itself: weigh({ characters: 1 }) },
} satisfies Record<string, Wanted>;

/** Words with one slip are looked for where there are so many letters that few others are near. */
const shortestSlip = 5;

export function want(query: Query, word: string, wanted: Wanted): void {
  const before = query.get(word);
  query.set(word, before === undefined ? wanted : both(before, wanted));
}

/** Sums of two ways are the same for every query. Of more than two, which is rare, none is remembered. */
const sums = new Map<Wanted, Map<Wanted, Wanted>>(Object.values(ways).map((way) => [way, new Map()]));

function both(one: Wanted, other: Wanted): Wanted {
  const known = sums.get(one);
  const sum = known?.get(other) ?? sumOf(one, other);
  known?.set(other, sum);
  return sum;
}

function sumOf(one: Wanted, other: Wanted): Wanted {
  const sum = (a?: FieldWeights, b?: FieldWeights): FieldWeights | undefined =>
    a === undefined || b === undefined ? (a ?? b) : a.map((weight, field) => weight + b[field]!);
  return {
    itself: sum(one.itself, other.itself)!,
    begun: sum(one.begun, other.begun),
    slipped: sum(one.slipped, other.slipped),
  };
}

/** Words as written, and by their sound: a wrong or a traditional character sounds the same. */
export function wantHan(query: Query, typed: string, sound: string): void {
  want(query, typed, ways.whole);
  const parts = bigramsOf(typed);
  for (const part of parts) want(query, part, ways.part);
  if (typed.length >= 2) want(query, sound, ways.sound);
}

/** Full pinyin (a prefix while typing, one slip in longer words) and initials. */
export function wantLatin(query: Query, typed: string): void {
  const sound = fuzzySound(typed);
  const hasVowel = /[aeiou]/.test(typed);
  want(query, typed, ways.whole);
  want(query, sound, sound.length >= shortestSlip ? ways.spelledLong : ways.spelled);
  for (const part of endsOf(sound)) want(query, part, ways.soundOfEnd);
  if (typed.length < 2 || typed.length > (hasVowel ? 8 : 14)) return;
  for (const initials of initialsWindows(initialsTyped(typed, hasVowel))) want(query, initials, ways.initials);
}

/** Two letters changed places (vnp). */
export function swappedQuery(typed: string): Query {
  return queryOf(swappedOnce(typed), ways.guess);
}

/** All syllables in one name, also where others stand between them. */
export const syllableQuery = (syllables: readonly string[]): Query => queryOf(syllables, ways.syllable);

export const characterQuery = (characters: readonly string[]): Query => queryOf(characters, ways.character);

function queryOf(words: readonly string[], wanted: Wanted): Query {
  const query: Query = new Map();
  for (const word of words) want(query, word, wanted);
  return query;
}

/** More than six syllables are in no window: their beginnings and ends are. */
function endsOf(sound: string): string[] {
  if (sound.length <= 16) return [];
  return [10, 12, 14, 16, 18, 20].flatMap((length) => [sound.slice(0, length), sound.slice(-length)]);
}

/** More than six initials are in no window: the first six and the last six are. */
const initialsWindows = (initials: string): string[] =>
  initials.length <= longestWindow ? [initials] : [initials.slice(0, longestWindow), initials.slice(-longestWindow)];

/** Initials are indexed with fuzzy sounds, so their letters are those of the folded syllables: only zh, ch, sh shrink. */
const initialsTyped = (typed: string, hasVowel: boolean): string =>
  hasVowel && /^[a-z]+$/.test(typed) ? typed : typed.replaceAll(/([zcs])h/g, '$1');
