export { parseCsv } from './csv.ts';
export { readTable, type Table, type TableRow } from './read-table.ts';
export { readUploadedTable } from './read-upload.ts';
export { writeCsv, writeXlsx, type OutputCell, type OutputTable } from './write-table.ts';
export { readRow, refuseRepeated, requireColumns, type RowReader } from './row-reader.ts';
