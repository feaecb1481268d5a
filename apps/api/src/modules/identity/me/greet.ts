import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeRole, type Grant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findDuesKey, type Dues } from '../identity-ports.ts';
import { nameScopes } from '../grant.presenter.ts';
import { audienceOf } from './audience-of.ts';

const nothingDue: Dues = { unreadNotices: 0, corrections: 0, ratings: 0, kept: [] };

/**
 * Every page asks this for whoever is signed in: one statement more than knowing who calls, and for whoever holds grants
 * one for each kind of their scopes.
 */
export async function greet(call: Call): Promise<Answer<typeof identityEndpoints.getGreeting>> {
  const { deps, now, principal } = call;
  const { personId, displayName, affiliations = [], assurance, activeGrantId } = principal;
  if (personId === undefined) throw problem('access.denied');
  const grants = principal.grants.toSorted(earlierFirst);
  // Of an entity manager of its own, a statement needs nothing but the connection.
  const em = grants.length === 0 ? (deps.orm.em as Em) : call.em;
  const scopeName = await nameScopes(em, grants);
  return {
    person: { id: personId, name: displayName ?? '' },
    audience: audienceOf(affiliations, assurance),
    grants: grants.map((grant) => ({ id: grant.id, role: grant.role, scopeName: scopeName(grant) })),
    activeGrantId,
    activeRole: activeRole(principal) ?? 'applicant',
    dues: (await deps.services.find(findDuesKey)?.(em, personId, now)) ?? nothingDue,
  };
}

const earlierFirst = (one: Grant, other: Grant): number =>
  one.from.getTime() - other.from.getTime() || (one.id < other.id ? -1 : 1);
