import { readCsv } from './csv-file.ts';
import { readWorkbook, type Sheet } from './xlsx.ts';

export const sheetLimits = { rows: 10_000, columns: 200, cellLength: 32_767, sheets: 60, letters: 20_000_000 } as const;

/** Why a file can't be read, and where it is too large. */
export type SheetFault =
  | { readonly kind: 'locked' | 'old-format' | 'unreadable' | 'too-many-rows' | 'too-many-sheets' | 'too-much-text' }
  | { readonly kind: 'cell-too-long'; readonly sheet: string; readonly row: number; readonly column: number };

/**
 * All sheets of an .xlsx file, or the rows of a .csv file as one sheet. Formulas stay text. For a thread of its own: a
 * large file keeps it busy for seconds.
 */
export async function readSheets(bytes: Uint8Array): Promise<{ sheets: Sheet[] } | { fault: SheetFault }> {
  const read = await readAny(bytes);
  if (typeof read === 'string') return { fault: { kind: read } };
  const fault = faultOf(read);
  return fault === undefined ? { sheets: read } : { fault };
}

async function readAny(bytes: Uint8Array): Promise<Sheet[] | Exclude<SheetFault['kind'], 'cell-too-long'>> {
  if (startsWith(bytes, 'PK\u0003\u0004')) return readWorkbook(bytes, { ...sheetLimits, rows: 2 * sheetLimits.rows });
  // The container of the old formats, and of a workbook with a password.
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return isEncrypted(bytes) ? 'locked' : 'old-format';
  const rows = readCsv(bytes);
  const [first] = rows ?? [];
  if (rows === undefined || first === undefined) return 'unreadable';
  // A spreadsheet may part the cells with semicolons or tabs.
  const [line = ''] = first.cells.length === 1 ? first.cells : [];
  const separator = typeof line === 'string' ? [';', '\t'].find((mark) => line.includes(mark)) : undefined;
  const parted = separator === undefined ? rows : (readCsv(bytes, separator) ?? rows);
  return [{ name: '表格', rows: parted }];
}

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((sign, index) => bytes[index] === sign.charCodeAt(0));

/** The name of the stream that holds an encrypted workbook, as the container writes names. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

function faultOf(sheets: readonly Sheet[]): SheetFault | undefined {
  if (sheets.length > sheetLimits.sheets) return { kind: 'too-many-sheets' };
  let rows = 0;
  let letters = 0;
  for (const sheet of sheets) {
    for (const { row, cells } of sheet.rows) {
      rows += cells.some((cell) => cell !== '') ? 1 : 0;
      if (rows > sheetLimits.rows) return { kind: 'too-many-rows' };
      for (const [column, cell] of cells.entries()) {
        const { length } = typeof cell === 'string' ? cell : cell.lost;
        if (length > sheetLimits.cellLength) return { kind: 'cell-too-long', sheet: sheet.name, row, column };
        letters += length;
      }
    }
  }
  return letters > sheetLimits.letters ? { kind: 'too-much-text' } : undefined;
}
