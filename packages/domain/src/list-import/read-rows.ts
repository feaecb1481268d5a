import { fieldPaths, type FieldPath } from '../catalog/index.ts';
import type { ReadContext } from './cell-readers.ts';
import type { ListColumn, ListTable } from './find-tables.ts';
import { labelOf, targetOf, type ImportTargetKey } from './import-targets.ts';
import type { ColumnMapping } from './propose-mapping.ts';
import { readDay } from './read-values.ts';
import { plainForm, textOf, type PlainCell } from './sheet.ts';

/** One thing that is wrong, and what to write instead. */
export interface RowFault {
  readonly sheet: string;
  /** As the file counts. */
  readonly row: number;
  /** Place of the cell in its row, from 0; null: the whole row. */
  readonly index: number | null;
  /** Heading of the column. */
  readonly column: string;
  /** What stands there, cut short. */
  readonly read: string;
  readonly message: string;
}

/** What one row says of its matter. Fields that it is silent about stay as they are. */
export interface ListRow {
  readonly sheet: string;
  readonly row: number;
  readonly code: string | null;
  readonly name: string;
  readonly departmentId: string;
  readonly changes: ReadonlyMap<FieldPath, readonly ((current: unknown) => unknown)[]>;
  readonly faults: readonly RowFault[];
}

type MappedColumn = ListColumn & { readonly key: ImportTargetKey };

/** Reads all rows of a list; a row with faults names each of them. */
export function readRows(table: ListTable, mapping: ColumnMapping, context: ReadContext): ListRow[] {
  const columns = table.columns.flatMap((column, index) => {
    const key = mapping[index];
    return key === null || key === undefined ? [] : [{ ...column, key }];
  });
  const rows = table.parts.flatMap(({ sheet, rows: given }) =>
    given.map(({ row, cells }) => readRow({ sheet: sheet.name, row, cells }, columns, context)),
  );
  return refuseRepeated(rows);
}

interface GivenRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly PlainCell[];
}

function readRow(given: GivenRow, columns: readonly MappedColumn[], context: ReadContext): ListRow {
  const faults: RowFault[] = [];
  const refuse: Refuse = (column, message) => {
    faults.push(faultAt(given, { column, message, label: column.label }));
  };
  const { code, changes } = readCells(given, columns, { context, refuse });
  const departmentId = findDepartment(given, changes, context);
  const name = textIn(changes.get('summary.name'));
  const needed: [ImportTargetKey, string][] = [
    ['name', name],
    ['department', departmentId],
  ];
  for (const [key, read] of needed) {
    const column = columns.find((one) => one.key === key) ?? null;
    const isRefused = column !== null && faults.some(({ index }) => index === column.index);
    const label = column?.label ?? labelOf(key);
    if (read === '' && !isRefused) faults.push(faultAt(given, { column, message: '不能为空，请填写。', label }));
  }
  refuseTurnedWindow(given, columns, refuse);
  return { sheet: given.sheet, row: given.row, code, name, departmentId, changes: inOrder(changes), faults };
}

type Changes = Map<FieldPath, ((current: unknown) => unknown)[]>;
type Refuse = (column: MappedColumn, message: string) => void;

function readCells(
  { cells }: GivenRow,
  columns: readonly MappedColumn[],
  { context, refuse }: { context: ReadContext; refuse: Refuse },
): { code: string | null; changes: Changes } {
  const changes: Changes = new Map();
  let code: string | null = null;
  for (const column of columns) {
    const cell = cells[column.index];
    const text = textOf(cell);
    if (text === '') continue;
    if (typeof cell === 'object') {
      refuse(column, 'Excel 已把这个长数字四舍五入，请把该列设为文本格式后重新填写。');
      continue;
    }
    const { path, read } = targetOf(column.key);
    const reading = read(text, context);
    if ('fault' in reading) refuse(column, reading.fault);
    else if (path === 'code') code = textIn([reading.change]);
    else changes.set(path, [...(changes.get(path) ?? []), reading.change]);
  }
  return { code, changes };
}

function textIn(steps: readonly ((current: unknown) => unknown)[] | undefined): string {
  const read = steps?.[0]?.(null);
  return typeof read === 'string' ? read : '';
}

function faultAt(
  { sheet, row, cells }: GivenRow,
  { column, message, label }: { column: MappedColumn | null; message: string; label: string },
): RowFault {
  const read = column === null ? '' : textOf(cells[column.index]);
  const cut = read.length > 60 ? `${read.slice(0, 60)}…` : read;
  return { sheet, row, index: column?.index ?? null, column: label, read: cut, message };
}

/** The department that the row names, or else the one that the sheet is called after. */
function findDepartment({ sheet }: GivenRow, changes: Changes, context: ReadContext): string {
  const named = textIn(changes.get('summary.departmentId'));
  if (named !== '') return named;
  const id = context.findDepartment(sheet.trim());
  if (id !== undefined) changes.set('summary.departmentId', [() => id]);
  return id ?? '';
}

function refuseTurnedWindow({ cells }: GivenRow, columns: readonly MappedColumn[], refuse: Refuse): void {
  const [from, until] = (['windowFrom', 'windowUntil'] as const).map((key) => columns.find((one) => one.key === key));
  if (from === undefined || until === undefined) return;
  const [first, last] = [readDay(textOf(cells[from.index])), readDay(textOf(cells[until.index]))];
  if (first !== undefined && last !== undefined && last < first) refuse(until, '截止日期早于开始日期，请核对。');
}

/** In the order of the catalog's fields, whatever the order of the columns. */
function inOrder<T>(changes: ReadonlyMap<FieldPath, T>): Map<FieldPath, T> {
  return new Map(fieldPaths.flatMap((path) => (changes.has(path) ? [[path, changes.get(path) as T] as const] : [])));
}

/** A matter stands in a list once: a second row is refused with the place of the first. */
function refuseRepeated(rows: readonly ListRow[]): ListRow[] {
  const first = new Map<string, ListRow>();
  return rows.map((row) => {
    const keys = [
      ...(row.code === null ? [] : [`code ${row.code.toUpperCase()}`]),
      ...(row.name === '' || row.departmentId === '' ? [] : [`name ${nameKey(row)}`]),
    ];
    const before = keys.map((key) => first.get(key)).find((found) => found !== undefined);
    if (before === undefined) {
      for (const key of keys) first.set(key, row);
      return row;
    }
    const place = before.sheet === row.sheet ? `第 ${before.row} 行` : `“${before.sheet}”第 ${before.row} 行`;
    const message = `与${place}是同一个事项（编码相同，或名称和部门相同），请只保留一行。`;
    return { ...row, faults: [...row.faults, faultAt({ ...row, cells: [] }, { column: null, message, label: '' })] };
  });
}

/** A name and its department, however the name is spaced and bracketed. */
export const nameKey = ({ name, departmentId }: { name: string; departmentId: string }): string =>
  `${departmentId} ${plainForm(name).replace(/[“”"'《》「」]/gu, '')}`;
