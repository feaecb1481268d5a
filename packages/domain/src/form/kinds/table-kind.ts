import { textIn, type Locale } from '../../vocabulary/index.ts';
import type { AnswerParts, AnswerValue, ColumnKind, FieldOf, TableColumn, TableField } from '../form-definition.ts';
import type { FormFaultCode } from '../form-fault.ts';
import { choice } from './choice-kinds.ts';
import { date } from './date-kinds.ts';
import {
  absent,
  given,
  isBlank,
  wrong,
  type FieldContext,
  type FieldResult,
  type KindRules,
  type PartIssue,
} from './kind-rules.ts';
import { money, number } from './number-kinds.ts';
import { areAllBlank, checkParts, isRecord, partText } from './parts.ts';
import { text } from './text-kinds.ts';

const columnRules: { readonly [K in ColumnKind]: KindRules<FieldOf<K>> } = { text, number, money, date, choice };
const rulesOf = (column: TableColumn): KindRules<TableColumn> => columnRules[column.kind] as KindRules<TableColumn>;

export const table: KindRules<TableField> = {
  check: checkTable,
  print: (field, value, locale) => rowsOf(value).map((row) => rowLine(field, row, locale)),
  mask: (_, value, locale) => [
    locale === 'en' ? `*** (${rowsOf(value).length} rows)` : `***（${rowsOf(value).length} 行）`,
  ],
  parts: ({ columns }) =>
    columns.map(({ key, label, optional }) => ({ key: `0.${key}`, label, isOptional: optional === true })),
  faults: tableFaults,
};

/** Rows that were left empty are none; a fault is told at its cell by the number of the row as it was sent. */
function checkTable(field: TableField, raw: unknown, context: FieldContext): FieldResult {
  if (!Array.isArray(raw) || !raw.every(isRecord)) return wrong('field.wrong-type');
  const issues: PartIssue[] = [];
  const rows: AnswerParts[] = [];
  for (const [index, sent] of raw.entries()) {
    if (areAllBlank(sent)) continue;
    const row = checkParts(
      sent,
      field.columns.map((column) => ({
        key: column.key,
        isOptional: column.optional === true,
        check: (cell) => rulesOf(column).check(column, cell, context),
      })),
    );
    if (!row.ok) issues.push(...row.issues.map((issue) => ({ ...issue, part: `${index}.${issue.part ?? ''}` })));
    else if (isRecord(row.value)) rows.push(row.value);
  }
  if (issues.length > 0) return { ok: false, issues };
  if (rows.length === 0) return absent;
  if (rows.length < field.minRows) return wrong('field.too-few-rows', { min: field.minRows });
  return rows.length > field.maxRows ? wrong('field.too-many-rows', { max: field.maxRows }) : given(rows);
}

function rowLine({ columns }: TableField, row: AnswerParts, locale: Locale): string {
  const separator = locale === 'en' ? '; ' : '；';
  return columns
    .filter(({ key }) => !isBlank(row[key]))
    .map((column) => {
      const cell = rulesOf(column)
        .print(column, row[column.key] ?? '', locale)
        .join('');
      return `${textIn(locale, column.label)}${locale === 'en' ? ': ' : '：'}${cell}`;
    })
    .join(separator);
}

/** The rows of an answer, also of one that was kept with its faults. */
export function rowsOf(value: AnswerValue | undefined): readonly AnswerParts[] {
  return Array.isArray(value) ? value.filter((row): row is AnswerParts => isRecord(row) && !areAllBlank(row)) : [];
}

/** The figures of one column, row by row. */
export function columnOf(value: AnswerValue | undefined, key: string): readonly number[] {
  return rowsOf(value).flatMap((row) => (partText(row, key) === '' ? [] : [Number(row[key])]));
}

function tableFaults({ columns, minRows, maxRows }: TableField): readonly FormFaultCode[] {
  const codes: FormFaultCode[] = [];
  if (columns.length === 0) codes.push('form.no-columns');
  if (minRows > maxRows) codes.push('form.impossible-bounds');
  if (new Set(columns.map(({ key }) => key)).size < columns.length) codes.push('form.repeated-key');
  if (columns.some(({ label }) => label.zh === '')) codes.push('form.words-missing');
  return [...codes, ...columns.flatMap((column) => rulesOf(column).faults?.(column, new Map()) ?? [])];
}
