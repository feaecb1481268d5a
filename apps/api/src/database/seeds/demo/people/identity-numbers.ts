import type { CivilDate } from '@yitang/domain/vocabulary';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Province and 9900: a well-formed area code that no county has, so the number is nobody's. */
const areaCodes = ['339900', '339900', '339900', '329900', '349900', '359900', '369900', '419900', '439900', '519900'];

export interface NumberHolder {
  readonly index: number;
  readonly birthDate: CivilDate;
  readonly gender: 'male' | 'female';
}

/** A resident ID number with a right check character (GB 11643, mod 11-2) in an unassigned area. */
export function residentIdNumber(holder: NumberHolder): string {
  return withCheckCharacter(areaCodes[holder.index % areaCodes.length] ?? '339900', holder);
}

/** A residence permit number of a resident of Hong Kong (81), as unassigned as the others. */
export function residencePermitNumber(holder: NumberHolder): string {
  return withCheckCharacter('819900', holder);
}

export function passportNumber({ index }: NumberHolder): string {
  return `ZZ${String(9_900_000 + index)}`;
}

/** Prefix 160 is given to no operator. */
export function unassignedPhone(index: number): string {
  return `160${String(index).padStart(8, '0')}`;
}

/** The order number's last digit is odd for men. */
function withCheckCharacter(area: string, { index, birthDate, gender }: NumberHolder): string {
  const order = ((index * 2) % 998) + (gender === 'male' ? 1 : 0);
  const digits = `${area}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, position) => total + weight * Number(digits[position]), 0);
  return digits + (checkCharacters[sum % 11] ?? '');
}
