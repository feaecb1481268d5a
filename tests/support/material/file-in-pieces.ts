import { createRangedFile, type RangedFile } from '../../../apps/api/src/platform/encrypted-file/index.ts';

/** A file as the inspectors are given it, in pieces of so many bytes; stored files have pieces of a mebibyte. */
export function fileInPieces(content: Buffer, pieceBytes = 1024 * 1024): RangedFile {
  const load = (index: number, memory: Buffer): Buffer =>
    memory.subarray(0, content.copy(memory, 0, index * pieceBytes, (index + 1) * pieceBytes));
  return createRangedFile({ size: content.length, pieceBytes, memoryBytes: pieceBytes, load });
}
