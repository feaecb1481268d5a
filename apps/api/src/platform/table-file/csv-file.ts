import { parseCsv } from './csv.ts';
import type { SheetRow } from './xlsx.ts';

/** Rows of a .csv file in UTF-8 (or GB18030, as Excel in Chinese writes it); undefined for what is no text. */
export function readCsv(bytes: Uint8Array, separator = ','): SheetRow[] | undefined {
  const text = decode(bytes);
  // No text file has these.
  if (text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return undefined;
  return parseCsv(text, separator)?.map((cells, index) => ({ row: index + 1, cells }));
}

function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // tried with the next encoding
    }
  }
  return undefined;
}
