export { parseCsv } from './csv.ts';
export { readSheets, sheetLimits, type SheetFault } from './read-sheets.ts';
export { readTable, type Table, type TableRow } from './read-table.ts';
export { readUploadedFile, readUploadedTable } from './read-upload.ts';
export {
  workbookType,
  writeCsv,
  writeSteadyXlsx,
  writeXlsx,
  type OutputCell,
  type OutputTable,
} from './write-table.ts';
export { readRow, refuseRepeated, requireColumns, type RowReader } from './row-reader.ts';
export { writeSheets, type WrittenSheet } from './write-sheets.ts';
export type { Sheet } from './xlsx.ts';
