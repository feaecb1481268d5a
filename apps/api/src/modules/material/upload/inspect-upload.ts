import { fileTypeFromBuffer } from 'file-type';
import type { UploadType } from '@yitang/domain/catalog';
import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { faulty, type Inspection } from './inspection.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectPng } from './inspect-png.ts';

/** An A3 page scanned at 600 dpi has 70 million pixels, a good phone makes 50. */
export const maxPixels = 80_000_000;

const extensions: Readonly<Record<string, UploadType>> = { pdf: 'pdf', jpg: 'jpg', jpeg: 'jpg', png: 'png' };
/** What the content may be recognised as, for what it claims to be; an animated PNG loses its animation. */
const recognised: Readonly<Record<UploadType, readonly string[]>> = {
  pdf: ['pdf'],
  jpg: ['jpg'],
  png: ['png', 'apng'],
};

export interface UploadClaim {
  readonly name: string;
  readonly accepts: readonly UploadType[];
}

/**
 * Decides whether a file may be kept, and what of it; it is read where something is looked for, and never held whole.
 * The name's ending, the recognised content and our own reading of the structure must all agree.
 */
export async function inspectUpload(file: RangedFile, claim: UploadClaim): Promise<Inspection> {
  if (file.size === 0) return faulty('empty');
  const type = extensions[/\.([A-Za-z]{3,4})$/.exec(claim.name)?.[1]?.toLowerCase() ?? ''];
  const content = await fileTypeFromBuffer(file.bytes(0, 8192)).catch(() => undefined);
  const actual = Object.keys(recognised).find((kind) => recognised[kind as UploadType].includes(content?.ext ?? ''));
  if (actual === undefined) return faulty('unknown-content');
  if (type !== actual) return faulty('wrong-extension');
  if (!claim.accepts.includes(type)) return faulty('not-accepted');
  if (type === 'pdf') return inspectPdf(file);
  return type === 'jpg' ? inspectJpeg(file, maxPixels) : inspectPng(file, maxPixels);
}
