/** A pattern for a name of PDF, any letter of which may be written as #hex, up to where names end. */
export function pdfName(name: string): string {
  const letters = [...name].map((letter) => {
    const hex = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${hex.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return `/${letters.join('')}(?=[\\s\\0/<>()\\[\\]{}%]|$)`;
}

const windowBytes = 512 * 1024;
/** Longer than any name that is looked for, with each letter written as #hex. */
const overlap = 128;

/**
 * How often a name of `pdfName` comes in a file. It is looked for half a megabyte at a time: the whole file as text
 * would be in memory a second time.
 */
export function countNames(file: Buffer, name: RegExp): number {
  let count = 0;
  for (let at = 0; at < file.length; at += windowBytes) {
    const text = file.toString('latin1', at, at + windowBytes + overlap);
    // What begins in the overlap is the next window's: here it might be cut.
    for (const { index } of text.matchAll(name)) if (index < windowBytes) count += 1;
  }
  return count;
}

/** The objects outside of streams; a page's own drawing may spell any word. */
export function withoutStreams(file: Buffer): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = file.indexOf('stream', at, 'latin1');
    const end = start < 0 ? -1 : file.indexOf('endstream', start + 6, 'latin1');
    if (end < 0) return [...parts, file.toString('latin1', at)].join('\n');
    parts.push(file.toString('latin1', at, start));
    at = end + 9;
  }
}
