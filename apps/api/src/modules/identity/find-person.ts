import type { AffiliationKind, CivilDate, Role } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import type { FieldCrypto } from '../../platform/crypto/index.ts';
import { departmentNames } from '../organization/index.ts';
import { RoleGrant } from './account.entity.ts';
import { openValue, purposes } from './personal-values.ts';
import { Affiliation, Person, type StudentStatus } from './person.entity.ts';
import { isValidOn } from './valid-on.ts';

/** What an application fills in by itself and what a precondition looks up. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** Valid ones first, then by their beginning, latest first. */
  readonly affiliations: readonly AffiliationFacts[];
}

export interface AffiliationFacts {
  readonly kind: AffiliationKind;
  readonly number: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly programme: string | null;
  readonly level: string | null;
  readonly grade: string | null;
  readonly position: string | null;
  readonly studentStatus: StudentStatus | null;
  /** In fen. */
  readonly arrearsFen: number;
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate | null;
  readonly expectedEnd: CivilDate | null;
  readonly isCurrent: boolean;
}

export interface Lookup {
  readonly crypto: FieldCrypto;
  readonly today: CivilDate;
}

/** Three statements. Whoever shows it to somebody else records the read. */
export async function findPersonFacts(
  em: Em,
  personId: string,
  { crypto, today }: Lookup,
): Promise<PersonFacts | undefined> {
  const person = await em.findOne(Person, { id: personId }, { disableIdentityMap: true });
  if (person === null) return undefined;
  const affiliations = await em.find(Affiliation, { personId }, { disableIdentityMap: true });
  const names = await departmentNames(
    em,
    affiliations.map(({ departmentId }) => departmentId ?? null),
  );
  return {
    id: person.id,
    name: person.name,
    phone: openValue(crypto, person.phoneSealed, purposes.phone),
    email: openValue(crypto, person.emailSealed, purposes.email),
    affiliations: affiliations.map((affiliation) => toFacts(affiliation, names, today)).sort(currentFirst),
  };
}

function toFacts(affiliation: Affiliation, names: ReadonlyMap<string, string>, today: CivilDate): AffiliationFacts {
  const departmentId = affiliation.departmentId ?? null;
  return {
    kind: affiliation.kind,
    number: affiliation.number ?? null,
    departmentId,
    department: departmentId === null ? null : (names.get(departmentId) ?? null),
    programme: affiliation.programme ?? null,
    level: affiliation.level ?? null,
    grade: affiliation.grade ?? null,
    position: affiliation.position ?? null,
    studentStatus: affiliation.studentStatus ?? null,
    arrearsFen: affiliation.arrearsFen,
    fromDay: affiliation.fromDay,
    untilDay: affiliation.untilDay ?? null,
    expectedEnd: affiliation.expectedEnd ?? null,
    isCurrent: isValidOn(affiliation, today),
  };
}

const currentFirst = (one: AffiliationFacts, other: AffiliationFacts): number =>
  Number(other.isCurrent) - Number(one.isCurrent) || other.fromDay.localeCompare(one.fromDay);

/** Whom a notice goes to. People without a mail address have null. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export async function findContacts(
  em: Em,
  personIds: readonly string[],
  crypto: FieldCrypto,
): Promise<Map<string, Contact>> {
  if (personIds.length === 0) return new Map();
  const people = await em.find(Person, { id: { $in: [...new Set(personIds)] } }, { disableIdentityMap: true });
  return new Map(
    people.map((person) => [
      person.id,
      {
        name: person.name,
        email: openValue(crypto, person.emailSealed, purposes.email),
        phone: openValue(crypto, person.phoneSealed, purposes.phone),
      },
    ]),
  );
}

/** Names by id; an unknown id is absent. */
export async function findPersonNames(em: Em, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const where = { id: { $in: [...new Set(personIds)] } };
  const people = await em.find(Person, where, { disableIdentityMap: true, fields: ['id', 'name'] });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Ids of people by their 学工号; a number that nobody has, or that several people have, is absent. */
export async function findPeopleByNumber(em: Em, numbers: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (let start = 0; start < numbers.length; start += 500) {
    const where = { number: { $in: numbers.slice(start, start + 500) } };
    const rows = await em.find(Affiliation, where, { disableIdentityMap: true, fields: ['number', 'personId'] });
    for (const { number, personId } of rows) {
      if (typeof number !== 'string') continue;
      if ((found.get(number) ?? personId) !== personId) several.add(number);
      found.set(number, personId);
    }
  }
  for (const number of several) found.delete(number);
  return found;
}

/** People who hold a role on a day, in any scope or in one. */
export async function findPeopleWithRole(
  em: Em,
  role: Role,
  where: { on: CivilDate; scopeId?: string },
): Promise<string[]> {
  const grants = await em.find(
    RoleGrant,
    {
      role,
      revokedAt: null,
      fromDay: { $lte: where.on },
      $or: [{ untilDay: null }, { untilDay: { $gte: where.on } }],
      ...(where.scopeId !== undefined && { scopeId: where.scopeId }),
    },
    { disableIdentityMap: true, fields: ['personId'] },
  );
  return [...new Set(grants.map(({ personId }) => personId))];
}
