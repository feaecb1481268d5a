import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { indexOfBytes } from './find-bytes.ts';
import { carriesAnotherKind, faulty, keepRange, maxRanges, type Inspection } from './inspection.ts';

const mark = Buffer.from([0xff]);

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

interface Walk {
  readonly file: RangedFile;
  readonly maxPixels: number;
  /** What is kept, behind the mark with which a photograph begins. */
  readonly ranges: [number, number][];
  orientation: number;
  hasFrame: boolean;
}

/**
 * Keeps what draws the picture and drops the rest: place, time and device (EXIF), XMP, comments, trailers. The one
 * thing that is kept of EXIF is which side is up.
 */
export function inspectJpeg(file: RangedFile, maxPixels: number): Inspection {
  if (file.size < 4 || file.bytes(0, 2).readUInt16BE() !== 0xffd8) return faulty('unknown-content');
  const walk: Walk = { file, maxPixels, ranges: [], orientation: 1, hasFrame: false };
  let at = 2;
  while (at + 2 <= file.size && walk.ranges.length <= maxRanges) {
    const [first, marker] = file.bytes(at, at + 2) as Buffer & [number, number];
    if (first !== 0xff) return faulty('damaged');
    if (marker === 0xff) {
      at += 1;
    } else if (marker === 0xd9) {
      return finish(walk, at + 2);
    } else if (standsAlone(marker)) {
      keepRange(walk.ranges, at, at + 2);
      at += 2;
    } else {
      const step = readSegment(walk, at, marker);
      if (typeof step !== 'number') return step;
      at = step;
    }
  }
  return faulty('damaged');
}

/** @returns where the next marker stands. */
function readSegment(walk: Walk, at: number, marker: number): number | Inspection {
  const { file } = walk;
  if (at + 4 > file.size) return faulty('damaged');
  const end = at + 2 + file.bytes(at + 2, at + 4).readUInt16BE();
  if (end > file.size || end < at + 4) return faulty('damaged');
  const body = file.bytes(at + 4, end);
  if (isFrame(marker)) {
    if (body.length < 6) return faulty('damaged');
    const pixels = body.readUInt16BE(1) * body.readUInt16BE(3);
    if (pixels === 0) return faulty('damaged');
    if (pixels > walk.maxPixels) return faulty('too-many-pixels');
    walk.hasFrame = true;
  }
  if (isNeeded(marker, body)) keepRange(walk.ranges, at, end);
  else if (carriesAnotherKind(file, at + 4, end)) return faulty('two-kinds-at-once');
  else if (marker === 0xe1) walk.orientation = orientationOf(body) ?? walk.orientation;
  if (marker !== 0xda) return end;
  const scanEnd = endOfScan(file, end);
  keepRange(walk.ranges, end, scanEnd);
  return scanEnd;
}

/** Of the application segments: JFIF, colour profile and Adobe's colour transform. All others are metadata. */
function isNeeded(marker: number, body: Buffer): boolean {
  const name = body.subarray(0, 12).toString('latin1');
  if (marker === 0xe0) return name.startsWith('JFIF\0');
  if (marker === 0xe2) return name.startsWith('ICC_PROFILE\0');
  if (marker === 0xee) return name.startsWith('Adobe');
  return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef);
}

function endOfScan(file: RangedFile, from: number): number {
  let at = indexOfBytes(file, mark, from);
  while (at >= 0 && at + 1 < file.size) {
    const next = file.pieceAt(at + 1)[0] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = indexOfBytes(file, mark, next === 0xff ? at + 1 : at + 2);
  }
  return file.size;
}

function finish({ file, ranges, hasFrame, orientation }: Walk, end: number): Inspection {
  if (!hasFrame) return faulty('damaged');
  if (carriesAnotherKind(file, end, file.size)) return faulty('two-kinds-at-once');
  keepRange(ranges, end - 2, end);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  return { kept: { type: 'jpg', pieces: [[0, 2], ...turned, ...ranges] } };
}

/** EXIF tag 0x0112 of the first directory: 1 to 8. */
function orientationOf(body: Buffer): number | undefined {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0' || body.length < 16) return undefined;
  const tiff = body.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) === 0x0112) return [2, 3, 4, 5, 6, 7, 8].find((value) => value === short(at + 8));
  }
  return undefined;
}

/** An EXIF segment with nothing but the orientation in it. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
