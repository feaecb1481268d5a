export { parseCsv } from './csv.ts';
export { readTable, tableLimits, type Table, type TableRow } from './read-table.ts';
