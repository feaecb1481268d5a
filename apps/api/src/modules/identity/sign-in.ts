import type { Em } from '../../database/index.ts';
import type { Deps } from '../../platform/endpoint/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { anonymousPrincipal, type Principal, type RequestFacts } from '../../platform/principal/index.ts';
import { Account, RoleGrant } from './account.entity.ts';
import { CasProblem } from './cas/cas-problem.ts';
import type { CasProfile } from './cas/read-cas-answer.ts';
import { Affiliation, Person } from './person.entity.ts';
import { todayIn } from './valid-on.ts';

export interface SignedIn {
  readonly personId: string;
  readonly accountId: string;
  /** Who works here begins at work: the role that they have held the longest. */
  readonly activeGrantId: string | null;
}

/**
 * Finds in our own directory whom the CAS has named, and records the sign-in. Roles never come from the CAS.
 * @throws CasProblem `not-admitted` for a stranger (unless the setting admits strangers as 访客), `account-disabled`
 */
export async function signInByCas(deps: Deps, facts: RequestFacts, profile: CasProfile): Promise<SignedIn> {
  const em = deps.orm.em.fork() as Em;
  const account = await em.findOne(Account, { provider: 'cas', subject: profile.user });
  if (account === null) {
    if (deps.config.cas.admitsUnknown) return admitVisitor(deps, facts, profile);
    await refuse(deps, anonymousPrincipal(facts), { id: 'unknown', code: 'not-admitted' });
    throw new CasProblem('not-admitted', 'the CAS knows somebody whom the directory does not');
  }
  const principal = principalOf(account, facts);
  if (account.isDisabled) {
    await refuse(deps, principal, { id: account.id, code: 'account-disabled' });
    throw new CasProblem('account-disabled', 'the account is disabled');
  }
  await deps.runCommand({ principal }, { name: 'identity.sign-in' }, async (tx) => {
    await tx.em.nativeUpdate(Account, { id: account.id }, { lastSignInAt: tx.now });
    tx.audit(signInEntry(account));
  });
  const { personId } = account;
  return { personId, accountId: account.id, activeGrantId: await findFirstGrant(em, deps, personId) };
}

async function findFirstGrant(em: Em, deps: Deps, personId: string): Promise<string | null> {
  const today = todayIn(deps.config.timeZone, deps.clock.now());
  const [first] = await em.find(
    RoleGrant,
    { personId, revokedAt: null, fromDay: { $lte: today }, $or: [{ untilDay: null }, { untilDay: { $gte: today } }] },
    { orderBy: { fromDay: 'asc', id: 'asc' }, limit: 1, disableIdentityMap: true },
  );
  return first?.id ?? null;
}

function principalOf(account: Account, facts: RequestFacts): Principal {
  const who = { kind: 'person', personId: account.personId, accountId: account.id, assurance: 'campus' } as const;
  return { ...anonymousPrincipal(facts), ...who };
}

const signInEntry = ({ id, personId }: SignedInAccount) => ({
  action: 'identity.sign-in',
  chain: `person:${personId}`,
  target: { type: 'account', id },
  outcome: 'done' as const,
});
type SignedInAccount = Pick<Account, 'id' | 'personId'>;

const refuse = (deps: Deps, principal: Principal, { id, code }: { id: string; code: string }): Promise<void> =>
  deps.audit.refuse(principal, { action: 'identity.sign-in', target: { type: 'account', id }, code });

/** A stranger whom the campus vouches for: person, account and the affiliation 访客. */
async function admitVisitor(deps: Deps, facts: RequestFacts, profile: CasProfile): Promise<SignedIn> {
  return deps.runCommand({ principal: anonymousPrincipal(facts) }, { name: 'identity.admit-visitor' }, async (tx) => {
    const [personId, accountId] = [newId(tx.now.getTime()), newId(tx.now.getTime())];
    const name = profile.attributes.name ?? '访客';
    const fromDay = todayIn(deps.config.timeZone, tx.now);
    tx.em.create(Person, { id: personId, name, createdAt: tx.now, updatedAt: tx.now });
    tx.em.create(Account, {
      id: accountId,
      personId,
      provider: 'cas',
      subject: profile.user,
      createdAt: tx.now,
      lastSignInAt: tx.now,
    });
    tx.em.create(Affiliation, { id: newId(tx.now.getTime()), personId, kind: 'visitor', fromDay });
    tx.audit({ ...signInEntry({ id: accountId, personId }), after: { admittedAs: 'visitor' }, startsChain: true });
    return { personId, accountId, activeGrantId: null };
  });
}
