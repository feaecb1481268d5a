import { startOfDay } from '@yitang/domain/calendar';
import type { Grant, Principal } from '../../../../platform/principal/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoGrant, DemoPerson } from '../people/index.ts';
import type { DemoIds } from './load-context.ts';
import { grantId, scopeIdOf } from './load-people.ts';

const zone = demoUniversity.timeZone;

/** Somebody of the demo who acts for themselves. */
export function asApplicant(person: DemoPerson, ids: DemoIds): Principal {
  return {
    kind: 'person',
    personId: ids.of('person', person.key),
    accountId: ids.other(`account/${person.key}`),
    displayName: person.name,
    affiliations: person.affiliations.map(({ kind }) => kind),
    activeGrantId: null,
    grants: person.grants.map((grant, index) => toGrant(grant, { id: grantId({ ids }, person.key, index), ids })),
    assurance: person.username === null ? 'invited' : 'campus',
    address: '127.0.0.1',
    requestId: 'demo',
    locale: 'zh-CN',
  };
}

/** Somebody of the demo in the first of their roles that handles cases. */
export const asStaff = (person: DemoPerson, ids: DemoIds): Principal => asOneOf(person, ids, ['clerk', 'head']);

/** Somebody of the demo in the first of their roles that is one of these. */
export function asOneOf(person: DemoPerson, ids: DemoIds, roles: readonly Grant['role'][]): Principal {
  const principal = asApplicant(person, ids);
  const grant = principal.grants.find(({ role }) => roles.includes(role));
  if (grant === undefined) throw new RangeError(`${person.key} is none of ${roles.join(', ')}`);
  return { ...principal, activeGrantId: grant.id };
}

function toGrant(grant: DemoGrant, { id, ids }: { id: string; ids: DemoIds }): Grant {
  const { role, scopeKind, from } = grant;
  return { id, role, scopeKind, scopeId: scopeIdOf({ ids }, grant), from: startOfDay(from, zone), until: null };
}
