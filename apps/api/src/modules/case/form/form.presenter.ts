import type { FieldData, PageData } from '@yitang/contract';
import {
  dateBounds,
  visibleFields,
  visiblePages,
  type Answers,
  type AnswerValue,
  type FormDefinition,
  type FormField,
  type FormPage,
  type Prefilled,
} from '@yitang/domain/form';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { sourceText } from './source-text.ts';

export interface FormState {
  readonly definition: FormDefinition;
  /** As they were typed, faults and all; known data is in `prefilled`. */
  readonly answers: Answers;
  readonly prefilled: Prefilled;
  readonly today: CivilDate;
}

/** Answers with known data filled in, as conditions and pages see them. */
export function filledAnswers({ answers, prefilled }: Pick<FormState, 'answers' | 'prefilled'>): Answers {
  const known = Object.entries(prefilled).filter(([key, { isLocked }]) => isLocked || !Object.hasOwn(answers, key));
  return { ...answers, ...Object.fromEntries(known.map(([key, { value }]) => [key, value])) };
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
  return {
    key: field.key,
    kind: field.kind,
    label: field.label,
    ...(field.help && { help: field.help }),
    ...(field.purpose && { purpose: field.purpose }),
    isOptional: field.optional === true,
    ...kindDetails(field, state.today),
    ...(value !== undefined && { value: typeof value === 'object' ? [...value] : value }),
    ...(known && { known: { source: sourceText(known.source), isLocked: known.isLocked } }),
  };
}

function kindDetails(field: FormField, today: CivilDate): Partial<FieldData> {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return { maxLength: field.maxLength };
    case 'number':
      return { min: field.min, max: field.max, ...(field.unit && { unit: field.unit }) };
    case 'date': {
      const { earliest, latest } = dateBounds(field, today);
      return { ...(earliest !== null && { earliest }), ...(latest !== null && { latest }) };
    }
    case 'choice':
    case 'choices':
      return { options: field.options.map(({ value, label }) => ({ value, label })) };
    case 'consent':
      return { statement: field.statement };
    case 'phone':
      return {};
  }
}
