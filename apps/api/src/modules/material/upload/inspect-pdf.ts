import type { RangedFile } from '../../../platform/encrypted-file/index.ts';
import { endsAsZip, faulty, type Inspection } from './inspection.ts';
import { unpackObjectStreams } from './pdf-object-streams.ts';
import { createOpenings } from './pdf-openings.ts';
import { outsideStreams, pdfName } from './pdf-text.ts';
import { hasMatch, textAt, textParts, textWindows, type TextWindow } from './text-windows.ts';

const long = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
];
/** Long enough not to come up by chance in packed bytes: looked for everywhere. */
const activeAnywhere = new RegExp(long.map(pdfName).join('|'), 'g');
const activeOutside = new RegExp(pdfName('XFA'), 'g');
const encryption = new RegExp(pdfName('Encrypt'), 'g');
const pageHead = /<(?:script|html|svg|iframe|!doctype|\?php)/i;

/**
 * A PDF that only shows: no script, no action on opening, no file inside, no password, nothing before its head or after
 * its end. Looked for in the whole file, whatever the cross-reference table says, and in the packed object streams.
 */
export function inspectPdf(file: RangedFile): Inspection {
  if (!/^%PDF-[12]\.\d/.test(textAt(file, 0, 8))) return faulty('unknown-content');
  const end = textAt(file, Math.max(0, file.size - 1024), file.size);
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(end)) return faulty('damaged');
  if (pageHead.test(textAt(file, 0, 1024)) || endsAsZip(file)) return faulty('two-kinds-at-once');
  if (hasMatch(textWindows(outsideStreams(file)), encryption)) return faulty('encrypted');
  const isActive = whetherActive(file);
  if (isActive === undefined) return faulty('unreadable');
  return isActive ? faulty('active-content') : { kept: { type: 'pdf', pieces: [[0, file.size]] } };
}

/** @returns undefined where that can't be known. */
function whetherActive(file: RangedFile): boolean | undefined {
  const openings = createOpenings();
  const isActiveObject = (parts: () => Iterable<string>): boolean =>
    hasMatch(textWindows(parts()), activeOutside) || openings.hasAction(textWindows(parts()));
  // Every packed stream is looked into, for what can't be read outweighs what is found.
  let isActive = false;
  for (const part of unpackObjectStreams(file)) {
    if (part === undefined) return undefined;
    isActive ||= hasMatch(textWindows([part]), activeAnywhere) || isActiveObject(() => [part]);
  }
  return (
    isActive ||
    hasMatch(textWindows(textParts(file)), activeAnywhere) ||
    isActiveObject(() => outsideStreams(file)) ||
    openings.leadElsewhere(() => everyText(file))
  );
}

/** The file as it is, and what is packed in it. */
function* everyText(file: RangedFile): Generator<Iterable<TextWindow>> {
  yield textWindows(textParts(file));
  for (const part of unpackObjectStreams(file)) if (part !== undefined) yield textWindows([part]);
}
