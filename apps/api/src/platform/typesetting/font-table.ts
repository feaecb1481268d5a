import pdfmake from 'pdfmake';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import type { TypeCase } from './type-case.ts';

/** Not in pdfmake's types: fonts given as bytes, by a name of ours. */
const { virtualfs } = pdfmake as unknown as {
  virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: Buffer): void };
};

/** The fonts of a type case as pdfmake takes them. */
export function fontTable(typeCase: TypeCase): TFontDictionary {
  const fonts: Record<string, { normal: [string, string] | string }> = {};
  for (const { family, name, bytes } of typeCase.faces()) {
    if (!virtualfs.existsSync(family)) virtualfs.writeFileSync(family, bytes);
    fonts[family] = { normal: name === undefined ? family : [family, name] };
  }
  return fonts as TFontDictionary;
}
