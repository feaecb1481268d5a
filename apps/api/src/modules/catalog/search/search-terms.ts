export const longestWindow = 6;

/** One reading of a text, syllable by syllable. */
type Syllables = readonly string[];

/** Full-width to half-width, case folded, spaces and punctuation dropped. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** 在读证明 → 在读, 读证, 证明; a single character stands for itself. Of text that is normalised. */
export function bigramsOf(normalised: string): string[] {
  const characters = [...normalised];
  if (characters.length <= 1) return characters;
  return characters.slice(1).map((character, position) => `${characters[position] ?? ''}${character}`);
}

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
