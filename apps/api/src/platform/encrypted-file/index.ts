export { encryptChunks, encryptedSize, decryptChunks, type ReadNext } from './chunk-cipher.ts';
export { openLentFile, type LentFile } from './lent-file.ts';
export { createRangedFile, type RangedFile } from './ranged-file.ts';
