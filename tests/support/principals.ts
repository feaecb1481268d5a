import type { Role, ScopeKind } from '@yitang/domain/vocabulary';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { anonymousPrincipal, type Grant, type Principal } from '../../apps/api/src/platform/principal/index.ts';

const facts = () => ({ address: '203.0.113.7', requestId: newId(), locale: 'zh-CN' as const });

export const anonymous = (): Principal => anonymousPrincipal(facts());

/** Somebody who acts for themselves. */
export function applicant(person: Partial<Principal> = {}): Principal {
  return {
    kind: 'person',
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    displayName: '演示甲',
    affiliations: ['student'],
    activeGrantId: null,
    grants: [],
    assurance: 'campus',
    ...facts(),
    ...person,
  };
}

/** Somebody who acts in a role: `staff('clerk', 'department', departmentId)`. */
export function staff(
  role: Exclude<Role, 'applicant' | 'machine-client'>,
  scopeKind: ScopeKind = 'university',
  scopeId: string | null = null,
  person: Partial<Principal> = {},
): Principal {
  const grant: Grant = { id: newId(), role, scopeKind, scopeId, from: new Date('2020-01-01T00:00:00Z'), until: null };
  return applicant({ affiliations: ['staff'], grants: [grant], activeGrantId: grant.id, ...person });
}

export function machine(person: Partial<Principal> = {}): Principal {
  return {
    kind: 'machine',
    clientId: newId(),
    activeGrantId: null,
    grants: [],
    assurance: 'none',
    ...facts(),
    ...person,
  };
}
