import type { ByteRange, Kept } from './inspection.ts';

const isRange = (piece: ByteRange | Uint8Array): piece is ByteRange => !(piece instanceof Uint8Array);

/** Is nothing dropped and nothing added? */
export function isWhole(pieces: Kept['pieces'], size: number): boolean {
  const length = (piece: ByteRange | Uint8Array): number => (isRange(piece) ? piece[1] - piece[0] : Infinity);
  return pieces.reduce((sum, piece) => sum + length(piece), 0) === size;
}

/** What is kept of a file, made from its bytes while they pass. */
export async function* keptContent(content: AsyncIterable<Buffer>, pieces: Kept['pieces']): AsyncGenerator<Buffer> {
  const left = [...pieces];
  let start = 0;
  for await (const part of content) {
    const end = start + part.length;
    for (let piece = left[0]; piece !== undefined; piece = left[0]) {
      if (!isRange(piece)) {
        yield Buffer.from(piece);
      } else {
        const [from, until] = piece;
        if (from >= end) break;
        yield part.subarray(Math.max(0, from - start), until - start);
        // The rest of it is in the next part.
        if (until > end) break;
      }
      left.shift();
    }
    start = end;
  }
}
