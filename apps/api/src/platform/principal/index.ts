import type { AffiliationKind, AssuranceLevel, Locale, Role, ScopeKind } from '@yitang/domain/vocabulary';

/** A role that somebody holds from one instant to another, and how far it reaches. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  /** Department, counter, campus …; null where the scope kind needs none. */
  readonly scopeId: string | null;
  readonly from: Date;
  readonly until: Date | null;
}

/** Who calls, as far as we know, read anew for every request. */
export interface Principal {
  readonly kind: 'person' | 'machine' | 'anonymous';
  readonly personId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** When the session ends whatever happens. */
  readonly sessionEndsAt?: Date | undefined;
  /** The name shown in the header; never used to decide. */
  readonly displayName?: string | undefined;
  readonly affiliations?: readonly AffiliationKind[] | undefined;
  /** null: acting for oneself. */
  readonly activeGrantId: string | null;
  /** Only grants that are valid now. */
  readonly grants: readonly Grant[];
  readonly assurance: AssuranceLevel;
  readonly address: string;
  readonly requestId: string;
  readonly locale: Locale;
}

/** What a request says of itself before anybody is known. */
export type RequestFacts = Pick<Principal, 'address' | 'requestId' | 'locale'>;

export function anonymousPrincipal(facts: RequestFacts): Principal {
  return { kind: 'anonymous', activeGrantId: null, grants: [], assurance: 'none', ...facts };
}

/** The system itself, where a job or a schedule acts. */
export function systemPrincipal(name: string): Principal {
  return {
    kind: 'machine',
    clientId: `system:${name}`,
    activeGrantId: null,
    grants: [],
    assurance: 'none',
    address: 'internal',
    requestId: name,
    locale: 'zh-CN',
  };
}

export function activeGrant(principal: Principal): Grant | undefined {
  return principal.activeGrantId === null
    ? undefined
    : principal.grants.find((grant) => grant.id === principal.activeGrantId);
}

/** The role in which the caller acts now; a person without an active grant acts as applicant. */
export function activeRole(principal: Principal): Role | undefined {
  if (principal.kind === 'anonymous') return undefined;
  if (principal.kind === 'machine') return 'machine-client';
  return activeGrant(principal)?.role ?? 'applicant';
}

/** `person:…`, `client:…` or `anonymous`: one word for logs, limits and keys. */
export function principalKey(principal: Principal): string {
  if (principal.personId !== undefined) return `person:${principal.personId}`;
  if (principal.clientId !== undefined) return `client:${principal.clientId}`;
  return 'anonymous';
}
