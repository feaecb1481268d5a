import { isCivilDate } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';

/**
 * Numbers of 18 characters by GB 11643: 居民身份证; 港澳居民居住证 (81, 82), 台湾居民居住证 (83), 外国人永久居留身份证 (9…),
 * which follow the same scheme.
 */
export const residentIdKinds = ['resident', 'hong-kong', 'macau', 'taiwan', 'permanent-foreigner'] as const;
export type ResidentIdKind = (typeof residentIdKinds)[number];

export interface ResidentId {
  /** Upper case, without spaces. */
  readonly number: string;
  readonly kind: ResidentIdKind;
  readonly birthDate: CivilDate;
}

// GB/T 2260: the provinces that a 居民身份证 can begin with.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
const checkCharacters = '10X98765432';

/** The parts of a valid number, undefined for anything else: length, region, a day that exists, MOD 11-2 check character. */
export function parseResidentId(text: string): ResidentId | undefined {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return undefined;
  const kind = kindOf(number);
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const isPlausible = isCivilDate(birthDate) && birthDate >= '1850-01-01';
  return kind && isPlausible && number[17] === checkCharacterOfId(number) ? { number, kind, birthDate } : undefined;
}

export function isResidentId(text: string): boolean {
  return parseResidentId(text) !== undefined;
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkCharacterOfId(number: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(number[index]) * (2 ** (17 - index) % 11);
  return checkCharacters[sum % 11] ?? '';
}

function kindOf(number: string): ResidentIdKind | undefined {
  if (number.startsWith('9')) return 'permanent-foreigner';
  const region = number.slice(0, 2);
  if (region === '81') return 'hong-kong';
  if (region === '82') return 'macau';
  if (region === '83') return 'taiwan';
  return provinces.has(region) ? 'resident' : undefined;
}
