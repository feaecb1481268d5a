import { charactersOf } from '../person/index.ts';
import type { Locale } from '../vocabulary/index.ts';
import type { AnswerValue, FormField } from './form-definition.ts';
import { rulesOf } from './kinds/field-kinds.ts';

/** An answer as a person reads it, line by line; none where there is none. */
export function printAnswer(field: FormField, value: AnswerValue | undefined, locale: Locale): readonly string[] {
  return value === undefined ? [] : rulesOf(field).print(field, value, locale);
}

/** Personal, and hidden from staff until they ask for it. */
export function isSensitive(field: FormField): boolean {
  return field.isSensitive ?? rulesOf(field).isSensitive === true;
}

/** As staff see a sensitive answer until they ask for it: enough to tell whether it is worth asking. */
export function maskAnswer(field: FormField, value: AnswerValue | undefined, locale: Locale): readonly string[] {
  if (value === undefined) return [];
  const { mask, print } = rulesOf(field);
  if (mask !== undefined) return mask(field, value, locale);
  return print(field, value, locale).map((line) => `${charactersOf(line)[0] ?? ''}***`);
}
