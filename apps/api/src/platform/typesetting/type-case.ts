import { readFileSync } from 'node:fs';
import { readCharacterMap, type CharacterMap } from './character-map.ts';
import type { FontFace } from './fonts.ts';

/** A piece of text in one font. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

/** Sets a text in the fonts that have its characters. */
export type SetText = (text: string) => Run[];

/** Characters that no font of this machine can draw: nothing is printed then, never a box in place of a name. */
export class RareCharacters extends Error {
  override name = 'RareCharacters';
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`no font has ${characters.map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join(', ')}`);
    this.characters = characters;
  }
}

interface LoadedFace extends FontFace {
  readonly family: string;
  readonly bytes: Buffer;
  readonly characters: CharacterMap;
}

/** A fount in which each character is set from the first font that has it; fonts are read when first needed. */
export interface TypeCase {
  /** @throws RareCharacters */
  readonly set: SetText;
  /** The fonts that were used so far. */
  readonly faces: () => readonly LoadedFace[];
}

export function createTypeCase(fonts: readonly FontFace[]): TypeCase {
  const loaded: LoadedFace[] = [];
  const faceAt = (index: number): LoadedFace | undefined => {
    const face = fonts[index];
    if (face === undefined) return undefined;
    return (loaded[index] ??= load(face, `face${index}`));
  };
  const familyFor = (codePoint: number): string | undefined => {
    for (let index = 0; ; index += 1) {
      const face = faceAt(index);
      if (face === undefined) return undefined;
      if (face.characters.has(codePoint)) return face.family;
    }
  };
  return {
    set: (text) => {
      const runs: { text: string; font: string }[] = [];
      const missing = new Set<string>();
      for (const character of text) {
        const font = isSpace(character) ? (runs.at(-1)?.font ?? 'face0') : familyFor(character.codePointAt(0) ?? 0);
        const last = runs.at(-1);
        if (font === undefined) missing.add(character);
        else if (last?.font === font) last.text += character;
        else runs.push({ text: character, font });
      }
      if (missing.size > 0) throw new RareCharacters([...missing]);
      return runs;
    },
    faces: () => loaded.filter((face) => face !== undefined),
  };
}

const isSpace = (character: string): boolean => character === ' ' || character === '\n';

function load(face: FontFace, family: string): LoadedFace {
  const bytes = readFileSync(face.file);
  return { ...face, family, bytes, characters: readCharacterMap(bytes, face.name) };
}
