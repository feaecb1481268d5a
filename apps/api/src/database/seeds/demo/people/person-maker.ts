import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Random } from '../random.ts';
import { passportNumber, residencePermitNumber, residentIdNumber, unassignedPhone } from './identity-numbers.ts';
import type { NumberHolder } from './identity-numbers.ts';
import { drawName } from './names.ts';
import { academicYearOf } from './person.ts';
import type { DemoAffiliation, DemoGrant, DemoPerson, DemoPostHeld } from './person.ts';
import { getDemoPersona } from './personas.ts';

export interface PersonPlan {
  readonly key: string;
  readonly username: string | null;
  readonly bornIn: readonly [from: number, until: number];
  readonly affiliations: readonly DemoAffiliation[];
  /** Where the name is not to be drawn. */
  readonly name?: string;
  readonly gender?: 'male' | 'female';
  readonly idType?: DemoPerson['idType'];
  readonly posts?: readonly DemoPostHeld[];
  readonly grants?: readonly DemoGrant[];
}

/** Makes one person after the other; numbers and names follow from the order. */
export interface PersonMaker {
  readonly random: Random;
  readonly referenceDate: CivilDate;
  /** The academic year of the reference date, by the year in which it began. */
  readonly academicYear: number;
  readonly make: (plan: PersonPlan) => DemoPerson;
}

/** Not to be met twice, and not to be drawn for somebody else. */
const reservedNames = ['林建国'];

export function createPersonMaker(random: Random, referenceDate: CivilDate): PersonMaker {
  const taken = new Set(reservedNames);
  let index = 0;
  const make = (plan: PersonPlan): DemoPerson => {
    index += 1;
    const gender = plan.gender ?? (random.chance(0.5) ? 'male' : 'female');
    const holder = { index, gender, birthDate: drawBirthDate(random, plan.bornIn) };
    const idType = plan.idType ?? 'resident-id';
    return {
      key: plan.key,
      name: plan.name ?? drawName(random, gender, taken),
      gender,
      birthDate: holder.birthDate,
      idType,
      idNumber: numberOf(idType, holder),
      phone: unassignedPhone(index),
      email: `${plan.username ?? plan.key}@shifan.example`,
      username: plan.username,
      affiliations: plan.affiliations,
      posts: plan.posts ?? [],
      grants: plan.grants ?? [],
    };
  };
  return { random, referenceDate, academicYear: academicYearOf(referenceDate), make };
}

/** Key, username, name and gender of a persona. */
export function identityOf(personaKey: string, gender: 'male' | 'female') {
  const { username, name } = getDemoPersona(personaKey);
  return { key: personaKey, username, name, gender };
}

function numberOf(idType: DemoPerson['idType'], holder: NumberHolder): string {
  if (idType === 'passport') return passportNumber(holder);
  return idType === 'hmt-residence' ? residencePermitNumber(holder) : residentIdNumber(holder);
}

function drawBirthDate(random: Random, [from, until]: PersonPlan['bornIn']): CivilDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${random.integer(from, until)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}
