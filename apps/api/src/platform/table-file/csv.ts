/**
 * Records of a CSV text (RFC 4180): quotes double inside quotes, a quoted cell may hold line breaks; CRLF, LF and CR end
 * a record. Undefined when a quote is never closed or something follows a closing quote.
 */
export function parseCsv(text: string, separator = ','): string[][] | undefined {
  const records: string[][] = [];
  let record: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    if (cell === undefined) return undefined;
    record.push(cell.value);
    const next = text[cell.end];
    if (next === separator) {
      at = cell.end + 1;
      if (at === text.length) record.push('');
      else continue;
    } else if (next !== undefined && next !== '\r' && next !== '\n') {
      return undefined;
    }
    records.push(record);
    record = [];
    at = next === separator ? at : cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
  }
  return records;
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function quotedCell(text: string, start: number): Cell | undefined {
  let value = '';
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}
