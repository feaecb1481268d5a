import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeRole, type Principal } from '../../../platform/principal/index.ts';
import { RoleGrant } from '../account.entity.ts';
import { findPersonFacts } from '../find-person.ts';
import { presentGrants, type PresentedGrant } from '../grant.presenter.ts';
import { maskIdNumber, maskPhone } from '@yitang/domain/person';
import { openValue, purposes } from '../personal-values.ts';
import { todayIn } from '../valid-on.ts';
import { audienceOf } from './audience-of.ts';

type Me = Answer<typeof identityEndpoints.getMe>;

const nobody: Me = {
  isSignedIn: false,
  person: null,
  audience: null,
  assurance: 'none',
  grants: [],
  activeGrantId: null,
  activeRole: 'applicant',
  sessionEndsAt: null,
};

/** Who is signed in, with all that the university knows them by; numbers are masked. */
export async function getMe(call: Call, principal: Principal = call.principal): Promise<Me> {
  const { deps, em, now } = call;
  if (principal.kind !== 'person' || principal.personId === undefined) return nobody;
  const { personId } = principal;
  const today = todayIn(deps.config.timeZone, now);
  const facts = await findPersonFacts(em, personId, { crypto: deps.crypto, today });
  if (facts === undefined) return nobody;
  const idNumber = openValue(deps.crypto, facts.idNumberSealed, purposes.idNumber);
  const current = facts.affiliations.filter(({ isCurrent }) => isCurrent);
  return {
    isSignedIn: true,
    person: {
      id: facts.id,
      name: facts.name,
      phoneMasked: facts.phone === null ? null : maskPhone(facts.phone),
      idNumberMasked: idNumber === null ? null : maskIdNumber(idNumber),
      affiliations: current.map(({ kind, number, department, fromDay, untilDay }) => ({
        kind,
        number,
        department,
        from: fromDay,
        until: untilDay,
      })),
    },
    audience: audienceOf(
      current.map(({ kind }) => kind),
      principal.assurance,
    ),
    assurance: principal.assurance,
    grants: await ownGrants(em, principal),
    activeGrantId: principal.activeGrantId,
    activeRole: activeRole(principal) ?? 'applicant',
    sessionEndsAt: principal.sessionEndsAt?.toISOString() ?? null,
  };
}

async function ownGrants(em: Em, principal: Principal): Promise<PresentedGrant[]> {
  if (principal.grants.length === 0) return [];
  const ids = principal.grants.map(({ id }) => id);
  const stored = await em.find(
    RoleGrant,
    { id: { $in: ids } },
    { disableIdentityMap: true, orderBy: { fromDay: 'asc', id: 'asc' } },
  );
  return presentGrants(em, stored);
}
