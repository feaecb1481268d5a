import { parseResidentId, type ResidentIdKind } from './resident-id.ts';

/** GA/T 2000.156-2016 常用证件代码, as far as a campus meets them. It has no residence permit of 港澳台: that is ours. */
export const idDocumentTypes = ['111', 'X01', '516', '511', '414', '553', '114', '133', '990'] as const;
export type IdDocumentType = (typeof idDocumentTypes)[number];

const schemes: Readonly<Record<IdDocumentType, RegExp | readonly ResidentIdKind[]>> = {
  '111': ['resident'],
  X01: ['hong-kong', 'macau', 'taiwan'],
  '516': /^[HM](?:\d{8}|\d{10})$/,
  '511': /^(?:\d{8}|\d{10}[A-Z]?)$/,
  '414': /^(?=.*\d)[A-Z0-9]{6,15}$/,
  '553': ['permanent-foreigner'],
  '114': /^[\p{Script=Han}A-Z0-9]{4,20}$/u,
  '133': /^[A-Z0-9]{4,20}$/,
  '990': /^[\p{L}\p{N}\-/.]{3,40}$/u,
};
/** The permit for permanent residence before 2017: three letters for the country, twelve digits. */
const oldPermanentResidence = /^[A-Z]{3}\d{12}$/;

/**
 * The number of a document as it is kept: half-width, upper case, without spaces; undefined where it cannot be one.
 * Numbers of 18 characters by GB 11643 must have a day that exists and the right check character (MOD 11-2).
 */
export function normaliseIdNumber(type: IdDocumentType, text: string): string | undefined {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const scheme = schemes[type];
  if (scheme instanceof RegExp) return scheme.test(number) ? number : undefined;
  if (type === '553' && oldPermanentResidence.test(number)) return number;
  const resident = parseResidentId(number);
  return resident !== undefined && scheme.includes(resident.kind) ? resident.number : undefined;
}
