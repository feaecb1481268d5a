/**
 * A small strict reader for the XML that a CAS sends. It refuses what such an answer never needs and an attacker might:
 * document types, processing instructions, unknown entities, characters outside XML 1.0. Comments stay in the tree, so
 * that `textOf` can refuse a text that one of them cuts in two.
 */
export interface XmlElement {
  /** Without prefix, lower case. */
  readonly name: string;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | { readonly text: string } | { readonly comment: true };

export class XmlRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'XmlRefused';
  }
}

const maxDepth = 16;
const namePattern = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{N}_.\-]*)?`;
const declaration =
  /^\ufeff?<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(["'])utf-8\1)?(?:\s+standalone=(?:"\w+"|'\w+'))?\s*\?>/i;
const openTag = new RegExp(
  String.raw`<(${namePattern})((?:\s+${namePattern}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`,
  'uy',
);
const closeTag = new RegExp(String.raw`</(${namePattern})\s*>`, 'uy');
// What XML 1.0 cannot hold.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Throws XmlRefused with the reason; the text of the document is never in it. */
export function readXml(document: string): XmlElement {
  if (impossible.test(document) || !document.isWellFormed()) throw new XmlRefused('characters that XML does not allow');
  const start = declaration.exec(document)?.[0].length ?? (document.startsWith('\ufeff') ? 1 : 0);
  const reader = { document, at: start };
  skipBetween(reader);
  const root = readElement(reader, 0);
  skipBetween(reader);
  if (reader.at !== document.length) throw new XmlRefused('something follows the document');
  return root;
}

interface Reader {
  readonly document: string;
  at: number;
}

function skipBetween(reader: Reader): void {
  for (;;) {
    const space = match(reader, /\s*/y);
    if (space === null || !reader.document.startsWith('<!--', reader.at)) return;
    readComment(reader);
  }
}

function readElement(reader: Reader, depth: number): XmlElement {
  if (depth > maxDepth) throw new XmlRefused('nested too deeply');
  const tag = match(reader, openTag);
  if (tag === null) throw new XmlRefused('an element was expected');
  for (const value of (tag[2] ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)) decodeEntities(value[1] ?? value[2] ?? '');
  const name = localName(tag[1] ?? '');
  if (tag[3] === '/') return { name, children: [] };
  const children: XmlNode[] = [];
  for (;;) {
    const closing = match(reader, closeTag);
    if (closing !== null) {
      if (closing[1] !== tag[1]) throw new XmlRefused('elements are not closed in order');
      return { name, children };
    }
    children.push(readNode(reader, depth));
  }
}

function readNode(reader: Reader, depth: number): XmlNode {
  const { document, at } = reader;
  if (document.startsWith('<!--', at)) return readComment(reader);
  if (document.startsWith('<![CDATA[', at)) return { text: between(reader, '<![CDATA[', ']]>') };
  if (document[at] === '<') return readElement(reader, depth + 1);
  const text = match(reader, /[^<]+/y)?.[0];
  if (text === undefined) throw new XmlRefused('the document ends too early');
  if (text.includes(']]>')) throw new XmlRefused('a stray end of CDATA');
  return { text: decodeEntities(text) };
}

function readComment(reader: Reader): XmlNode {
  if (between(reader, '<!--', '-->').includes('--')) throw new XmlRefused('a malformed comment');
  return { comment: true };
}

function between(reader: Reader, opening: string, closing: string): string {
  const from = reader.at + opening.length;
  const to = reader.document.indexOf(closing, from);
  if (to < 0) throw new XmlRefused('the document ends too early');
  reader.at = to + closing.length;
  return reader.document.slice(from, to);
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.document);
  if (found !== null) reader.at = pattern.lastIndex;
  return found;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&([^;&]*;?)/g, (_, inner: string) => {
    const numeric = /^#(?:(\d{1,7})|x([0-9a-f]{1,6}));$/i.exec(inner);
    const point =
      numeric === null
        ? Number.NaN
        : Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] === undefined ? 16 : 10);
    const character = point <= 0x10ffff ? String.fromCodePoint(point) : named[inner.slice(0, -1)];
    if (character === undefined || !inner.endsWith(';') || impossible.test(character) || !character.isWellFormed()) {
      throw new XmlRefused('an entity that is not one of the five of XML');
    }
    return character;
  });
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => 'name' in child);

/** The text of an element that holds nothing else, trimmed; undefined for a comment or an element inside. */
export function textOf(element: XmlElement): string | undefined {
  const parts = element.children.map((child) => ('text' in child ? child.text : undefined));
  return parts.includes(undefined) ? undefined : parts.join('').trim();
}
