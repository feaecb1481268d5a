import type { Deps } from '../../../platform/endpoint/index.ts';
import { isProblem } from '../../../platform/problem/index.ts';
import { anonymousPrincipal, type Principal, type RequestFacts } from '../../../platform/principal/index.ts';
import type { SessionFacts } from '../../../platform/session/index.ts';
import type { CasProblemCode } from './cas-problem.ts';

/** Ends a session with its entry. */
export async function recordSignOut(deps: Deps, facts: RequestFacts, session: SessionFacts): Promise<void> {
  const { id, personId, accountId, assurance } = session;
  const principal: Principal = { ...anonymousPrincipal(facts), kind: 'person', personId, accountId, assurance };
  await deps.runCommand({ principal }, { name: 'identity.sign-out' }, async (tx) => {
    await deps.sessions.end(tx.em, personId, id);
    tx.audit({ action: 'identity.sign-out', ...about({ personId, accountId }) });
  });
}

/**
 * Ends the sessions of a ticket with their entries; how many they were. A message about a ticket that has none is no act
 * of anybody: anyone may send such, and as many as they like.
 */
export async function recordLogout(deps: Deps, facts: RequestFacts, ticket: string): Promise<number> {
  const owners = await deps.sessions.findByTicket(deps.orm.em.fork(), ticket);
  if (owners.length === 0) return 0;
  const principal = anonymousPrincipal(facts);
  return deps.runCommand({ principal }, { name: 'identity.single-logout' }, async (tx) => {
    await deps.sessions.endByTicket(tx.em, ticket);
    for (const owner of owners) tx.audit({ action: 'identity.single-logout', ...about(owner) });
    return owners.length;
  });
}

const about = ({ personId, accountId }: { personId: string; accountId: string }) => ({
  chain: `person:${personId}`,
  target: { type: 'account', id: accountId },
  outcome: 'done' as const,
});

/** These two were recorded where the account was known; without a database nothing can be. */
const recordedElsewhere: readonly CasProblemCode[] = ['not-admitted', 'account-disabled', 'service-unavailable'];

/** A refused sign-in with its code, for so many a minute from one address: a flood is for the log, not for the trail. */
export async function recordRefusedSignIn(deps: Deps, facts: RequestFacts, code: CasProblemCode): Promise<void> {
  if (recordedElsewhere.includes(code)) return;
  const { address } = facts;
  try {
    await deps.limits.passSensitive('sign-in-refused', { address, subject: `address ${address}` });
    const target = { type: 'account', id: 'unknown' };
    await deps.audit.refuse(anonymousPrincipal(facts), { action: 'identity.sign-in', target, code });
  } catch (error) {
    if (!isProblem(error, 'request.too-many'))
      deps.log.error({ err: error }, 'a refused sign-in could not be recorded');
  }
}
