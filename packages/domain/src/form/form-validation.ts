import type { CivilDate, FieldIssue } from '../vocabulary/index.ts';
import { isVisible } from './condition.ts';
import { validateField } from './field-validation.ts';
import { rulesOf } from './kinds/field-kinds.ts';
import type { Answers, AnswerValue, FormDefinition, FormField, FormPage } from './form-definition.ts';
import type { Prefilled } from './prefill.ts';

export type RawAnswers = Readonly<Record<string, unknown>>;

export interface FormContext {
  readonly today: CivilDate;
  /** Known data. What is locked always wins over what was given. */
  readonly prefilled?: Prefilled | undefined;
}

export interface FormResult {
  /** Cleaned, known data filled in; without hidden fields and without those that have an issue. */
  readonly answers: Answers;
  /** Every one, in the order of the form. */
  readonly issues: readonly FieldIssue[];
}

/** The whole form, as it was saved page by page. Answers to fields that the other answers hide are dropped; keys that no field has are issues. */
export function validateForm(definition: FormDefinition, answers: RawAnswers, context: FormContext): FormResult {
  return validatePages(definition.pages, { given: answers, earlier: {}, isTyped: false }, context);
}

/**
 * One page, given the answers that are saved of the pages before it. `answers` holds this page's only.
 * @throws RangeError when the form has no such page.
 */
export function validatePage(
  definition: FormDefinition,
  page: { readonly key: string; readonly answers: RawAnswers; readonly saved: Answers },
  context: FormContext,
): FormResult {
  const found = definition.pages.find(({ key }) => key === page.key);
  if (!found) throw new RangeError(`the form has no page ${page.key}`);
  return validatePages([found], { given: page.answers, earlier: page.saved, isTyped: true }, context);
}

interface Given {
  readonly given: RawAnswers;
  readonly earlier: Answers;
  /** Somebody just sent them: another value for locked data is told, where a saved one has only grown old. */
  readonly isTyped: boolean;
}

function validatePages(
  pages: readonly FormPage[],
  { given, earlier, isTyped }: Given,
  context: FormContext,
): FormResult {
  // One record that grows: a new one for each field would cost the square of their number.
  const answers: Record<string, AnswerValue> = Object.create(null) as Record<string, AnswerValue>;
  const soFar: Record<string, AnswerValue> = Object.assign(Object.create(null) as typeof answers, earlier);
  const issues: FieldIssue[] = [];
  for (const page of pages) {
    if (!isVisible(page.showWhen, soFar)) continue;
    for (const field of page.fields) {
      if (!isVisible(field.showWhen, soFar)) continue;
      const result = answerOf(field, { raw: own(given, field.key), answers: soFar, isTyped }, context);
      if ('issues' in result) issues.push(...result.issues);
      else if (result.value !== undefined) answers[field.key] = soFar[field.key] = result.value;
    }
  }
  return { answers: { ...answers }, issues: [...issues, ...unknownFields(pages, given)] };
}

type Answered = { readonly value: AnswerValue | undefined } | { readonly issues: readonly FieldIssue[] };

function answerOf(
  field: FormField,
  { raw, answers, isTyped }: { raw: unknown; answers: Answers; isTyped: boolean },
  { today, prefilled }: FormContext,
): Answered {
  const { key } = field;
  const known = prefilled && Object.hasOwn(prefilled, key) ? prefilled[key] : undefined;
  const isOther = (value: AnswerValue | undefined): boolean => isTyped && !isLeft(raw) && !isSame(raw, value);
  const locked: Answered = { issues: [{ code: 'field.locked', field: key }] };
  if (known?.isLocked) return isOther(known.value) ? locked : { value: known.value };
  const result = validateField(field, raw === undefined ? known?.value : raw, { today, answers });
  if (!result.ok) return { issues: result.issues.map((issue) => ({ ...issue, field: key })) };
  // Nobody types what is reckoned or only read.
  return rulesOf(field).isSilent && isOther(result.value) ? locked : { value: result.value };
}

const isLeft = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function unknownFields(pages: readonly FormPage[], given: RawAnswers): readonly FieldIssue[] {
  const known = new Set(pages.flatMap((page) => page.fields.map(({ key }) => key)));
  return Object.keys(given)
    .filter((key) => !known.has(key))
    .map((field) => ({ code: 'field.unknown', field }));
}

/** Never what an object inherits: an answer called `constructor` is just an unknown field. */
function own(record: RawAnswers, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
