import { normalisePhone } from '../person/index.ts';

/** The telephone numbers in a text that may hold several. */
export function phonesIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;/\n]|\s{2,}|(?<=\d)\s+(?=0\d{2,3}-)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** With area code, and at most an extension: 0571-88881234, (0571)88881234, 0571-88881234转8012. */
export function isLandline(phone: string): boolean {
  return /^(?:\(0\d{2,3}\)|0\d{2,3})[- ]?\d{3,4}[- ]?\d{4}(?:(?:转|-|ext\.?)\s*\d{1,6})?$/u.test(phone);
}

export function isPhone(phone: string): boolean {
  return isLandline(phone) || normalisePhone(phone) !== undefined;
}

export const digitsOf = (phone: string): string => phone.replaceAll(/\D/gu, '');
