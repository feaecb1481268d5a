import { plainText, type Issue } from '@yitang/contract';
import { isCivilDate } from '@yitang/domain/calendar';
import type { TableRow } from './read-table.ts';

/** Reads the cells of one row and notes every fault with its place; a faulty cell reads as empty. */
export interface RowReader {
  /** The row as the file counts. */
  readonly number: number;
  readonly hasIssues: boolean;
  text(column: string, max: number): string | null;
  requiredText(column: string, max: number): string;
  day(column: string): string | null;
  requiredDay(column: string): string;
  /** One of the words; `fallback` where the cell is empty, a fault where there is none. */
  choice<T>(column: string, words: Readonly<Record<string, T>>, fallback?: T): T | undefined;
  /** 是 or 否. */
  flag(column: string, fallback: boolean): boolean;
  /** Parts between ；, ; or 、 */
  list(column: string, max: number): string[];
  refuse(column: string, code: string, message: string): void;
}

export function readRow(row: TableRow, issues: Issue[]): RowReader {
  let hasIssues = false;
  const refuse = (column: string, code: string, message: string) => {
    hasIssues = true;
    issues.push({ field: `rows.${row.number}.${column}`, code, message });
  };
  const text = (column: string, max: number): string | null => {
    const cell = row.cells.get(column) ?? '';
    if (cell === '') return null;
    const parsed = plainText(max).safeParse(cell);
    if (parsed.success) return parsed.data;
    refuse(column, 'cell.text', [...cell].length > max ? `最多 ${max} 个字。` : '含有不可见的控制字符，请删除。');
    return null;
  };
  const required = <T>(column: string, value: T | null, empty: T): T => {
    if (value !== null) return value;
    if ((row.cells.get(column) ?? '') === '') refuse(column, 'cell.required', '不能为空。');
    return empty;
  };
  const day = (column: string): string | null => {
    const cell = text(column, 20)
      ?.replace(/[/.年月]/g, '-')
      .replace(/日$/, '');
    if (cell === undefined) return null;
    const padded = cell.replace(/-(\d)(?=-|$)/g, '-0$1');
    if (isCivilDate(padded)) return padded;
    refuse(column, 'cell.day', '请写成 2026-09-01 这样的日期。');
    return null;
  };
  const choice = <T>(column: string, words: Readonly<Record<string, T>>, fallback?: T): T | undefined => {
    const cell = text(column, 40);
    if (cell === null && fallback !== undefined) return fallback;
    const found = Object.hasOwn(words, cell ?? '') ? words[cell ?? ''] : undefined;
    if (found === undefined) refuse(column, 'cell.choice', `请填写：${Object.keys(words).join('、')}。`);
    return found;
  };
  return {
    number: row.number,
    get hasIssues() {
      return hasIssues;
    },
    text,
    requiredText: (column, max) => required(column, text(column, max), ''),
    day,
    requiredDay: (column) => required(column, day(column), ''),
    choice,
    flag: (column, fallback) => choice(column, { 是: true, 否: false }, fallback) ?? fallback,
    list: (column, max) =>
      (text(column, max) ?? '')
        .split(/[；;、]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    refuse,
  };
}

/** Notes columns that must be there and are not; the rows are not worth reading then. */
export function requireColumns(columns: readonly string[], required: readonly string[], issues: Issue[]): boolean {
  const missing = required.filter((name) => !columns.includes(name));
  for (const name of missing)
    issues.push({ field: `columns.${name}`, code: 'column.missing', message: `缺少“${name}”一列。` });
  return missing.length === 0;
}

/** Notes the second and later rows that have the same key. */
export function refuseRepeated(readers: readonly (readonly [RowReader, string])[], column: string): void {
  const first = new Map<string, number>();
  for (const [reader, key] of readers) {
    const before = first.get(key);
    if (before === undefined) first.set(key, reader.number);
    else reader.refuse(column, 'cell.repeated', `与第 ${before} 行重复。`);
  }
}
