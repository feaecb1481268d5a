type Cell = string | number;

/** Rows as a file that Excel opens in the right encoding. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would compute begins with an apostrophe; what holds separators is quoted. */
export function cellOf(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Sends a table as a download; `asciiName` is for what does not read the encoded name. */
export function csvResponse(text: string, name: string, asciiName: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${asciiName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
