import type { RangedFile } from '../../../platform/encrypted-file/index.ts';

/** Part of a long text: what begins at [from, until) is looked for here, and can be read to its end. */
export interface TextWindow {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

/** Small enough for the strings to be cleared as soon as they are not needed. */
export const windowLength = 64 * 1024;
/** No pattern reads further than this once its blanks are one. */
export const windowOverlap = 512;
const manyBlanks = /\s{2,}/g;

/**
 * A text of any length, a window at a time, so that patterns find what they would find in the whole. Any number of
 * blanks may stand between two words of a PDF; here they are one.
 */
export function* textWindows(parts: Iterable<string>): Generator<TextWindow> {
  let held: string[] = [];
  let [length, from, endsBlank] = [0, 0, false];
  for (const part of parts) {
    const squeezed = part.replace(manyBlanks, ' ');
    const added = endsBlank ? squeezed.trimStart() : squeezed;
    if (added === '') continue;
    held.push(added);
    length += added.length;
    endsBlank = /\s$/.test(added);
    if (length < windowLength) continue;
    const text = held.join('');
    const until = text.length - windowOverlap;
    yield { text, from, until };
    // One more, so that a pattern sees what stands before its beginning.
    held = [text.slice(until - 1)];
    [length, from] = [windowOverlap + 1, 1];
  }
  const text = held.join('');
  yield { text, from, until: text.length };
}

/** What the bytes [from, until) say in Latin letters. */
export function textAt(file: RangedFile, from: number, until: number): string {
  const piece = file.pieceAt(from);
  const isAtHand = piece.length >= until - from || from + piece.length === file.size;
  return (isAtHand ? piece.subarray(0, until - from) : file.bytes(from, until)).toString('latin1');
}

/** The same part by part, for windows. */
export function* textParts(file: RangedFile, from = 0, until = file.size): Generator<string> {
  for (let at = from; at < until; at += windowLength) yield textAt(file, at, Math.min(until, at + windowLength));
}

/** Every place where a pattern begins; it has the flag `g`. */
export function* matchesIn(windows: Iterable<TextWindow>, pattern: RegExp): Generator<RegExpExecArray> {
  for (const { text, from, until } of windows)
    for (const match of text.matchAll(pattern)) if (match.index >= from && match.index < until) yield match;
}

export function countMatches(windows: Iterable<TextWindow>, pattern: RegExp): number {
  const matches = matchesIn(windows, pattern);
  let count = 0;
  while (matches.next().done !== true) count += 1;
  return count;
}

export function hasMatch(windows: Iterable<TextWindow>, pattern: RegExp): boolean {
  return matchesIn(windows, pattern).next().done !== true;
}
