import { wordOf } from '../consistency/value-words.ts';
import { partName } from './part-names.ts';

/** What a part of a field's value is called, inside what, and its codes as people read them. */
export interface LeafInWords {
  readonly label: string;
  readonly within: string | null;
  readonly wordFor: (text: string) => string;
}

/** `place` is that of `leavesOf`: `name`, `options/lost/label`. */
export function leafInWords(field: string, place: string): LeafInWords {
  const places = place === '' ? [] : place.split('/');
  const named = places.filter((key) => !/^\d+$/u.test(key));
  const key = named.at(-1) ?? field;
  return {
    label: places.length === 0 ? '' : partName(key),
    within: places.length > 1 ? places.slice(0, -1).map(partName).join(' › ') : null,
    wordFor: (text) => valueWord({ field, places, key }, text),
  };
}

/** A code in words where one is known: of the part in its field or list (`result.kind`), or of the part by itself. */
function valueWord(at: { field: string; places: readonly string[]; key: string }, text: string): string {
  const owner = at.places.length > 1 ? (at.places[0] ?? at.field) : at.field;
  const inField = wordOf(`${owner}.${at.key}`, text);
  return inField === text ? wordOf(at.key, text) : inField;
}
