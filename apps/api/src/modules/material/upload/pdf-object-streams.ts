import { constants, inflateSync } from 'node:zlib';
import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { indexOfBytes, lastIndexOfBytes } from './find-bytes.ts';
import { pdfName } from './pdf-text.ts';
import { countMatches, textAt, textParts, textWindows } from './text-windows.ts';

/** All object streams together may hold at most this many bytes when unpacked: a bomb ends here. */
const maxUnpackedBytes = 64 * 1024 * 1024;
/** And each of them, for it is in memory whole; those of honest files hold a few hundred kilobytes. */
const maxStreamBytes = 8 * 1024 * 1024;
/** A head that is longer than this is not looked for. */
const maxDictionaryBytes = 1024 * 1024;
const maxObjects = 50_000;
const objectStream = new RegExp(pdfName('ObjStm'));
const objectStreams = new RegExp(pdfName('ObjStm'), 'g');
const [head, stream] = [Buffer.from(' obj'), Buffer.from('stream')];

/**
 * The objects that a PDF keeps packed, stream by stream. Lengths and ends that the file claims are not believed: a
 * stream is unpacked as far as it goes.
 * @returns undefined for what can't be looked into.
 */
export function* unpackObjectStreams(file: RangedFile): Generator<string | undefined> {
  let room = maxUnpackedBytes;
  let found = 0;
  for (let start = indexOfBytes(file, stream, 0); start >= 0; start = indexOfBytes(file, stream, start + 6)) {
    if (textAt(file, Math.max(0, start - 3), start) === 'end') continue;
    const dictionary = dictionaryBefore(file, start);
    if (!objectStream.test(dictionary)) continue;
    found += 1;
    const content = unpack({ file, from: start + 6, dictionary, room });
    room -= content?.length ?? 0;
    yield content === undefined || room <= 0 ? undefined : labelled(content, dictionary);
  }
  // One that is named where we found no stream is hidden from us on purpose.
  if (found !== countMatches(textWindows(textParts(file)), objectStreams)) yield undefined;
}

/** What stands between the head of the object and its stream. */
function dictionaryBefore(file: RangedFile, start: number): string {
  const earliest = Math.max(0, start - maxDictionaryBytes);
  const from = lastIndexOfBytes(file, head, { from: start, earliest });
  // Without a head, what is near enough to the beginning of the file may still be one.
  return from < 0 && earliest > 0 ? '' : textAt(file, Math.max(0, from), start);
}
/** The unpacked text, and behind it the beginning of each object under the head that it would have outside: `98 0 obj`. */
function labelled(content: string, dictionary: string): string | undefined {
  const first = Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? 0);
  const numbers = content
    .slice(0, first)
    .trim()
    .split(/\s+/, 2 * maxObjects + 1)
    .map(Number);
  if (numbers.length > 2 * maxObjects) return undefined;
  const parts: string[] = [content];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const from = first + (numbers[index + 1] ?? 0);
    const until = Math.min(first + (numbers[index + 3] ?? content.length), from + 400);
    parts.push(`${numbers[index]} 0 obj ${content.slice(from, until)}`);
  }
  return parts.join('\n');
}

interface Packed {
  readonly file: RangedFile;
  /** Where the word `stream` ends. */
  readonly from: number;
  readonly dictionary: string;
  readonly room: number;
}

function unpack({ file, from, dictionary, room }: Packed): string | undefined {
  const lineEnd = file.pieceAt(from)[0] === 0x0d ? 2 : 1;
  const inflated = inflate(file, from + lineEnd, Math.min(room, maxStreamBytes));
  const filter = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]]+)/.exec(dictionary)?.[1]?.replace(/[[\]\s]/g, '');
  const isPlain = filter === undefined && !/Filter|#/.test(dictionary);
  // What is not packed was read with the rest of the file.
  if (isPlain) return inflated ?? '';
  return filter === '/FlateDecode' && !/\/Predictor\s*(?:[2-9]|1\d)/.test(dictionary) ? inflated : undefined;
}

/** Given more and more of the file, until it does not take all of it. */
function inflate(file: RangedFile, from: number, maxOutputLength: number): string | undefined {
  const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH, info: true };
  try {
    for (let length = firstTry; ; length *= 4) {
      const given = file.bytes(from, from + length);
      const { buffer, engine } = inflateSync(given, options) as unknown as Inflated;
      if (engine.bytesWritten < given.length || from + length >= file.size) return buffer.toString('latin1');
    }
  } catch {
    return undefined;
  }
}

const firstTry = 64 * 1024;
/** What `info` makes of the answer; the types of Node know the buffer alone. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
