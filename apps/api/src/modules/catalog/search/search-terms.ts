export const longestWindow = 6;

/** One reading of a text, syllable by syllable. */
type Syllables = readonly string[];

/** Most of what is typed is so already; finding that out costs a tenth of doing it. */
const isNormal = (text: string): boolean => /^[a-z0-9\u4e00-\u9fff]*$/.test(text);

/** Full-width to half-width, case folded, spaces and punctuation dropped. */
export function normalise(text: string): string {
  if (isNormal(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** 在读证明 → 在读, 读证, 证明; a single character stands for itself. Of text that is normalised. */
export function bigramsOf(normalised: string): string[] {
  const found: string[] = [];
  let [from, middle] = [0, endOfCharacter(normalised, 0)];
  while (middle < normalised.length) {
    const to = endOfCharacter(normalised, middle);
    found.push(normalised.slice(from, to));
    [from, middle] = [middle, to];
  }
  return found.length > 0 || normalised === '' ? found : [normalised];
}

/** A rare character takes two places of a text. */
const endOfCharacter = (text: string, at: number): number => at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export const charactersOf = (text: string): string[] => [...new Set(normalise(text))];

/** Every run of up to six syllables, joined: what full pinyin of a part of the name looks like. */
export function soundWindowsOf(readings: readonly Syllables[]): string[] {
  return windows(readings, (syllables) => syllables.join(''));
}

/** zdzm for 在读证明: the initials of every run of two to six syllables. */
export function initialsOf(readings: readonly Syllables[]): string[] {
  return windows(readings, (syllables) =>
    syllables.length < 2 ? undefined : syllables.map((syllable) => syllable[0]).join(''),
  );
}

function windows(readings: readonly Syllables[], word: (syllables: Syllables) => string | undefined): string[] {
  const found = new Set<string>();
  for (const reading of readings) {
    for (let from = 0; from < reading.length; from += 1) {
      for (let to = from + 1; to <= Math.min(reading.length, from + longestWindow); to += 1) {
        const term = word(reading.slice(from, to));
        if (term !== undefined) found.add(term);
      }
    }
  }
  return [...found];
}

/** shuidianfei → sui, dian, fei, where all of it is made of known syllables; otherwise nothing. */
export function splitSyllables(sound: string, known: ReadonlySet<string>): string[] {
  const ways: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= sound.length; end += 1) {
    for (let start = Math.max(0, end - longestWindow); start < end; start += 1) {
      const before = ways[start];
      const syllable = sound.slice(start, end);
      // Longer syllables first: xian is one before it is xi and an.
      if (before !== undefined && known.has(syllable)) ways[end] ??= [...before, syllable];
    }
  }
  return ways[sound.length] ?? [];
}

/** vnp → nvp, vpn: the word with two neighbours changed. */
export function swappedOnce(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, position) =>
    letters
      .with(position, letter)
      .with(position + 1, letters[position] ?? '')
      .join(''),
  );
}
