import type { AffiliationKind, Role, ScopeKind } from '@yitang/domain/vocabulary';
import type { Em } from '../../apps/api/src/database/index.ts';
import { Account, RoleGrant } from '../../apps/api/src/modules/identity/account.entity.ts';
import { Affiliation, Person } from '../../apps/api/src/modules/identity/person.entity.ts';
import { sealPersonalValues, type PersonalValues } from '../../apps/api/src/modules/identity/personal-values.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';

export interface NewPerson extends PersonalValues {
  readonly name?: string;
  /** 学工号, which is also the account at the CAS; without one there is no account. */
  readonly number?: string;
  readonly kind?: AffiliationKind;
  readonly departmentId?: string;
  readonly affiliation?: Partial<Affiliation>;
  readonly grants?: readonly NewGrant[];
}

export interface NewGrant {
  readonly role: Role;
  readonly scopeKind?: ScopeKind;
  readonly scopeId?: string;
  readonly fromDay?: string;
  readonly untilDay?: string;
}

export interface MadePerson {
  readonly personId: string;
  readonly accountId: string;
  readonly grantIds: readonly string[];
}

/** A person with what goes with them, written to the database. */
export async function makePerson(deps: Deps, person: NewPerson = {}): Promise<MadePerson> {
  const em = deps.orm.em.fork() as Em;
  const now = deps.clock.now();
  const { name = '演示甲', number, kind = 'student', departmentId, grants = [], affiliation, ...values } = person;
  const [personId, accountId] = [newId(), newId()];
  em.create(Person, { id: personId, name, ...sealPersonalValues(deps.crypto, values), createdAt: now, updatedAt: now });
  em.create(Affiliation, {
    id: newId(),
    personId,
    kind,
    fromDay: '2020-09-01',
    ...(number !== undefined && { number }),
    ...(departmentId !== undefined && { departmentId }),
    ...affiliation,
  });
  if (number !== undefined)
    em.create(Account, { id: accountId, personId, provider: 'cas', subject: number, createdAt: now });
  const grantIds = grants.map(({ role, scopeKind = 'university', fromDay = '2020-01-01', ...grant }) => {
    const made = em.create(RoleGrant, {
      id: newId(),
      personId,
      role,
      scopeKind,
      fromDay,
      ...grant,
      givenBy: 'test',
      givenAt: now,
    });
    return made.id;
  });
  await em.flush();
  return { personId, accountId, grantIds };
}
