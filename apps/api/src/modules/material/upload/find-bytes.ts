import type { RangedFile } from '../../../platform/encrypted-file/index.ts';

const backwardBytes = 16 * 1024;

/** Where the bytes come for the first time at or after a place; -1 where they do not. */
export function indexOfBytes(file: RangedFile, bytes: Buffer, from: number): number {
  for (let at = from; at < file.size;) {
    const piece = file.pieceAt(at);
    const inside = piece.indexOf(bytes);
    if (inside >= 0) return at + inside;
    const next = at + piece.length;
    const border = Math.max(at, next - bytes.length + 1);
    const across = file.bytes(border, next + bytes.length - 1).indexOf(bytes);
    if (across >= 0) return border + across;
    at = next;
  }
  return -1;
}

/** Where they come for the last time, beginning at `from` or before, and at `earliest` or after; -1 where they do not. */
export function lastIndexOfBytes(file: RangedFile, bytes: Buffer, range: { from: number; earliest: number }): number {
  for (let end = Math.min(range.from + bytes.length, file.size); ;) {
    const start = Math.max(range.earliest, end - backwardBytes);
    const inside = start < end ? file.bytes(start, end).lastIndexOf(bytes) : -1;
    if (inside >= 0) return start + inside;
    if (start <= range.earliest) return -1;
    end = start + bytes.length - 1;
  }
}
