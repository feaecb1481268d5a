import { unpackObjectStreams } from './pdf-object-streams.ts';
import { countNames, pdfName, withoutStreams } from './pdf-text.ts';
import { endsAsZip, faulty, type Inspection } from './inspection.ts';

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
const activeOutside = new RegExp(pdfName('XFA'));
const openAction = new RegExp(`${pdfName('OpenAction')}\\s*`, 'g');
const encryption = new RegExp(pdfName('Encrypt'));
/** A page shown first is a destination, not an action: every export of LibreOffice has one. */
const plainDestination =
  /^(?:\[[^\]]*\]|<<\s*\/S\s*\/GoTo\s*\/D\s*(?:\[[^\]]*\]|\([^()]*\)|\/[^\s<>/]+)\s*>>|<<\s*\/D\s*\[[^\]]*\]\s*\/S\s*\/GoTo\s*>>|null)/;
const pageHead = /<(?:script|html|svg|iframe|!doctype|\?php)/i;

/**
 * A PDF that only shows: no script, no action on opening, no file inside, no password, nothing before its head or after
 * its end. Looked for in the whole file, whatever the cross-reference table says, and in the packed object streams.
 */
export function inspectPdf(file: Buffer): Inspection {
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return faulty('unknown-content');
  const end = file.toString('latin1', Math.max(0, file.length - 1024));
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(end)) return faulty('damaged');
  if (pageHead.test(file.toString('latin1', 0, 1024)) || endsAsZip(file)) return faulty('two-kinds-at-once');
  const outside = withoutStreams(file);
  if (encryption.test(outside)) return faulty('encrypted');
  const packed = unpackObjectStreams(file);
  if (packed === undefined) return faulty('unreadable');
  const isActive =
    countNames(file, activeAnywhere) > 0 ||
    packed.some((part) => part.search(activeAnywhere) >= 0) ||
    [outside, ...packed].some((part) => activeOutside.test(part) || hasOpenAction(part, { file, packed }));
  return isActive ? faulty('active-content') : { kept: { type: 'pdf', insert: [], ranges: [[0, file.length]] } };
}

interface Everything {
  readonly file: Buffer;
  readonly packed: readonly string[];
}

function hasOpenAction(part: string, everywhere: Everything): boolean {
  for (const match of part.matchAll(openAction)) {
    const value = part.slice(match.index + match[0].length, match.index + match[0].length + 400);
    const reference = /^(\d{1,10})\s+(\d{1,5})\s+R/.exec(value);
    const isPlain = reference === null ? plainDestination.test(value) : leadsToDestination(everywhere, reference);
    if (!isPlain) return true;
  }
  return false;
}

/** Every object of that number must be a destination: which one counts is the reader's choice. */
function leadsToDestination({ file, packed }: Everything, [, object, generation]: RegExpExecArray): boolean {
  const head = new RegExp(`(?<!\\d)${object}\\s+${generation}\\s+obj\\s*`, 'g');
  // Any number of blanks may stand in a head, so here no window is wide enough.
  const bodies = [file.toString('latin1'), ...packed].flatMap((part) =>
    [...part.matchAll(head)].map((match) =>
      part.slice(match.index + match[0].length, match.index + match[0].length + 400),
    ),
  );
  return bodies.length > 0 && bodies.every((body) => plainDestination.test(body));
}
