import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';

export interface ArchiveFile {
  /** Relative, with `/` between folders, in ASCII: programs disagree about the encoding of other names. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Noon of the first day that ZIP knows, by the fields of the clock: the archive holds those, whatever the zone. */
const noTime = new Date(1980, 0, 1, 12);

/**
 * A ZIP file that is the same to the byte for the same files in the same order: no time of packing, no attributes of a
 * machine, and a deflate in JavaScript, because zlib's output depends on the processor.
 */
export function writeArchive(files: readonly ArchiveFile[]): Buffer {
  const entries: Zippable = {};
  for (const { path, bytes } of files) {
    if (!isPlainPath(path)) throw new RangeError(`not a name for an archive: ${path}`);
    if (Object.hasOwn(entries, path)) throw new RangeError(`twice in one archive: ${path}`);
    entries[path] = [bytes, { level: isPacked(path) ? 0 : 6, mtime: noTime, os: 3, attrs: 0o100644 << 16 }];
  }
  const bytes = zipSync(entries);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Packing a workbook again gains nothing. */
const isPacked = (path: string): boolean => path.endsWith('.xlsx');

/** Would stay in the folder that an archive is unpacked into. */
export function isPlainPath(path: string): boolean {
  return /^[A-Za-z0-9_[][A-Za-z0-9_.\-/[\]]*$/.test(path) && !path.split('/').includes('..');
}

export interface ReadLimits {
  /** Of all files together, unpacked. */
  readonly maxBytes: number;
}

/**
 * All files of a ZIP file in memory, in its order.
 * @throws RangeError when they are too large, or a name would lead out of a folder; Error when it is no ZIP file
 */
export function readArchive(bytes: Uint8Array, { maxBytes }: ReadLimits): ArchiveFile[] {
  let left = maxBytes;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      left -= originalSize;
      if (left < 0) throw new RangeError('the archive unpacks to too much');
      return !name.endsWith('/');
    },
  });
  return Object.entries(files).map(([path, content]) => {
    if (!isSafePath(path)) throw new RangeError(`the archive names a file outside of itself: ${path}`);
    return { path, bytes: content };
  });
}

const isSafePath = (path: string): boolean =>
  !path.startsWith('/') && !path.includes('\\') && !/^[A-Za-z]:/.test(path) && !path.split('/').includes('..');

/** UTF-8 without a mark of its order. */
export const textOfFile = (file: ArchiveFile): string => strFromU8(file.bytes).replace(/^\ufeff/, '');
