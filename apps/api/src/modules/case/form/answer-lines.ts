import {
  isSensitive,
  maskAnswer,
  printAnswer,
  rulesOf,
  visibleFields,
  visiblePages,
  type Answers,
  type AnswerValue,
  type FormDefinition,
  type FormField,
} from '@yitang/domain/form';
import type { Locale, LocalText } from '@yitang/domain/vocabulary';
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

interface Reader {
  /** Hides what is personal until somebody asks for it. */
  readonly isMasked: boolean;
  readonly locale: Locale;
}

/** Given answers in words, page by page. Pages on which nothing is answered (only read, only uploaded) are left out. */
export function answerGroups(definition: FormDefinition, answers: Answers, reader: Reader): AnswerGroup[] {
  return visiblePages(definition, answers)
    .map((page) => ({
      title: page.title,
      lines: visibleFields(page, answers)
        .filter(({ key }) => Object.hasOwn(answers, key))
        .map((field) => line(field, answers[field.key], reader)),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function line(field: FormField, value: AnswerValue | undefined, reader: Reader): AnswerLine {
  return {
    key: field.key,
    label: field.label,
    value: reader.isMasked ? staffText(field, value, reader.locale) : answerText(field, value, reader.locale),
    ...(field.prefill && rulesOf(field).parts === undefined && { source: sourceText(field.prefill) }),
    isSensitive: isSensitive(field),
  };
}

/** An answer as a person reads it. */
export function answerText(field: FormField, value: AnswerValue | undefined, locale: Locale): string {
  return printAnswer(field, value, locale).join('\n');
}

/** As staff see it until they ask for what is personal. */
export function staffText(field: FormField, value: AnswerValue | undefined, locale: Locale): string {
  return (isSensitive(field) ? maskAnswer(field, value, locale) : printAnswer(field, value, locale)).join('\n');
}
