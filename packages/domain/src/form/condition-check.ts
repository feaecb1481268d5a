import { fieldsOf } from './condition.ts';
import type { Condition, FieldKind, FormField } from './form-definition.ts';

/** A condition may ask only for fields that come before it. */
export function looksAhead(condition: Condition | undefined, seen: ReadonlyMap<string, FormField>): boolean {
  return fieldsOf(condition).some((key) => !seen.has(key));
}

/** Whether some answers make it true: it asks for options that exist, of fields that somebody comes to see. */
export function couldHold(condition: Condition, reachable: ReadonlyMap<string, FormField>): boolean {
  if ('all' in condition) {
    return condition.all.every((each) => couldHold(each, reachable)) && !contradicts(condition.all);
  }
  if ('any' in condition) return condition.any.some((each) => couldHold(each, reachable));
  if ('not' in condition) return !alwaysHolds(condition.not);
  const field = reachable.get(condition.field);
  if (field === undefined) return false;
  if ('includes' in condition) return field.kind === 'choices' && hasOption(field, condition.includes);
  return 'atLeast' in condition ? couldBeAtLeast(field, condition.atLeast) : couldEqual(field, condition.equals);
}

/** One answer cannot be two things at once. */
function contradicts(all: readonly Condition[]): boolean {
  const wanted = new Map<string, string>();
  for (const each of all) {
    if (!('equals' in each)) continue;
    if (wanted.has(each.field) && wanted.get(each.field) !== each.equals) return true;
    wanted.set(each.field, each.equals);
  }
  return false;
}

const alwaysHolds = (condition: Condition): boolean =>
  'all' in condition ? condition.all.every(alwaysHolds) : 'not' in condition && neverHolds(condition.not);
const neverHolds = (condition: Condition): boolean => 'any' in condition && condition.any.length === 0;

/** What an answer of each kind can equal. */
const equality: Readonly<Record<FieldKind, 'option' | 'yes' | 'figure' | 'text' | 'nothing'>> = {
  text: 'text',
  paragraph: 'text',
  number: 'figure',
  money: 'figure',
  date: 'text',
  'date-range': 'nothing',
  time: 'text',
  'year-month': 'text',
  choice: 'option',
  choices: 'nothing',
  phone: 'text',
  email: 'text',
  person: 'nothing',
  address: 'nothing',
  'bank-account': 'nothing',
  table: 'nothing',
  file: 'nothing',
  computed: 'text',
  consent: 'yes',
  note: 'nothing',
};

function couldEqual(field: FormField, value: string): boolean {
  const kind = equality[field.kind];
  if (kind === 'option') return 'options' in field && hasOption(field, value);
  if (kind === 'figure') {
    return (
      'min' in field &&
      /^-?\d+$/.test(value) &&
      couldBeAtLeast(field, Number(value)) &&
      Number(value) >= (field.min ?? 0)
    );
  }
  return kind === 'yes' ? value === 'true' : kind === 'text';
}

function couldBeAtLeast(field: FormField, value: number): boolean {
  switch (field.kind) {
    case 'number':
    case 'money':
      return value <= field.max;
    case 'computed':
      return value <= (field.max ?? Infinity);
    case 'table':
      return value <= field.maxRows;
    case 'choices':
      return value <= field.options.length;
    default:
      return false;
  }
}

const hasOption = ({ options }: { readonly options: readonly { readonly value: string }[] }, wanted: string): boolean =>
  options.some(({ value }) => value === wanted);
