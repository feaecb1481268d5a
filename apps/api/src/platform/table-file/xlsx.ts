import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** One sheet as rows of cells; `row` counts from 1 as the file shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}
export type SheetCell = string | { readonly lost: string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

const maxUnpackedBytes = 200 * 1024 * 1024;
const maxParts = 2_000;

/**
 * The first visible sheet of an .xlsx file as text. A formula is never computed: it stays the text `=…`. A number of 16 digits
 * or more was already rounded by Excel and comes as `lost`. Undefined when the file is no workbook or unpacks to too much.
 */
export async function readFirstSheet(bytes: Uint8Array): Promise<SheetRow[] | undefined> {
  if (!unpacksWithin(bytes)) return undefined;
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch {
    return undefined;
  }
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible');
  return sheet === undefined ? undefined : rowsOf(sheet, Infinity);
}

export interface WorkbookLimits {
  /** Of one sheet, empty ones with a format counted too. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * All visible sheets of an .xlsx file; a merged cell stands in each of its places. Stops at the limit of rows, before
 * the rest is in memory.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { rows, columns }: WorkbookLimits,
): Promise<Sheet[] | 'unreadable' | 'too-many-rows'> {
  if (!unpacksWithin(bytes)) return 'unreadable';
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes, { maxRows: rows });
  } catch (error) {
    return error instanceof Error && /max row count|exceed/i.test(error.message) ? 'too-many-rows' : 'unreadable';
  }
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible');
  return visible.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet, columns) }));
}

function rowsOf(sheet: Worksheet, columns: number): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const length = Math.min(row.cellCount, columns);
    rows.push({ row: number, cells: Array.from({ length }, (_, index) => textOf(row.getCell(index + 1).value)) });
  });
  return rows;
}

function textOf(value: unknown): SheetCell {
  if (typeof value === 'number') return Math.abs(value) >= 1e15 ? { lost: String(value) } : String(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Object.prototype.toString.call(value) === '[object Date]') return dayOf(value as Date);
  return typeof value === 'object' && value !== null ? textOfParts(value) : '';
}

interface CellParts {
  readonly formula?: unknown;
  readonly sharedFormula?: unknown;
  readonly richText?: readonly { readonly text?: unknown }[];
  readonly text?: unknown;
  readonly error?: unknown;
}

/** Formulas, rich text, links and errors. */
function textOfParts(value: object): SheetCell {
  const { formula, sharedFormula, richText, text, error } = value as CellParts;
  if (typeof formula === 'string' || typeof sharedFormula === 'string') return `=${String(formula ?? sharedFormula)}`;
  if (Array.isArray(richText)) return richText.map(textOfRun).join('');
  return textOf(text ?? error);
}

const textOfRun = ({ text }: { text?: unknown }): string => (typeof text === 'string' ? text : '');

/** A day as Excel shows it; days there have no zone. */
function dayOf(value: Date): string {
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/** Reads the sizes that a ZIP file declares; the library stops when a part turns out larger than declared. */
function unpacksWithin(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return false;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return false;
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts <= maxParts && total <= maxUnpackedBytes;
}
