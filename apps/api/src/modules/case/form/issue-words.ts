import { rulesOf, type FormDefinition, type FormField } from '@yitang/domain/form';
import { textIn, type Locale, type Refusal } from '@yitang/domain/vocabulary';
import { refusalText } from '../refusal-texts.ts';
import { findField } from './find-field.ts';

/** `KEY`, or `KEY.PART` of an answer in parts: where a fault stands on its page. */
export function answerPath({ field = '', part }: Pick<Refusal, 'field' | 'part'>): string {
  return part === undefined ? field : `${field}.${part}`;
}

/**
 * What only the form can say of a fault: its own sentence where an answer does not fit a pattern, and of an answer in parts
 * which one. Undefined where the common sentence is enough.
 */
export function issueWords(form: FormDefinition, refusal: Refusal, locale: Locale): string | undefined {
  const field = findField(form, refusal.field ?? '');
  if (field === undefined) return undefined;
  const asked = partOf(field, refusal.part, locale);
  const pattern = refusal.code === 'field.pattern' ? patternOf(asked.field) : undefined;
  const own = pattern && textIn(locale, pattern.message);
  if (asked.name === undefined) return own;
  return `${asked.name}${locale === 'en' ? ': ' : '：'}${own ?? refusalText(locale, refusal.code, refusal.params)}`;
}

interface Asked {
  /** The field, or the column of it. */
  readonly field: FormField;
  readonly name?: string;
}

function partOf(field: FormField, part: string | undefined, locale: Locale): Asked {
  if (part === undefined) return { field };
  if (field.kind !== 'table') {
    const found = rulesOf(field)
      .parts?.(field)
      .find(({ key }) => key === part);
    return { field, name: found === undefined ? part : textIn(locale, found.label) };
  }
  const [row = '0', key = ''] = part.split('.', 2);
  const column = field.columns.find((one) => one.key === key);
  const label = column === undefined ? key : textIn(locale, column.label);
  const number = Number(row) + 1;
  return { field: column ?? field, name: locale === 'en' ? `Row ${number}, ${label}` : `第 ${number} 行“${label}”` };
}

const patternOf = (field: FormField) => ('pattern' in field ? field.pattern : undefined);
