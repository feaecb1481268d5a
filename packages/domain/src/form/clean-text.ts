/** What a text becomes before it is judged or stored. `length` is in characters (code points): 𠮷 is one. */
export type CleanedText =
  | { readonly ok: true; readonly text: string; readonly length: number }
  | { readonly ok: false; readonly code: 'field.control-characters' };

// Soft hyphen, zero-width spaces, marks that turn the direction of writing, byte-order mark: they change what a text
// seems to say and nobody types them. Variation selectors stay: rare characters need them.
const invisible =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0001}-\u{E007F}]|\u17B4|\u17B5/gu;
// The two joiners shape emoji and some scripts; anywhere else they only hide.
const uselessJoiner =
  /(?<![\p{Extended_Pictographic}\p{M}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Mongolian}])[\u200C\u200D]/gu;
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
const controlInLine = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/u;
const controlInParagraph = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u;
// NFC would replace these by other characters, and a name may need just this one.
const compatibilityIdeograph = /[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;

/**
 * Strips invisible characters and outer spaces (the full-width one too), composes letters and their marks. Control
 * characters and broken surrogates are refused rather than removed: they don't come from a keyboard. Inner spaces stay.
 */
export function cleanText(raw: string, { isMultiline = false }: { isMultiline?: boolean } = {}): CleanedText {
  if (!raw.isWellFormed()) return { ok: false, code: 'field.control-characters' };
  const lines = isMultiline ? raw.replace(lineEnd, '\n') : raw;
  if ((isMultiline ? controlInParagraph : controlInLine).test(lines))
    return { ok: false, code: 'field.control-characters' };
  const visible = lines.replace(invisible, '').replace(uselessJoiner, '').trim();
  const text = compatibilityIdeograph.test(visible) ? visible : visible.normalize('NFC');
  return { ok: true, text, length: [...text].length };
}
