import { crc32 } from 'node:zlib';
import { carriesAnotherKind, faulty, type Inspection } from './inspection.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Chunks that draw the picture; texts, times, places, animations and private chunks are dropped. */
const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);

export function inspectPng(file: Buffer, maxPixels: number): Inspection {
  if (!file.subarray(0, 8).equals(signature)) return faulty('unknown-content');
  const ranges: [number, number][] = [[0, 8]];
  let hasData = false;
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return faulty('damaged');
    const name = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, end - 4);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return faulty('damaged');
    const fault = at === 8 ? headFault(name, body, maxPixels) : undefined;
    if (fault !== undefined) return fault;
    if (needed.has(name)) ranges.push([at, end]);
    else if (isCritical(name)) return faulty('damaged');
    else if (carriesAnotherKind(body)) return faulty('two-kinds-at-once');
    hasData ||= name === 'IDAT';
    if (name === 'IEND') {
      if (carriesAnotherKind(file.subarray(end))) return faulty('two-kinds-at-once');
      return hasData ? { kept: { type: 'png', insert: [], ranges } } : faulty('damaged');
    }
    at = end;
  }
  return faulty('damaged');
}

const isCritical = (name: string): boolean => /^[A-Z]/.test(name);

function headFault(name: string, body: Buffer, maxPixels: number): Inspection | undefined {
  if (name !== 'IHDR' || body.length !== 13) return faulty('damaged');
  const pixels = body.readUInt32BE(0) * body.readUInt32BE(4);
  if (pixels === 0) return faulty('damaged');
  return pixels > maxPixels ? faulty('too-many-pixels') : undefined;
}
