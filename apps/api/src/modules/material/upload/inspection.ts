import type { UploadType } from '@yitang/domain/catalog';
import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { hasMatch, textAt, textParts, textWindows } from './text-windows.ts';

/** Why a file was not taken; each has a sentence that says what the person can do about it. */
export const uploadFaults = {
  empty: { code: 'material.empty' },
  'wrong-extension': {
    code: 'material.type',
    zh: '文件名的后缀与内容不一致。',
    en: 'The name of the file does not fit its content.',
  },
  'unknown-content': {
    code: 'material.type',
    zh: '内容不是 PDF、JPG 或 PNG。',
    en: 'The content is not PDF, JPG or PNG.',
  },
  'not-accepted': {
    code: 'material.type',
    zh: '这项材料不接受该格式。',
    en: 'This document is not accepted in that format.',
  },
  damaged: { code: 'material.type', zh: '文件已损坏或不完整。', en: 'The file is damaged or incomplete.' },
  'too-many-pixels': {
    code: 'material.too-large',
    zh: '图片的像素过大，请缩小后再上传。',
    en: 'The picture has too many pixels. Make it smaller.',
  },
  'two-kinds-at-once': {
    code: 'material.unsafe',
    zh: '文件里夹带了另一种文件或脚本。',
    en: 'The file carries another file or a script inside.',
  },
  'active-content': {
    code: 'material.unsafe',
    zh: 'PDF 里有脚本、自动动作或附件。',
    en: 'The PDF has scripts, automatic actions or attachments.',
  },
  unreadable: {
    code: 'material.unsafe',
    zh: 'PDF 的结构无法检查。',
    en: 'The structure of the PDF cannot be checked.',
  },
  encrypted: { code: 'material.encrypted' },
} as const;
export type UploadFault = keyof typeof uploadFaults;

/** Bytes [from, until) of the file. */
export type ByteRange = readonly [from: number, until: number];

/** What is kept of a file, in order: ranges of it, and bytes that it gets from us. */
export interface Kept {
  readonly type: UploadType;
  readonly pieces: readonly (ByteRange | Uint8Array)[];
}

export type Inspection = { readonly kept: Kept; readonly fault?: undefined } | { readonly fault: UploadFault };

export const faulty = (fault: UploadFault): Inspection => ({ fault });

/** What no picture's metadata has and what a browser would run, were it ever served as a page. */
const markup = /<(?:script|html|svg|iframe|body|!doctype|\?php|%@)/gi;
const foreignHeads = ['PK\u0003\u0004', '%PDF-', 'MZ', '\u007fELF', 'Rar!', '7z\u00bc\u00af'];

/** Is there another file or a script in bytes that are no part of the picture? */
export function carriesAnotherKind(file: RangedFile, from: number, until: number): boolean {
  const head = textAt(file, from, Math.min(until, from + 8));
  return (
    foreignHeads.some((foreign) => head.startsWith(foreign)) ||
    hasMatch(textWindows(textParts(file, from, until)), markup) ||
    endsAsZip(file, from, until)
  );
}

/** A zip is found by its end: the record that names its directory, with a comment that reaches exactly to the last byte. */
export function endsAsZip(file: RangedFile, from = 0, until = file.size): boolean {
  const end = file.bytes(Math.max(from, until - 65_557), until);
  let at = end.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  while (at >= 0) {
    if (at + 22 <= end.length && at + 22 + end.readUInt16LE(at + 20) === end.length) return true;
    if (at === 0) return false;
    at = end.lastIndexOf('PK\u0005\u0006', at - 1, 'latin1');
  }
  return false;
}

/** A picture has a few; of one that is made of crumbs the list would be longer than the file. */
export const maxRanges = 10_000;

/** Adds a range to those that are kept; one that follows at once makes the last one longer. */
export function keepRange(ranges: [number, number][], from: number, until: number): void {
  const last = ranges.at(-1);
  if (last?.[1] === from) last[1] = until;
  else ranges.push([from, until]);
}
