export { findFonts, packagedFonts, type FontFace } from './fonts.ts';
export { fontTable } from './font-table.ts';
export { createTypeCase, RareCharacters, type Run, type SetText, type TypeCase } from './type-case.ts';
