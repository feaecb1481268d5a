import type { ListTable } from './find-tables.ts';
import type { RowFault } from './read-rows.ts';
import { defuse, storable, textOf, type PlainCell, type PlainSheet } from './sheet.ts';

/** Heading of the column that a marked file begins with. */
const markHeading = '导入检查结果';

/** A file to hand back: the same rows, what is wrong in front, and the cells to mend. */
export interface MarkedSheet {
  readonly name: string;
  readonly rows: readonly MarkedRow[];
  /** How many rows stay in sight. */
  readonly frozen: number;
}

export interface MarkedRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Places of the cells that are wrong. */
  readonly wrong: readonly number[];
  readonly isHeader: boolean;
}

const readable = (cell: PlainCell): string => defuse(storable(typeof cell === 'string' ? cell : cell.lost));

/** Where the rows of a list stand: its sheets, each with the rows that are its header. */
export type MarkedTable = {
  readonly parts: readonly Pick<ListTable['parts'][number], 'sheet' | 'headerRows'>[];
};
/** What is wrong, and where. */
export type Mark = Omit<RowFault, 'read'>;

/** All sheets as they came; those of the list with a column in front that says what is wrong in each row. */
export function markSheets(sheets: readonly PlainSheet[], table: MarkedTable, faults: readonly Mark[]): MarkedSheet[] {
  const byRow = Map.groupBy(faults, ({ sheet, row }) => `${row} ${sheet}`);
  return sheets.map((sheet) => {
    const part = table.parts.find((one) => one.sheet === sheet);
    if (part === undefined) return { name: sheet.name, rows: sheet.rows.map(plainRow), frozen: 0 };
    const rows = sheet.rows.map(({ row, cells }): MarkedRow => {
      const isHeader = part.headerRows.includes(row);
      const found = byRow.get(`${row} ${sheet.name}`) ?? [];
      const note = isHeader ? markHeading : found.map(sentenceOf).join('\n');
      const wrong = found.flatMap(({ index }) => (index === null ? [] : [index + 1]));
      return {
        row,
        cells: [defuse(note), ...cells.map(readable)],
        wrong: found.length > 0 ? [0, ...wrong] : [],
        isHeader,
      };
    });
    return { name: sheet.name, rows, frozen: Math.max(...part.headerRows) };
  });
}

const plainRow = ({ row, cells }: PlainSheet['rows'][number]): MarkedRow => ({
  row,
  cells: cells.map(readable),
  wrong: [],
  isHeader: false,
});

const sentenceOf = ({ column, message }: Mark): string => (column === '' ? message : `${column}：${message}`);

/** What came back of a marked file, without the marks: they stand in front. */
export function withoutMarks(sheets: readonly PlainSheet[]): PlainSheet[] {
  return sheets.map(({ name, rows }) => {
    const isMarked = rows.some(({ cells }) => textOf(cells[0]) === markHeading);
    return isMarked ? { name, rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(1) })) } : { name, rows };
  });
}
