import { readingsOf, type Reader } from './phonetics.ts';
import { bigramsOf, charactersOf, initialsOf, normalise, soundWindowsOf } from './search-terms.ts';
import { fields, type Field, type IndexedDocument } from './term-index.ts';

export interface SearchableMatter {
  readonly name: string;
  readonly keywords: readonly string[];
  readonly department: string;
  readonly isOnline: boolean;
  /** Cases of the last 90 days: of two equal hits the more used one comes first. */
  readonly uses: number;
}

/** The words by which each matter is found; the reader learns how the catalog is read. */
export function documentsOf(matters: readonly SearchableMatter[], reader: Reader): IndexedDocument[] {
  // Matters share their keywords, and reading a phrase takes long.
  const known = new Map<string, readonly string[][]>();
  const read = (text: string): readonly string[][] => {
    let readings = known.get(text);
    if (readings === undefined) {
      readings = readingsOf(text);
      known.set(text, readings);
      reader.learn(text, readings[0] ?? []);
    }
    return readings;
  };
  return matters.map((matter) => ({ words: wordsOf(matter, read), boost: boostOf(matter) }));
}

function wordsOf(
  { name, keywords, department }: SearchableMatter,
  read: (text: string) => readonly string[][],
): IndexedDocument['words'] {
  const readings = { name: read(name), keywords: keywords.flatMap(read) };
  const words: Record<Field, readonly string[]> = {
    name: wholeAndParts(name),
    text: keywords.flatMap(wholeAndParts),
    characters: charactersOf([name, ...keywords].join('')),
    sound: soundWindowsOf(readings.name),
    keywordSound: soundWindowsOf(readings.keywords),
    initials: initialsOf([...readings.name, ...readings.keywords]),
    department: wholeAndParts(department),
  };
  for (const field of fields) words[field] = [...new Set(words[field])].filter((word) => word !== '');
  return words;
}

function wholeAndParts(text: string): string[] {
  const normalised = normalise(text);
  return [normalised, ...bigramsOf(normalised)];
}

function boostOf({ uses, isOnline }: SearchableMatter): number {
  return 1 + Math.log10(1 + uses) * 0.06 + (isOnline ? 0.08 : 0);
}
