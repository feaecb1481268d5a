import { cleanText } from '../form/clean-text.ts';
import { charactersOf } from './characters.ts';

export const nameLength = { min: 2, max: 50 } as const;

export const nameIssueCodes = ['name.missing', 'name.too-short', 'name.too-long', 'name.forbidden-characters'] as const;
export type NameIssueCode = (typeof nameIssueCodes)[number];

export type NameResult =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly code: NameIssueCode };

// Letters of any script with their marks, characters that old systems keep in the private area, and what joins names.
const allowed = /^[\p{L}\p{M}\p{Co}·'’.,\- ()]+$/u;
const hasLetter = /[\p{L}\p{Co}]/u;
/** The dots that stand for the one between the parts of a minority or foreign name. */
const otherDots = /[•‧・･⋅∙]/gu;

/**
 * A person's name: 2 to 50 characters, Chinese with rare characters (𠮷, 龘), minority (买买提·阿卜杜拉), Latin. Outer spaces
 * go, inner ones stay as they were typed; the dot between parts is written one way.
 */
export function validateName(raw: string): NameResult {
  const cleaned = cleanText(raw);
  if (!cleaned.ok) return { ok: false, code: 'name.forbidden-characters' };
  const name = cleaned.text.replace(otherDots, '·');
  if (name === '') return { ok: false, code: 'name.missing' };
  if (!allowed.test(name) || !hasLetter.test(name)) return { ok: false, code: 'name.forbidden-characters' };
  if (charactersOf(name).length < nameLength.min) return { ok: false, code: 'name.too-short' };
  // Counted as they are stored, so that a heap of marks on one letter is too long as well.
  if ([...name].length > nameLength.max) return { ok: false, code: 'name.too-long' };
  return { ok: true, name };
}
