import type { Condition, FormField } from './form-types.ts';

/** One line of the condition as selects show it: `use|equals|visa`, with a number behind `copies|atLeast`. */
export interface ConditionRow {
  readonly test: string;
  readonly number: string;
}

export interface ConditionRows {
  readonly join: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

/** A condition as lines of selects; undefined for one that is nested deeper than lines can show. */
export function toRows(condition: Condition | undefined): ConditionRows | undefined {
  if (condition === undefined) return { join: 'all', rows: [] };
  const join = 'any' in condition ? 'any' : 'all';
  const parts = 'any' in condition ? condition.any : 'all' in condition ? condition.all : [condition];
  const rows = parts.map(toRow);
  return rows.every((row) => row !== undefined) ? { join, rows } : undefined;
}

function toRow(condition: Condition): ConditionRow | undefined {
  if ('equals' in condition) return { test: `${condition.field}|equals|${condition.equals}`, number: '' };
  if ('includes' in condition) return { test: `${condition.field}|includes|${condition.includes}`, number: '' };
  if ('atLeast' in condition) return { test: `${condition.field}|atLeast`, number: String(condition.atLeast) };
  const inner = 'not' in condition ? toRow(condition.not) : undefined;
  return inner && { ...inner, test: `not|${inner.test}` };
}

/** What was chosen; undefined where every line is empty. */
export function fromRows({ join, rows }: ConditionRows): Condition | undefined {
  const parts = rows.map(fromRow).filter((part) => part !== undefined);
  if (parts.length < 2) return parts[0];
  return join === 'any' ? { any: parts } : { all: parts };
}

function fromRow({ test, number }: ConditionRow): Condition | undefined {
  if (test.startsWith('not|')) {
    const inner = fromRow({ test: test.slice(4), number });
    return inner && { not: inner };
  }
  const [field = '', operator = '', ...rest] = test.split('|');
  const value = rest.join('|');
  if (field === '') return undefined;
  if (operator === 'atLeast') return { field, atLeast: Math.trunc(Number(number)) || 0 };
  return operator === 'includes' ? { field, includes: value } : { field, equals: value };
}

/** Everything that can be asked of the fields before, each with its words. */
export function possibleTests(fields: readonly FormField[]): { value: string; label: string }[] {
  return fields.flatMap((field) => testsOf(field, field.label.zh || field.key));
}

function testsOf(field: FormField, name: string): { value: string; label: string }[] {
  switch (field.kind) {
    case 'choice':
      return field.options.flatMap(({ value, label }) => [
        { value: `${field.key}|equals|${value}`, label: `“${name}”选了“${label.zh}”` },
        { value: `not|${field.key}|equals|${value}`, label: `“${name}”没有选“${label.zh}”` },
      ]);
    case 'choices':
      return field.options.map(({ value, label }) => ({
        value: `${field.key}|includes|${value}`,
        label: `“${name}”中有“${label.zh}”`,
      }));
    case 'consent':
      return [{ value: `${field.key}|equals|true`, label: `“${name}”已勾选` }];
    case 'number':
    case 'money':
    case 'computed':
      return [
        {
          value: `${field.key}|atLeast`,
          label: `“${name}”不小于右侧数字${field.kind === 'number' ? '' : '（金额以分计）'}`,
        },
      ];
    case 'table':
      return [{ value: `${field.key}|atLeast`, label: `“${name}”的行数不小于右侧数字` }];
    default:
      return [];
  }
}
