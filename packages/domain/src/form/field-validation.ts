import { addDays, isCivilDate } from '../calendar/index.ts';
import { normalisePhone } from '../person/phone.ts';
import type { CivilDate, FieldIssueCode, IssueParams } from '../vocabulary/index.ts';
import { cleanText } from './clean-text.ts';
import type {
  Answers,
  AnswerValue,
  ChoiceField,
  DateField,
  FormField,
  NumberField,
  TextField,
} from './form-definition.ts';

/** The answer as it is kept, or what is wrong with it. `value` undefined: not answered. */
export type FieldResult =
  | { readonly ok: true; readonly value: AnswerValue | undefined }
  | { readonly ok: false; readonly code: FieldIssueCode; readonly params?: IssueParams | undefined };

export interface FieldContext {
  readonly today: CivilDate;
  /** The answers before this one. */
  readonly answers: Answers;
}

/** One answer against its field, of whatever type it came. */
export function validateField(field: FormField, raw: unknown, context: FieldContext): FieldResult {
  const result = isAbsent(raw) ? absent : checkKind(field, raw, context);
  const isMissing = result.ok && result.value === undefined && field.optional !== true;
  return isMissing ? wrong(field.kind === 'consent' ? 'field.must-consent' : 'field.required') : result;
}

function checkKind(field: FormField, raw: unknown, context: FieldContext): FieldResult {
  if (field.kind === 'number') return checkNumber(field, raw);
  if (field.kind === 'consent') return typeof raw === 'boolean' ? given(raw || undefined) : wrong('field.wrong-type');
  if (field.kind === 'choices') return isTextList(raw) ? checkChoices(field, raw) : wrong('field.wrong-type');
  if (typeof raw !== 'string') return wrong('field.wrong-type');
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return checkText(field, raw);
    case 'date':
      return checkDate(field, raw.trim(), context);
    case 'choice':
      return checkChoices(field, [raw]);
    case 'phone':
      return checkPhone(raw);
  }
}

function checkText(field: TextField, raw: string): FieldResult {
  const cleaned = cleanText(raw, { isMultiline: field.kind === 'paragraph' });
  if (!cleaned.ok) return wrong(cleaned.code);
  const { text, length } = cleaned;
  if (length === 0) return absent;
  if (length > field.maxLength) return wrong('field.too-long', { max: field.maxLength, length });
  if (length < (field.minLength ?? 0)) return wrong('field.too-short', { min: field.minLength ?? 0, length });
  if (field.pattern && !new RegExp(`^(?:${field.pattern.source})$`, 'u').test(text)) return wrong('field.pattern');
  return given(text);
}

function checkNumber(field: NumberField, raw: unknown): FieldResult {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return wrong('field.wrong-type');
  if (raw < field.min) return wrong('field.too-small', { min: field.min });
  if (raw > field.max) return wrong('field.too-large', { max: field.max });
  return given(Object.is(raw, -0) ? 0 : raw);
}

function checkDate(field: DateField, date: string, { today, answers }: FieldContext): FieldResult {
  if (date === '') return absent;
  if (!isCivilDate(date)) return wrong('field.impossible-date');
  const { earliest, latest } = dateBounds(field, today);
  if (earliest !== null && date < earliest) return wrong('field.too-early', { earliest });
  if (latest !== null && date > latest) return wrong('field.too-late', { latest });
  const other = field.notBefore === undefined ? undefined : answers[field.notBefore];
  if (typeof other === 'string' && date < other) return wrong('field.before-other', { other });
  return given(date);
}

/** First and last day that the field takes, from the day of filling in. */
export function dateBounds(
  { earliestInDays, latestInDays }: Pick<DateField, 'earliestInDays' | 'latestInDays'>,
  today: CivilDate,
): { readonly earliest: CivilDate | null; readonly latest: CivilDate | null } {
  return {
    earliest: earliestInDays === undefined ? null : addDays(today, earliestInDays),
    latest: latestInDays === undefined ? null : addDays(today, latestInDays),
  };
}

function checkChoices(field: ChoiceField, chosen: readonly string[]): FieldResult {
  const known = field.options.map(({ value }) => value);
  if (chosen.some((value) => !known.includes(value))) return wrong('field.unknown-choice');
  if (chosen.length === 0) return absent;
  // In the order of the options and each once, so that equal choices are equal data.
  const kept = known.filter((value) => chosen.includes(value));
  return given(field.kind === 'choice' ? kept[0] : kept);
}

function checkPhone(raw: string): FieldResult {
  const cleaned = cleanText(raw);
  if (!cleaned.ok) return wrong(cleaned.code);
  const phone = normalisePhone(cleaned.text);
  return phone === undefined ? wrong('field.invalid-phone') : given(phone);
}

const absent: FieldResult = { ok: true, value: undefined };

function given(value: AnswerValue | undefined): FieldResult {
  return { ok: true, value };
}

function wrong(code: FieldIssueCode, params?: IssueParams): FieldResult {
  return { ok: false, code, params };
}

/** What a page sends for a field that was left alone. */
function isAbsent(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === '' || (typeof raw === 'string' && raw.trim() === '');
}

function isTextList(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw) && raw.every((each) => typeof each === 'string');
}
