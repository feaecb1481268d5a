import {
  visibleFields,
  visiblePages,
  type Answers,
  type AnswerValue,
  type FormDefinition,
  type FormField,
} from '@yitang/domain/form';
import { charactersOf, maskPhone } from '@yitang/domain/person';
import type { LocalText } from '@yitang/domain/vocabulary';
import { sourceText } from './source-text.ts';

export interface AnswerLine {
  key: string;
  label: LocalText;
  value: string;
  source?: LocalText;
  isSensitive: boolean;
}

export interface AnswerGroup {
  title: LocalText;
  lines: AnswerLine[];
}

/** Given answers in words, page by page, without pages of which nothing was answered; `isMasked` hides what is personal until somebody asks for it. */
export function answerGroups(
  definition: FormDefinition,
  answers: Answers,
  { isMasked }: { readonly isMasked: boolean },
): AnswerGroup[] {
  const groups = visiblePages(definition, answers).map((page) => ({
    title: page.title,
    lines: visibleFields(page, answers)
      .filter(({ key }) => Object.hasOwn(answers, key))
      .map((field) => line(field, answers[field.key], isMasked)),
  }));
  return groups.filter(({ lines }) => lines.length > 0);
}

function line(field: FormField, value: AnswerValue | undefined, isMasked: boolean): AnswerLine {
  const isSensitive = field.isSensitive === true;
  const words = answerText(field, value);
  return {
    key: field.key,
    label: field.label,
    value: isSensitive && isMasked ? maskAnswer(field, words) : words,
    ...(field.prefill && { source: sourceText(field.prefill) }),
    isSensitive,
  };
}

/** An answer as a person reads it: the words of an option, a number with its unit. */
export function answerText(field: FormField, value: AnswerValue | undefined): string {
  if (value === undefined) return '';
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
      return chosen.map((one) => field.options.find((option) => option.value === one)?.label.zh ?? one).join('、');
    }
    case 'consent':
      return value === true ? '已确认' : '未确认';
    case 'number':
      return field.unit ? `${String(value)} ${field.unit.zh}` : String(value);
    default:
      return String(value);
  }
}

/** The first character stays, so that a clerk can tell whether it is worth asking for. */
export function maskAnswer(field: FormField, words: string): string {
  return field.kind === 'phone' ? maskPhone(words) : `${charactersOf(words)[0] ?? ''}***`;
}
