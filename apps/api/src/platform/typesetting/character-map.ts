/** Which characters a font can draw: ranges of code points, sorted. */
export interface CharacterMap {
  has(codePoint: number): boolean;
}

type Range = readonly [first: number, last: number];

/**
 * Reads the `cmap` table of an OpenType font or collection (OpenType 1.9, formats 4 and 12).
 * @param name PostScript name of the face in a collection.
 * @throws Error when the file is no font or has no Unicode table.
 */
export function readCharacterMap(font: Buffer, name?: string): CharacterMap {
  const table = tableOf(font, faceOffset(font, name), 'cmap');
  if (table === undefined) throw new Error('the font has no character map');
  const ranges = unicodeRanges(font.subarray(table)).sort((a, b) => a[0] - b[0]);
  return { has: (codePoint) => contains(ranges, codePoint) };
}

function faceOffset(font: Buffer, name: string | undefined): number {
  if (font.toString('latin1', 0, 4) !== 'ttcf') return 0;
  const offsets = Array.from({ length: font.readUInt32BE(8) }, (_, index) => font.readUInt32BE(12 + index * 4));
  const found = offsets.find((offset) => name === undefined || postScriptName(font, offset) === name);
  if (found === undefined) throw new Error(`the font collection has no face ${name}`);
  return found;
}

function tableOf(font: Buffer, face: number, tag: string): number | undefined {
  for (let index = 0; index < font.readUInt16BE(face + 4); index += 1) {
    const record = face + 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return undefined;
}

function postScriptName(font: Buffer, face: number): string | undefined {
  const table = tableOf(font, face, 'name');
  if (table === undefined) return undefined;
  const texts = table + font.readUInt16BE(table + 4);
  for (let index = 0; index < font.readUInt16BE(table + 2); index += 1) {
    const record = table + 6 + index * 12;
    if (font.readUInt16BE(record + 6) !== 6) continue;
    const from = texts + font.readUInt16BE(record + 10);
    const bytes = font.subarray(from, from + font.readUInt16BE(record + 8));
    return bytes.toString('latin1').replaceAll('\0', '');
  }
  return undefined;
}

function unicodeRanges(cmap: Buffer): Range[] {
  const offsets = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const platform = cmap.readUInt16BE(4 + index * 8);
    const offset = cmap.readUInt32BE(8 + index * 8);
    if (platform === 0 || platform === 3) offsets.set(cmap.readUInt16BE(offset), offset);
  }
  const whole = offsets.get(12);
  if (whole !== undefined) return groups(cmap.subarray(whole));
  const basic = offsets.get(4);
  if (basic !== undefined) return segments(cmap.subarray(basic));
  throw new Error('the font has no Unicode character map');
}

function groups(table: Buffer): Range[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + index * 12;
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)] as const;
  });
}

function segments(table: Buffer): Range[] {
  const doubled = table.readUInt16BE(6);
  const ranges: Range[] = [];
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(14 + at);
    if (last !== 0xffff) ranges.push([table.readUInt16BE(16 + doubled + at), last]);
  }
  return ranges;
}

function contains(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) < codePoint) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Infinity) <= codePoint;
}
