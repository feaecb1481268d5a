import { parseYuan, type ContentFieldsData } from '@yitang/contract';

export type FieldPath = keyof ContentFieldsData;
export type FieldValues = Readonly<Record<FieldPath, unknown>>;

/** How a value is typed or chosen. `words` maps the codes of the data to what a person reads. */
export type Control =
  | { readonly kind: 'text'; readonly width?: 'full' | 'half' | 'short'; readonly rows?: number }
  | { readonly kind: 'local'; readonly rows?: number }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'yuan' }
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'code'; readonly words: Words; readonly isNumber?: true }
  | { readonly kind: 'codes'; readonly words: Words }
  | { readonly kind: 'list' }
  | { readonly kind: 'pick'; readonly from: 'departments' | 'categories' }
  | { readonly kind: 'picks'; readonly from: 'departments' | 'counters' }
  | { readonly kind: 'source' }
  | { readonly kind: 'file' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'record'; readonly parts: Parts; readonly blank: object }
  | {
      readonly kind: 'rows';
      readonly item: Control;
      readonly noun: string;
      readonly blank: (keys: readonly string[]) => unknown;
      /** Rows can also be begun from what the university has, and changed as any other. */
      readonly from?: 'counters';
    }
  /** Edited in a room of its own. */
  | { readonly kind: 'elsewhere'; readonly room: 'form' | 'route' | 'certificate' };

export type Words = Readonly<Record<string, string>>;

export interface Part {
  readonly label: string;
  readonly help?: string;
  readonly control: Control;
}
export type Parts = Readonly<Record<string, Part>>;

/** Nothing to say: no value, a text without letters, a list without entries, a record of which each part is blank. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object') return Object.values(value).every(isBlank);
  return false;
}

/** The record with one part changed; a blank part that may be absent is left out. */
export function withPart(record: object | null, [key, value]: readonly [string, unknown], blank: object): object {
  const whole: Record<string, unknown> = { ...blank, ...record, [key]: value };
  if (isBlank(value) && value !== false) {
    if (Object.hasOwn(blank, key)) whole[key] = (blank as Record<string, unknown>)[key];
    else delete whole[key];
  }
  return whole;
}

/** Chinese first; without English the language is left out. */
export function withLanguage(text: LocalText | null, language: 'zh' | 'en', typed: string): LocalText {
  const whole = { zh: text?.zh ?? '', en: text?.en ?? '', [language]: typed };
  return whole.en.trim() === '' ? { zh: whole.zh } : whole;
}

interface LocalText {
  readonly zh: string;
  readonly en?: string | undefined;
}

export function move<Item>(rows: readonly Item[], from: number, to: number): readonly Item[] {
  const moved = [...rows];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** `m1`, `m2` …: the first that no row has, so that a row keeps its key for life. */
export function freeKey(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}

/** What was typed as a whole number, or the text itself, which the server then names as wrong. */
export function readNumber(typed: string): number | string | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** 12.5 → 1250; what is no amount stays as it was typed. */
export function readYuan(typed: string): number | string {
  const fen = parseYuan(typed);
  return fen === undefined || fen < 0 ? typed : fen;
}

export function sayYuan(fen: unknown): string {
  if (typeof fen !== 'number') return typeof fen === 'string' ? fen : '';
  return String(fen / 100);
}

/** Fields that hold a blank value; all others are `null` while nothing stands in them. */
const keptBlank: readonly string[] = ['summary.name', 'summary.category', 'summary.departmentId', 'guide.summary'];

/** What is saved of a field that was left like this. */
export const toFieldValue = (path: FieldPath, value: unknown): unknown =>
  isBlank(value) && !Array.isArray(value) && typeof value !== 'boolean' && !keptBlank.includes(path) ? null : value;

/** Words that people part with commas or line breaks. */
export const readList = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];
