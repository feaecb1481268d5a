import type { Issue } from '@yitang/contract';
import { fused } from '@yitang/domain/list-import';
import { problem } from '../problem/index.ts';
import { readCsv } from './csv-file.ts';
import { readFirstSheet, type SheetRow } from './xlsx.ts';

/** A row by the names of its columns; a column that the file lacks is absent, an empty cell is ''. */
export interface TableRow {
  /** As the file counts: the header is row 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Cells that can't be taken as they are, each with its row and column. */
  readonly issues: readonly Issue[];
}

export const tableLimits = { bytes: 10 * 1024 * 1024, rows: 50_000, columns: 100, cellLength: 2_000 } as const;

export const tableTooLarge = (): Error =>
  problem('request.too-large', { detail: `表格不能超过 ${tableLimits.bytes / 1024 / 1024} MB，请拆成几个文件。` });

/**
 * Reads the first visible sheet of an .xlsx file, or a .csv file in UTF-8 (or GB18030, as Excel in Chinese writes it).
 * Formulas stay text, without the apostrophe by which our own files keep them from being computed. @throws problem `import.unreadable`, `request.too-large`
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length > tableLimits.bytes) throw tableTooLarge();
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
  const sheet = isZip ? await readFirstSheet(bytes) : readCsv(bytes);
  const [header, ...body] = (sheet ?? []).filter((row) => row.cells.some((cell) => cell !== ''));
  if (header === undefined || body.length > tableLimits.rows || header.cells.length > tableLimits.columns) {
    throw problem('import.unreadable');
  }
  const columns = header.cells.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  if (new Set(columns.filter((name) => name !== '')).size !== columns.filter((name) => name !== '').length) {
    throw problem('import.unreadable', { detail: '表头中有重复的列名。' });
  }
  const issues: Issue[] = [];
  const rows = body.map((row) => tableRow(row, columns, issues));
  return { columns: columns.filter((name) => name !== ''), rows, issues };
}

function tableRow(row: SheetRow, columns: readonly string[], issues: Issue[]): TableRow {
  const cells = new Map<string, string>();
  for (const [index, name] of columns.entries()) {
    if (name === '') continue;
    const cell = row.cells[index] ?? '';
    const field = `rows.${row.row}.${name}`;
    const value = typeof cell === 'string' ? fused(cell.trim()) : '';
    if (typeof cell !== 'string') {
      const message = 'Excel 已把这个长数字四舍五入。请把该列设为文本格式后重新填写。';
      issues.push({ field, code: 'cell.rounded', message });
    } else if (value.length > tableLimits.cellLength) {
      issues.push({ field, code: 'cell.too-long', message: `内容超过 ${tableLimits.cellLength} 个字符。` });
    }
    cells.set(name, value);
  }
  return { number: row.row, cells };
}
