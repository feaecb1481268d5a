import type { CivilDate, Role } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import type { FieldCrypto } from '../../platform/crypto/index.ts';
import { departmentNames } from '../organization/index.ts';
import { RoleGrant } from './account.entity.ts';
import { findApplicantFacts, type PersonFacts } from './find-applicant-facts.ts';
import { openValue, purposes } from './personal-values.ts';
import { Affiliation, Person } from './person.entity.ts';

export interface Lookup {
  readonly crypto: FieldCrypto;
  readonly today: CivilDate;
}

/** Two statements. Whoever shows it to somebody else records the read. */
export async function findPersonFacts(em: Em, personId: string, look: Lookup): Promise<PersonFacts | undefined> {
  const facts = await findApplicantFacts(em, personId, { ...look, departmentName: () => undefined });
  if (facts === undefined) return undefined;
  const names = await departmentNames(
    em,
    facts.affiliations.map(({ departmentId }) => departmentId),
  );
  const affiliations = facts.affiliations.map((one) => ({
    ...one,
    department: names.get(one.departmentId ?? '') ?? null,
  }));
  return { ...facts, affiliations };
}

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
