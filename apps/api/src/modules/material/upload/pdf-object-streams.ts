import { constants, inflateSync } from 'node:zlib';
import { countNames, pdfName } from './pdf-text.ts';

/** All object streams together may hold at most this many bytes when unpacked: a bomb ends here. */
const maxUnpackedBytes = 64 * 1024 * 1024;
const maxObjects = 50_000;
const objectStream = new RegExp(pdfName('ObjStm'));
const objectStreams = new RegExp(pdfName('ObjStm'), 'g');

/**
 * The objects that a PDF keeps packed. Lengths and ends that the file claims are not believed: a stream is unpacked as
 * far as it goes.
 * @returns undefined where one of them can't be looked into.
 */
export function unpackObjectStreams(file: Buffer): string[] | undefined {
  const unpacked: string[] = [];
  let room = maxUnpackedBytes;
  let found = 0;
  for (let start = find(file, 0); start >= 0; start = find(file, start + 6)) {
    if (file.toString('latin1', Math.max(0, start - 3), start) === 'end') continue;
    const dictionary = file.toString('latin1', Math.max(0, file.lastIndexOf(' obj', start, 'latin1')), start);
    if (!objectStream.test(dictionary)) continue;
    found += 1;
    const content = unpack(file.subarray(start + 6), dictionary, room);
    room -= content?.length ?? 0;
    const objects = content === undefined || room <= 0 ? undefined : labelled(content, dictionary);
    if (objects === undefined) return undefined;
    unpacked.push(objects);
  }
  // One that is named where we found no stream is hidden from us on purpose.
  return found === countNames(file, objectStreams) ? unpacked : undefined;
}

const find = (file: Buffer, from: number): number => file.indexOf('stream', from, 'latin1');

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

function unpack(rest: Buffer, dictionary: string, room: number): string | undefined {
  const body = rest.subarray(rest[0] === 0x0d ? 2 : 1);
  const inflated = inflate(body, room);
  const filter = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]]+)/.exec(dictionary)?.[1]?.replace(/[[\]\s]/g, '');
  const isPlain = filter === undefined && !/Filter|#/.test(dictionary);
  // What is not packed was read with the rest of the file.
  if (isPlain) return inflated ?? '';
  return filter === '/FlateDecode' && !/\/Predictor\s*(?:[2-9]|1\d)/.test(dictionary) ? inflated : undefined;
}

function inflate(body: Buffer, room: number): string | undefined {
  try {
    return inflateSync(body, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return undefined;
  }
}
