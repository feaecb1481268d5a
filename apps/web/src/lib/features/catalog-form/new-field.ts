import type { FieldKind, FieldOf, FormField } from './form-types.ts';

type Properties = { readonly [K in FieldKind]: Omit<FieldOf<K>, 'key' | 'label' | 'kind'> };

/** What a field of each kind begins with. Words are missing on purpose: they are its author's. */
const beginnings: Properties = {
  text: { maxLength: 50 },
  paragraph: { maxLength: 300 },
  number: { min: 1, max: 100 },
  money: { min: 1, max: 10_000_000 },
  date: {},
  'date-range': {},
  time: {},
  'year-month': {},
  choice: { options: [] },
  choices: { options: [] },
  phone: {},
  email: {},
  person: {},
  address: {},
  'bank-account': {},
  table: { columns: [], minRows: 1, maxRows: 10 },
  file: { requirement: '' },
  computed: { operation: 'sum', of: [] },
  consent: { statement: { zh: '' } },
  note: { statement: { zh: '' } },
};

export function newField(kind: FieldKind, key: string): FormField {
  return { ...beginnings[kind], kind, key, label: { zh: '' } } as FormField;
}
