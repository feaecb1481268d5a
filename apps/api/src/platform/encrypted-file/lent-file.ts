import { closeSync, openSync, readSync } from 'node:fs';
import { chunkBytes, chunkOpener, headerBytes, sealedBytes, type SealedFile } from './chunk-cipher.ts';
import { createRangedFile, type RangedFile } from './ranged-file.ts';

/** What another thread of this process needs to read one encrypted file; it is for messages between threads only. */
export interface LentFile extends SealedFile {
  readonly path: string;
}

/**
 * Opens it for reading by ranges, in the thread that calls: every read blocks it. A chunk that is not exactly what was
 * written throws when it is read.
 */
export function openLentFile({ path, ...sealedFile }: LentFile): RangedFile & { close(): void } {
  const descriptor = openSync(path, 'r');
  try {
    const read = (into: Buffer, position: number): Buffer => {
      let filled = 0;
      for (let got = -1; got !== 0 && filled < into.length; filled += got)
        got = readSync(descriptor, into, filled, into.length - filled, position + filled);
      return into.subarray(0, filled);
    };
    const openChunk = chunkOpener(read(Buffer.alloc(headerBytes), 0), sealedFile);
    const load = (index: number, memory: Buffer): Buffer =>
      openChunk(read(memory, headerBytes + index * sealedBytes), index);
    const pieces = { size: sealedFile.size, pieceBytes: chunkBytes, memoryBytes: sealedBytes, load };
    const file = createRangedFile(pieces);
    return {
      ...file,
      close: () => {
        file.close();
        closeSync(descriptor);
      },
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
