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
export function asStaff(person: DemoPerson, ids: DemoIds): Principal {
  const principal = asApplicant(person, ids);
  const handling = principal.grants.find(({ role }) => role === 'clerk' || role === 'head');
  if (handling === undefined) throw new RangeError(`${person.key} handles no cases`);
  return { ...principal, activeGrantId: handling.id };
}

function toGrant(grant: DemoGrant, { id, ids }: { id: string; ids: DemoIds }): Grant {
  const { role, scopeKind, from } = grant;
  return { id, role, scopeKind, scopeId: scopeIdOf({ ids }, grant), from: startOfDay(from, zone), until: null };
}
