import { freeBuffer } from './spent-buffers.ts';

/** A file that is read where it is asked for: however large it is, only two pieces of it are in memory. */
export interface RangedFile {
  /** Bytes of the content. */
  readonly size: number;
  /** The bytes [from, until), fewer where the file ends. */
  bytes(from: number, until: number): Buffer;
  /** What is at hand without a copy from there on, at least one byte of a file that goes on; good until the next read. */
  pieceAt(from: number): Buffer;
}

export interface Pieces {
  readonly size: number;
  /** Every piece has so many bytes, but for the last. */
  readonly pieceBytes: number;
  /** What loading a piece needs, which is where the piece then stands. */
  readonly memoryBytes: number;
  readonly load: (index: number, memory: Buffer) => Buffer;
}

interface Held {
  readonly memory: Buffer;
  index: number;
  bytes: Buffer;
}

/** Whoever closes it gives its memory back and reads no more of it. */
export function createRangedFile({ size, pieceBytes, memoryBytes, load }: Pieces): RangedFile & { close(): void } {
  const nothing = (): Held => ({ memory: Buffer.allocUnsafeSlow(memoryBytes), index: -1, bytes: Buffer.alloc(0) });
  // Two, so that what is read across a border, again and again, is not loaded again and again.
  let [recent, other] = [nothing(), nothing()];
  const piece = (index: number): Buffer => {
    if (recent.index !== index) [recent, other] = [other, recent];
    if (recent.index !== index) {
      // What stood there is gone, even where loading fails.
      recent.index = -1;
      recent.bytes = load(index, recent.memory);
      recent.index = index;
    }
    return recent.bytes;
  };
  const pieceAt = (from: number): Buffer =>
    from < size ? piece(Math.floor(from / pieceBytes)).subarray(from % pieceBytes) : Buffer.alloc(0);
  const bytes = (from: number, until: number): Buffer => {
    const copy = Buffer.allocUnsafeSlow(Math.max(0, Math.min(until, size) - from));
    for (let filled = 0; filled < copy.length;) filled += pieceAt(from + filled).copy(copy, filled);
    return copy;
  };
  const close = (): void => [recent, other].forEach(({ memory }) => freeBuffer(memory));
  return { size, bytes, pieceAt, close };
}
