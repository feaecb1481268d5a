/** A cell as text. A number that the spreadsheet had rounded before we saw it is `lost`. */
export type PlainCell = string | { readonly lost: string };

export interface PlainRow {
  /** As the file counts, from 1. */
  readonly row: number;
  readonly cells: readonly PlainCell[];
}

/** One sheet of a file: merged cells stand filled, formulas as text. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly PlainRow[];
}

/** What a spreadsheet would compute when it opens the text; whole-width signs count too. */
const computed = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u;

/** Text that no spreadsheet computes: an apostrophe stands before what it would. */
export const defuse = (text: string): string => (computed.test(text) ? `'${text}` : text);

/** Takes back the apostrophes of `defuse`, and those that people wrote for the same reason. */
export const fused = (text: string): string => text.replace(/^'+(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/u, '');

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** The text as it is, without what no workbook can hold. */
export const storable = (text: string): string => text.replace(unstorable, '').toWellFormed();

/**
 * The text that a person meant: no marks that cannot be seen, line ends as `\n`, letters and digits of half width.
 * Chinese punctuation stays as it is.
 */
export function textOf(cell: PlainCell | undefined): string {
  if (typeof cell !== 'string') return cell?.lost ?? '';
  const clean = fused(cell.replace(/\r\n?/g, '\n').replace(unprintable, '').toWellFormed());
  return clean
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
}

/** For comparing words: all widths and cases alike, without spaces. */
export const plainForm = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Somebody wrote that there is nothing. */
export const isNothing = (text: string): boolean =>
  /^(无|没有|暂无|不适用|不涉及|[-—–_/\\]+|n\/?a)[。.]?$/iu.test(plainForm(text));
