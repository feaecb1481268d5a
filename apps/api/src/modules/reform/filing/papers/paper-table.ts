import type { OutputCell, OutputTable } from '../../../../platform/table-file/index.ts';

/** A table as both kinds of paper show it. */
export interface PaperTable {
  /** At most 31 characters, because it names a sheet. */
  readonly name: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly OutputCell[])[];
  /** Heads of groups in the PDF: the index of the row that they stand before. */
  readonly groups?: ReadonlyMap<number, string>;
  /** What stands under the title in the PDF. */
  readonly notes?: readonly string[];
  /** Said where there is no row. */
  readonly empty: string;
}

export interface PaperColumn {
  readonly name: string;
  /** Share of the width of the page. */
  readonly width: number;
}

/** Names with their widths: `columns({ 序号: 3, 事项名称: 12 })`. */
export const columns = (widths: Readonly<Record<string, number>>): PaperColumn[] =>
  Object.entries(widths).map(([name, width]) => ({ name, width }));

/** As a sheet; an empty one says so in its first row, so that nobody takes it for a broken file. */
export function sheetOf({ name, columns: of, rows, empty }: PaperTable): OutputTable {
  const names = of.map((column) => column.name);
  const filler = [empty, ...names.slice(1).map(() => '')];
  return { name, columns: names, rows: rows.length === 0 ? [filler] : rows };
}
