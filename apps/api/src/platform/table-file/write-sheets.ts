import { Workbook, type Cell } from '@cj-tech-master/excelts';

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly {
    /** From 1; rows between are left empty. */
    readonly row: number;
    readonly cells: readonly string[];
    /** Places of cells to point out, from 0. */
    readonly wrong: readonly number[];
    readonly isHeader: boolean;
  }[];
  /** How many rows stay in sight. */
  readonly frozen: number;
}

const paint = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const wrongFill = paint('FFFFD9D3');
const headerFill = paint('FFE3EDE7');
const longest = 32_000;

/** An .xlsx file of texts; whoever calls has defused what a spreadsheet would compute. */
export async function writeSheets(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const book = new Workbook();
  for (const { name, rows, frozen } of sheets) {
    const sheet = book.addWorksheet(name, { views: frozen > 0 ? [{ state: 'frozen', ySplit: frozen }] : [] });
    sheet.properties.defaultColWidth = 22;
    for (const { row, cells, wrong, isHeader } of rows) {
      const written = sheet.getRow(row);
      for (const [index, text] of cells.entries()) {
        if (text !== '') write(written.getCell(index + 1), text.slice(0, longest), isHeader);
      }
      for (const index of wrong) written.getCell(index + 1).fill = wrongFill;
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function write(cell: Cell, text: string, isHeader: boolean): void {
  cell.value = text;
  // As text, so that a long number is not rounded when somebody edits it.
  cell.numFmt = '@';
  cell.alignment = { wrapText: true, vertical: 'top' };
  if (!isHeader) return;
  cell.font = { bold: true };
  cell.fill = headerFill;
}
