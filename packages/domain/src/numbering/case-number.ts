import { isCivilDate } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import { checkCharacterOf, hasValidCheckCharacter, isInAlphabet, normaliseNumber } from './check-character.ts';

/** Largest serial of a day. */
export const maxSerial = 999_999;
const prefixLength = { min: 1, max: 4 };

export interface NumberParts {
  /** One to four letters without I, O, S, V, Z. */
  readonly prefix: string;
  readonly date: CivilDate;
  /** Allotted elsewhere; gaps are allowed, repeats are not. */
  readonly serial: number;
}

/**
 * 办件编号: prefix, date, six digits, check character, such as `YT20261123000042X`. It is no secret and no key.
 * @throws RangeError when a part does not fit.
 */
export function formatCaseNumber({ prefix, date, serial }: NumberParts): string {
  if (!isPrefix(prefix)) throw new RangeError(`not a prefix: ${prefix}`);
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  if (!Number.isSafeInteger(serial) || serial < 0 || serial > maxSerial)
    throw new RangeError(`not a serial: ${serial}`);
  const body = `${prefix}${date.replaceAll('-', '')}${String(serial).padStart(6, '0')}`;
  return body + checkCharacterOf(body);
}

/** The parts of a number as somebody typed it; undefined when it cannot be one. */
export function parseCaseNumber(text: string): (NumberParts & { readonly number: string }) | undefined {
  const number = normaliseNumber(text);
  const found = /^([A-Z]{1,4})(\d{4})(\d{2})(\d{2})(\d{6})[0-9A-Z]$/.exec(number);
  if (!found || !hasValidCheckCharacter(number)) return undefined;
  const [, prefix = '', year = '', month = '', day = '', serial = ''] = found;
  const date = `${year}-${month}-${day}`;
  return isCivilDate(date) ? { number, prefix, date, serial: Number(serial) } : undefined;
}

function isPrefix(text: string): boolean {
  const isSized = text.length >= prefixLength.min && text.length <= prefixLength.max;
  return isSized && /^[A-Z]+$/.test(text) && isInAlphabet(text);
}
