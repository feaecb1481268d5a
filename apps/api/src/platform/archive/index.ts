export { readArchive, textOfFile, writeArchive, type ArchiveFile } from './archive.ts';
