import { Workbook } from '@cj-tech-master/excelts';
import { readArchive, writeArchive } from '../archive/index.ts';

/** Media type of an .xlsx file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type OutputCell = string | number;

/** One table of an export; every row has as many cells as there are columns. */
export interface OutputTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly OutputCell[])[];
}

/** A text that a spreadsheet would compute begins with an apostrophe, also where blanks or wide signs hide it (R-FILE-7). */
function defused(cell: OutputCell): OutputCell {
  return typeof cell === 'string' && /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}

/** CSV in UTF-8 with the mark by which Excel knows it. */
export function writeCsv({ columns, rows }: OutputTable): Buffer {
  const lines = [columns, ...rows].map((cells) => cells.map(quoted).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function quoted(cell: OutputCell): string {
  const text = String(defused(cell));
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel takes no more in one cell. */
const longestCell = 32_767;
const [narrowest, widest] = [8, 50];

/** A workbook with one sheet for each table, the names of its columns in sight. */
export async function writeXlsx(tables: readonly OutputTable[]): Promise<Buffer> {
  return Buffer.from(await makeBook(tables).xlsx.writeBuffer());
}

/**
 * The same, equal to the byte for equal tables on every machine and at any time: the workbook is dated as given, and its
 * parts are packed again without the time of packing.
 */
export async function writeSteadyXlsx(tables: readonly OutputTable[], dated: Date): Promise<Buffer> {
  const book = makeBook(tables);
  Object.assign(book, { created: dated, modified: dated, creator: 'Yitang', lastModifiedBy: 'Yitang' });
  const parts = readArchive(new Uint8Array(await book.xlsx.writeBuffer()), { maxBytes: maxUnpackedBytes });
  return writeArchive(parts);
}

const maxUnpackedBytes = 512 * 1024 * 1024;

function makeBook(tables: readonly OutputTable[]): Workbook {
  const book = new Workbook();
  for (const { name, columns, rows } of tables) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...columns]).font = { bold: true };
    for (const cells of rows) sheet.addRow(cells.map(bounded));
    for (const [index, column] of columns.entries()) {
      sheet.getColumn(index + 1).width = Math.min(widest, Math.max(narrowest, widthOf(column, rows[0]?.[index])));
    }
  }
  return book;
}

const bounded = (cell: OutputCell): OutputCell => {
  const safe = defused(cell);
  return typeof safe === 'string' ? safe.slice(0, longestCell) : safe;
};

/** Han characters are twice as wide. */
const widthOf = (...cells: readonly (OutputCell | undefined)[]): number =>
  Math.max(...cells.map((cell) => [...String(cell ?? '')].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 2)));
