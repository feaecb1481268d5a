import { crc32 } from 'node:zlib';
import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { carriesAnotherKind, faulty, keepRange, maxRanges, type Inspection } from './inspection.ts';
import { textAt } from './text-windows.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Chunks that draw the picture; texts, times, places, animations and private chunks are dropped. */
const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);

export function inspectPng(file: RangedFile, maxPixels: number): Inspection {
  if (!file.bytes(0, 8).equals(signature)) return faulty('unknown-content');
  const ranges: [number, number][] = [[0, 8]];
  let hasData = false;
  for (let at = 8; at + 12 <= file.size && ranges.length <= maxRanges;) {
    const end = at + 12 + file.bytes(at, at + 4).readUInt32BE();
    if (end > file.size) return faulty('damaged');
    const name = textAt(file, at + 4, at + 8);
    if (checksum(file, at + 4, end - 4) !== file.bytes(end - 4, end).readUInt32BE()) return faulty('damaged');
    const fault = at === 8 ? headFault(name, file.bytes(at + 8, Math.min(end - 4, at + 22)), maxPixels) : undefined;
    if (fault !== undefined) return fault;
    if (needed.has(name)) keepRange(ranges, at, end);
    else if (isCritical(name)) return faulty('damaged');
    else if (carriesAnotherKind(file, at + 8, end - 4)) return faulty('two-kinds-at-once');
    hasData ||= name === 'IDAT';
    if (name === 'IEND') {
      if (carriesAnotherKind(file, end, file.size)) return faulty('two-kinds-at-once');
      return hasData ? { kept: { type: 'png', pieces: ranges } } : faulty('damaged');
    }
    at = end;
  }
  return faulty('damaged');
}

function checksum(file: RangedFile, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until;) {
    const piece = file.pieceAt(at).subarray(0, until - at);
    sum = crc32(piece, sum);
    at += piece.length;
  }
  return sum;
}

const isCritical = (name: string): boolean => /^[A-Z]/.test(name);

function headFault(name: string, body: Buffer, maxPixels: number): Inspection | undefined {
  if (name !== 'IHDR' || body.length !== 13) return faulty('damaged');
  const pixels = body.readUInt32BE(0) * body.readUInt32BE(4);
  if (pixels === 0) return faulty('damaged');
  return pixels > maxPixels ? faulty('too-many-pixels') : undefined;
}
