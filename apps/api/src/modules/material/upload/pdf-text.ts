/** A pattern for a name of PDF, any letter of which may be written as #hex, up to where names end. */
export function pdfName(name: string): string {
  const letters = [...name].map((letter) => {
    const hex = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${hex.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return `/${letters.join('')}(?=[\\s\\0/<>()\\[\\]{}%]|$)`;
}

/** The objects outside of streams; a page's own drawing may spell any word. */
export function withoutStreams(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('stream', at);
    const end = start < 0 ? -1 : text.indexOf('endstream', start + 6);
    if (end < 0) return [...parts, text.slice(at)].join('\n');
    parts.push(text.slice(at, start));
    at = end + 9;
  }
}
