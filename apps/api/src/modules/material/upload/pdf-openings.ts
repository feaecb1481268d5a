import { pdfName } from './pdf-text.ts';
import { matchesIn, type TextWindow } from './text-windows.ts';

const openAction = new RegExp(`${pdfName('OpenAction')}\\s*`, 'g');
const reference = /^(\d{1,10})\s+(\d{1,5})\s+R/;
const objectHead = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\s*/g;
/** A page shown first is a destination, not an action: every export of LibreOffice has one. */
const plainDestination =
  /^(?:\[[^\]]*\]|<<\s*\/S\s*\/GoTo\s*\/D\s*(?:\[[^\]]*\]|\([^()]*\)|\/[^\s<>/]+)\s*>>|<<\s*\/D\s*\[[^\]]*\]\s*\/S\s*\/GoTo\s*>>|null)/;

/** What happens when a PDF is opened, as its parts are looked at one after the other. */
export interface Openings {
  /** Does one of them do more than show a page? Where it says so elsewhere, that place is remembered. */
  hasAction(windows: Iterable<TextWindow>): boolean;
  /** Is one of those places no page? Every object of that number must be one: which one counts is the reader's choice. */
  leadElsewhere(everywhere: () => Iterable<Iterable<TextWindow>>): boolean;
}

export function createOpenings(): Openings {
  const places = new Set<string>();
  return {
    hasAction: (windows) => {
      for (const match of matchesIn(windows, openAction)) {
        const value = textBehind(match);
        const place = reference.exec(value);
        if (place !== null) places.add(nameOf(place));
        else if (!plainDestination.test(value)) return true;
      }
      return false;
    },
    leadElsewhere: (everywhere) => {
      if (places.size === 0) return false;
      const pages = new Set<string>();
      for (const windows of everywhere())
        for (const match of matchesIn(windows, objectHead)) {
          if (!places.has(nameOf(match))) continue;
          if (!plainDestination.test(textBehind(match))) return true;
          pages.add(nameOf(match));
        }
      return pages.size < places.size;
    },
  };
}

const nameOf = ([, object, generation]: RegExpExecArray): string => `${object} ${generation}`;

function textBehind({ input, index, 0: matched }: RegExpExecArray): string {
  const from = index + matched.length;
  return input.slice(from, from + 400);
}
