import { plainForm, textOf, type PlainCell, type PlainRow, type PlainSheet } from './sheet.ts';
import { matchNames } from './match-names.ts';

export interface ListColumn {
  /** Place in the row, from 0. */
  readonly index: number;
  /** As the header has it; of a header of two levels both: 办理时限/承诺. */
  readonly label: string;
}

/** Where the list stands in one sheet. */
export interface ListPart {
  readonly sheet: PlainSheet;
  /** Rows of the header as the file counts: one, or two. */
  readonly headerRows: readonly number[];
  readonly rows: readonly PlainRow[];
}

/** Sheets with the same header are one list: people keep a sheet for each department. */
export interface ListTable {
  /** The header without what does not matter, so that it is known again the next time. */
  readonly signature: string;
  readonly columns: readonly ListColumn[];
  readonly parts: readonly ListPart[];
  readonly rowCount: number;
}

/** How far down a header is looked for: titles, dates and remarks stand above it. */
const headerWithin = 20;

/** The lists of a file, the likeliest first. A sheet without a header is none. */
export function findTables(sheets: readonly PlainSheet[]): ListTable[] {
  const found = sheets.flatMap((sheet) => {
    const header = findHeader(sheet);
    return header === undefined ? [] : [{ sheet, header }];
  });
  const tables = [...Map.groupBy(found, ({ header }) => header.signature).values()].map((same) => {
    const parts = same.map(({ sheet, header }) => partOf(sheet, header));
    const { signature, columns, score } = same[0]!.header;
    const rowCount = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    return { table: { signature, columns, parts, rowCount }, score };
  });
  return tables
    .filter(({ table }) => table.rowCount > 0)
    .sort((a, b) => b.score - a.score || b.table.rowCount - a.table.rowCount)
    .map(({ table }) => table);
}

interface Header {
  readonly rows: readonly number[];
  readonly columns: readonly ListColumn[];
  readonly signature: string;
  /** How many fields its columns name, and how well. */
  readonly score: number;
}

function findHeader(sheet: PlainSheet): Header | undefined {
  const rows = sheet.rows.filter(({ cells }) => cells.some((cell) => textOf(cell) !== '')).slice(0, headerWithin);
  const candidates = rows.flatMap((row, index) => {
    const next = rows[index + 1];
    const one = headerOf([row]);
    if (next === undefined || !isTwoLevel(row, next)) return [one];
    const two = headerOf([row, next]);
    // Its second row alone names as much; the headings above it tell whether they belong to it.
    return [one.score >= leastScore ? { ...two, score: two.score + nameWeight / 2 } : two, one];
  });
  // Of two that fit as well, the one of two levels or the upper one.
  const best = candidates.reduce<Header | undefined>(
    (before, next) => (before !== undefined && before.score >= next.score ? before : next),
    undefined,
  );
  return best !== undefined && best.score >= leastScore ? best : undefined;
}

function headerOf(rows: readonly PlainRow[]): Header {
  const [upper, lower] = rows;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns: ListColumn[] = [];
  let above = '';
  for (let index = 0; index < width; index += 1) {
    const first = headingOf(upper?.cells[index]);
    const second = headingOf(lower?.cells[index]);
    // In a file without merged cells the upper heading stands once, over the first of its columns.
    above = first === '' && second !== '' ? above : first;
    const label = second === '' || second === above ? above : above === '' ? second : `${above}/${second}`;
    if (label !== '') columns.push({ index, label });
  }
  return {
    rows: rows.map(({ row }) => row),
    columns,
    signature: columns.map(({ label }) => plainForm(label)).join('|'),
    score: scoreOf(columns),
  };
}

function scoreOf(columns: readonly ListColumn[]): number {
  const best = new Map<string, number>();
  for (const { label } of columns) {
    const match = matchNames(label)[0];
    if (match !== undefined) best.set(match.key, Math.max(best.get(match.key) ?? 0, match.score));
  }
  return [...best.values()].reduce((sum, score) => sum + nameWeight + score, 0);
}

/** A field more counts for more than names that fit better. */
const nameWeight = 10_000;
const leastScore = 2 * nameWeight;

const headingOf = (cell: PlainCell | undefined): string => textOf(cell).replace(/\s+/g, '').slice(0, 60);

/**
 * Whether the second row parts headings of the first: under each heading stands the same (merged down), nothing, or
 * parts of a heading that spans several columns. Rows of the list itself never look so.
 */
function isTwoLevel({ cells: upper }: PlainRow, { cells: lower }: PlainRow): boolean {
  let parted = 0;
  // A title over the whole list parts nothing.
  if (new Set(upper.map(headingOf)).size < 3) return false;
  const width = Math.max(upper.length, lower.length);
  for (let index = 0; index < width; index += 1) {
    const [first, second] = [headingOf(upper[index]), headingOf(lower[index])];
    if (second === '' || second === first) continue;
    if (!isSpanned(upper, index) || second.length > 20) return false;
    parted += 1;
  }
  return parted >= 2;
}

/** Whether the heading over a column is that of a neighbour too. */
function isSpanned(upper: readonly PlainCell[], index: number): boolean {
  const here = headingOf(upper[index]);
  const left = index === 0 ? '' : headingOf(upper[index - 1]);
  const right = headingOf(upper[index + 1]);
  if (here === '') return upper.slice(0, index).some((cell) => headingOf(cell) !== '');
  return here === left || here === right || right === '';
}

function partOf(sheet: PlainSheet, { rows, columns }: Header): ListPart {
  const last = rows.at(-1) ?? 0;
  const isFilled = ({ row, cells }: PlainRow) =>
    row > last && columns.some(({ index }) => textOf(cells[index]) !== '') && !repeatsHeader(cells, columns);
  return { sheet, headerRows: rows, rows: sheet.rows.filter(isFilled) };
}

/** Lists that were printed repeat their header on every page. */
function repeatsHeader(cells: readonly PlainCell[], columns: readonly ListColumn[]): boolean {
  return columns.every(({ index, label }) => headingOf(cells[index]) === label.split('/').at(-1));
}
