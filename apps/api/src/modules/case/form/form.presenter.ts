import type { FieldData, PageData } from '@yitang/contract';
import {
  filledAnswers,
  printAnswer,
  rulesOf,
  visibleFields,
  visiblePages,
  type AnswerValue,
  type FormField,
  type FormPage,
  type GivenAnswers,
} from '@yitang/domain/form';
import type { Locale } from '@yitang/domain/vocabulary';
import { fieldDetails } from './field-details.ts';
import { sourceText } from './source-text.ts';

export interface FormState extends GivenAnswers {
  readonly locale: Locale;
}

/** One page of the form: the fields that the answers so far show. */
export function presentPage(
  state: FormState,
  page: FormPage,
  isShown: (field: FormField) => boolean = () => true,
): PageData {
  const answers = filledAnswers(state);
  const order = visiblePages(state.definition, answers).map(({ key }) => key);
  const index = order.indexOf(page.key);
  return {
    key: page.key,
    title: page.title,
    ...(page.help && { help: page.help }),
    fields: visibleFields(page, answers)
      .filter(isShown)
      .map((field) => presentField(field, answers[field.key], state)),
    number: index + 1,
    previous: order[index - 1] ?? null,
    next: order[index + 1] ?? null,
  };
}

export function presentField(field: FormField, value: AnswerValue | undefined, state: FormState): FieldData {
  const known = Object.hasOwn(state.prefilled, field.key) ? state.prefilled[field.key] : undefined;
  const parts = field.kind === 'table' ? undefined : rulesOf(field).parts?.(field);
  return {
    key: field.key,
    kind: field.kind,
    label: field.label,
    ...(field.help && { help: field.help }),
    ...(field.purpose && { purpose: field.purpose }),
    isOptional: field.optional === true,
    ...fieldDetails(field, state.today),
    ...(parts && { parts: [...parts] }),
    // A copy of its own, as the wire has it.
    ...(value !== undefined && { value: structuredClone(value) as FieldData['value'] }),
    printed: [...printAnswer(field, value, state.locale)],
    ...(known && { known: { source: sourceText(known.source), isLocked: known.isLocked } }),
  };
}
