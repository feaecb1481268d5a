import { Workbook } from '@cj-tech-master/excelts';

type Cell = string | number;
type Rows = readonly (readonly Cell[])[];

/** A text that a spreadsheet would compute begins with an apostrophe. */
const defused = (text: string): string => (/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text);

/** Rows as CSV that Excel opens in the right encoding. */
export function writeCsv(rows: Rows): Buffer {
  const lines = rows.map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

function csvCell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = defused(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as the one sheet of a workbook. A cell of text is never a formula there, so nothing needs to be defused. */
export async function writeXlsx(sheetName: string, rows: Rows): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName);
  for (const cells of rows) sheet.addRow([...cells]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
