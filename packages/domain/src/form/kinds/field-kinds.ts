import type { FieldKind, FieldOf, FileField, FormField, NoteField } from '../form-definition.ts';
import { choice, choices, consent } from './choice-kinds.ts';
import { computed } from './computed-kind.ts';
import { date, dateRange, time, yearMonth } from './date-kinds.ts';
import { given, type KindRules } from './kind-rules.ts';
import { money, number } from './number-kinds.ts';
import { address, bankAccount, person } from './person-kinds.ts';
import { table } from './table-kind.ts';
import { email, phone, text } from './text-kinds.ts';

const note: KindRules<NoteField> = {
  check: () => given(undefined),
  print: () => [],
  isSilent: true,
  faults: ({ statement }) => (statement.zh === '' ? ['form.words-missing'] : []),
};
const file: KindRules<FileField> = { check: () => given(undefined), print: () => [], isSilent: true };

/** Every kind with its rules. */
export const fieldKinds: { readonly [K in FieldKind]: KindRules<FieldOf<K>> } = {
  text,
  paragraph: text,
  number,
  money,
  date,
  'date-range': dateRange,
  time,
  'year-month': yearMonth,
  choice,
  choices,
  phone,
  email,
  person,
  address,
  'bank-account': bankAccount,
  table,
  file,
  computed,
  consent,
  note,
};

/** The rules of a field's kind; they take fields of that kind, and this is one. */
export function rulesOf(field: FormField): KindRules<FormField> {
  return fieldKinds[field.kind] as KindRules<FormField>;
}
