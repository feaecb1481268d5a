import type { CivilDate, FieldIssueCode, IssueParams, Locale, LocalText } from '../../vocabulary/index.ts';
import { cleanText } from '../clean-text.ts';
import type { Answers, AnswerValue, FieldBase, FormField } from '../form-definition.ts';
import type { FormFaultCode } from '../form-fault.ts';

/** One thing that is wrong with an answer; `part` says where in it. */
export interface PartIssue {
  readonly code: FieldIssueCode;
  readonly part?: string | undefined;
  readonly params?: IssueParams | undefined;
}

/** The answer as it is kept, or all that is wrong with it. `value` undefined: not answered. */
export type FieldResult =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly issues: readonly PartIssue[] };

export interface FieldContext {
  readonly today: CivilDate;
  /** The answers before this one. */
  readonly answers: Answers;
}

export interface FieldPart {
  readonly key: string;
  readonly label: LocalText;
  readonly isOptional: boolean;
}

/** What a kind of field must know of itself. The table in field-kinds.ts has one for each: a kind without one is no kind. */
export interface KindRules<F extends FieldBase> {
  /** What was sent, of whatever type, as it is kept. Absent answers are judged before. */
  readonly check: (field: F, raw: unknown, context: FieldContext) => FieldResult;
  /** A kept answer in words, line by line; also one that was kept with its faults. */
  readonly print: (field: F, value: AnswerValue, locale: Locale) => readonly string[];
  /** As staff see it until they ask for it, of a sensitive field. Without: the first character. */
  readonly mask?: (field: F, value: AnswerValue, locale: Locale) => readonly string[];
  /** Masked unless the field says otherwise. */
  readonly isSensitive?: true;
  /** The parts that an answer has, in order; without, it is one value. */
  readonly parts?: (field: F) => readonly FieldPart[];
  /** How a known text becomes an answer; without, the kind takes no known data. */
  readonly prefill?: (known: string) => AnswerValue | undefined;
  /** What makes such a field impossible to answer. */
  readonly faults?: (field: F, earlier: ReadonlyMap<string, FormField>) => readonly FormFaultCode[];
  /** Nobody answers it. */
  readonly isSilent?: true;
}

export const absent: FieldResult = { ok: true, value: undefined };

export function given(value: AnswerValue | undefined): FieldResult {
  return { ok: true, value };
}

export function wrong(
  code: FieldIssueCode,
  params?: IssueParams,
): { readonly ok: false; readonly issues: PartIssue[] } {
  return { ok: false, issues: [{ code, params }] };
}

/** What a page sends for a field, or a part of one, that was left alone. */
export function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

/** A line of text within bounds; absent where only spaces and invisible characters were typed. */
export function checkLine(raw: string, maxLength: number): FieldResult {
  const cleaned = cleanText(raw);
  if (!cleaned.ok) return wrong(cleaned.code);
  if (cleaned.length === 0) return absent;
  return cleaned.length > maxLength
    ? wrong('field.too-long', { max: maxLength, length: cleaned.length })
    : given(cleaned.text);
}

/** A checked text through a function that knows its form. */
export function checkBy(
  raw: unknown,
  normalise: (text: string) => string | undefined,
  code: FieldIssueCode,
): FieldResult {
  if (typeof raw !== 'string') return wrong('field.wrong-type');
  const line = checkLine(raw, 300);
  if (!line.ok || typeof line.value !== 'string') return line;
  const value = normalise(line.value);
  return value === undefined ? wrong(code) : given(value);
}

/** An answer of one value in words; one that was kept for another kind of question has none. */
export const plainText = (value: AnswerValue): string => (typeof value === 'object' ? '' : String(value));

export const printPlain = (_: unknown, value: AnswerValue): readonly string[] => [plainText(value)];
