import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { indexOfBytes } from './find-bytes.ts';
import { textParts } from './text-windows.ts';

/** A pattern for a name of PDF, any letter of which may be written as #hex, up to where names end. */
export function pdfName(name: string): string {
  const letters = [...name].map((letter) => {
    const hex = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${hex.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return `/${letters.join('')}(?=[\\s\\0/<>()\\[\\]{}%]|$)`;
}

const [stream, endOfStream] = [Buffer.from('stream'), Buffer.from('endstream')];

/** The text of the objects outside of streams; a page's own drawing may spell any word. */
export function* outsideStreams(file: RangedFile): Generator<string> {
  let at = 0;
  for (;;) {
    const start = indexOfBytes(file, stream, at);
    const end = start < 0 ? -1 : indexOfBytes(file, endOfStream, start + stream.length);
    yield* textParts(file, at, end < 0 ? file.size : start);
    if (end < 0) return;
    yield '\n';
    at = end + endOfStream.length;
  }
}
