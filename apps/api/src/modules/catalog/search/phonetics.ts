import { pinyin, polyphonic } from 'pinyin-pro';

const han = /\p{Script=Han}/u;

const hanOf = (text: string): string[] => [...text].filter((character) => han.test(character));

/** How many readings of one text are indexed at the most: 重修 has two, a name full of polyphones would have hundreds. */
const mostReadings = 6;

/** Every plausible reading of the Han characters of a text, each as syllables without tones; the usual one first. */
export function readingsOf(text: string): string[][] {
  const characters = hanOf(text).join('');
  if (characters === '') return [];
  const usual = pinyin(characters, { toneType: 'none', type: 'array', v: true });
  const choices = polyphonic(characters, { toneType: 'none', type: 'array', v: true });
  const readings = [usual];
  for (const [position, syllables] of choices.entries()) {
    for (const other of new Set(syllables)) {
      if (other === usual[position] || readings.length >= mostReadings) continue;
      readings.push(usual.with(position, other));
    }
  }
  return readings.map((reading) => reading.map(fuzzySound));
}

/** Letter under which an index lists a name: that of its first syllable, `#` where there is none. */
export function initialOf(name: string): string {
  const [first = ''] = pinyin(name.trim(), { pattern: 'first', toneType: 'none', type: 'array' });
  const letter = first.slice(0, 1).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : '#';
}

/** Reads what is typed the way the catalog reads it. */
export interface Reader {
  /** Remembers how the characters of a text are read beside each other: its usual reading, of `readingsOf`. */
  learn(text: string, usual: readonly string[]): void;
  /** How something typed, Han and Latin mixed, is usually read: 在du证明 → zaiduzenmin. */
  soundOf(typed: string): string;
}

/**
 * To read a character right one must know its neighbours (重修, 重量); asking a dictionary of phrases takes longer than the
 * search itself. So two neighbours are read as in the catalog where it has them, any other character by itself.
 */
export function createReader(): Reader {
  const alone = new Map<number, string>();
  const pairs = new Map<number, Pair>();
  const aloneOf = (character: number): string => {
    let sound = alone.get(character);
    if (sound === undefined) {
      sound = fuzzySound(pinyin(String.fromCodePoint(character), { toneType: 'none', v: true }));
      alone.set(character, sound);
    }
    return sound;
  };
  return {
    learn(text, usual) {
      const characters = hanOf(text).map((character) => character.codePointAt(0)!);
      for (let at = 1; at < characters.length; at += 1) {
        const key = pairKey(characters[at - 1]!, characters[at]!);
        if (!pairs.has(key)) pairs.set(key, { first: usual[at - 1]!, second: usual[at]! });
      }
    },
    soundOf(typed) {
      let sound = '';
      let before: Pair | undefined;
      for (let at = 0; at < typed.length;) {
        const character = typed.codePointAt(at)!;
        at += character > 0xffff ? 2 : 1;
        const next = typed.codePointAt(at);
        const pair = next === undefined ? undefined : pairs.get(pairKey(character, next));
        sound += before?.second ?? pair?.first ?? aloneOf(character);
        before = pair;
      }
      return sound;
    },
  };
}

/** How two characters that stand beside each other in the catalog are read. */
interface Pair {
  readonly first: string;
  readonly second: string;
}

/** A small number, which a map finds faster than a text. Very rare characters have more than 16 bits: pairs of them may be mixed up. */
const pairKey = (first: number, second: number): number => (first << 16) ^ second;

/** Sounds that many speakers don't tell apart are written alike: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, l/n at the start is kept. */
export function fuzzySound(sound: string): string {
  return sound
    .toLowerCase()
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll(/([aei])ng/g, '$1n')
    .replaceAll('ü', 'v');
}
