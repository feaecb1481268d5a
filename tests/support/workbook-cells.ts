import { Workbook } from '@cj-tech-master/excelts';

/** What stands in the cells of all sheets, row by row, as the file has it: a table that is read back has lost its guards. */
export async function workbookCells(bytes: Buffer): Promise<unknown[]> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets.flatMap((sheet) => {
    const cells: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell.value)));
    return cells;
  });
}
