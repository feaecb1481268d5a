import type { Answer, identityEndpoints, Input } from '@yitang/contract';
import { normalisePhone, validateName } from '@yitang/domain/person';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { anonymousPrincipal } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Account } from '../account.entity.ts';
import { Invitation } from '../invitation.entity.ts';
import { Affiliation, Person } from '../person.entity.ts';
import { phoneIndex, sealPersonalValues } from '../personal-values.ts';
import { todayIn } from '../valid-on.ts';
import { findLiveInvitation } from './preview-invitation.ts';

type Given = Input<typeof identityEndpoints.acceptInvitation>['body'];

interface Accepted {
  readonly personId: string;
  readonly accountId: string;
  readonly firstMatterCode: string;
}

/**
 * Signs a parent in by the link. The first time makes the person, with assurance `invited`; later the link opens only
 * together with the same phone number, so that a link that somebody else found is not enough.
 * @throws `invitation.invalid`, `request.invalid`, `request.too-many`
 */
export async function acceptInvitation(
  call: Call,
  given: Given,
): Promise<Answer<typeof identityEndpoints.acceptInvitation>> {
  const { address } = call.principal;
  await call.deps.limits.passSensitive('invitation', { address, subject: given.token });
  const parent = readParent(given);
  // whoever was signed in at this browser is not the one who accepts
  const principal = anonymousPrincipal(call.principal);
  const { firstMatterCode, ...account } = await call.deps.runCommand(
    { ...call, principal },
    { name: 'identity.accept-invitation' },
    async (tx) => {
      const invitation = await findLiveInvitation(tx.em, given.token, tx.now);
      const acceptance = { deps: call.deps, tx, invitation, ...parent };
      const accepted = await (hasParent(invitation) ? recognise(acceptance) : admit(acceptance));
      tx.audit({
        action: 'invitation.accept',
        chain: `person:${accepted.personId}`,
        target: { type: 'invitation', id: invitation.id },
        outcome: 'done',
        personal: { personId: accepted.personId, values: { name: parent.name } },
      });
      return accepted;
    },
  );
  await call.deps.sessions.signIn(call.ctx, { ...account, assurance: 'invited' });
  return { firstMatterCode };
}

interface Acceptance extends Parent {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly invitation: Invitation;
}

interface Parent {
  readonly name: string;
  readonly phone: string;
}

function readParent(given: Given): Parent {
  const name = validateName(given.name);
  const phone = normalisePhone(given.phone);
  if (name.ok && phone !== undefined) return { name: name.name, phone };
  const nameIssue = { field: 'body.name', code: 'name.invalid', message: '请填写您的真实姓名，2 至 50 个字。' };
  const phoneIssue = { field: 'body.phone', code: 'field.invalid-phone', message: '请填写 11 位手机号码。' };
  throw problem('request.invalid', {
    issues: [...(name.ok ? [] : [nameIssue]), ...(phone === undefined ? [phoneIssue] : [])],
  });
}

const hasParent = (invitation: Invitation): boolean => typeof invitation.acceptedById === 'string';
const firstCode = (invitation: Invitation): string => invitation.matters[0]?.code ?? '';

/** The parent who accepted before, told by the phone number that they gave then. */
async function recognise({ deps, tx, invitation, phone }: Acceptance): Promise<Accepted> {
  const person = await tx.em.findOne(Person, { id: invitation.acceptedById ?? '' });
  const account = await tx.em.findOne(Account, { personId: invitation.acceptedById ?? '', provider: 'invitation' });
  const isSame = person !== null && person.phoneIndex === phoneIndex(deps.crypto, phone);
  if (!isSame || account === null || account.isDisabled) throw problem('invitation.invalid');
  account.lastSignInAt = tx.now;
  return { personId: person.id, accountId: account.id, firstMatterCode: firstCode(invitation) };
}

async function admit({ deps, tx, invitation, name, phone }: Acceptance): Promise<Accepted> {
  const { em, now } = tx;
  const [personId, accountId] = [newId(now.getTime()), newId(now.getTime())];
  // the row itself is the guard: of two who accept at once one updates it, the other finds it taken
  const taken = await em.nativeUpdate(
    Invitation,
    { id: invitation.id, acceptedById: null, revokedAt: null },
    { acceptedById: personId, acceptedAt: now },
  );
  if (taken !== 1) throw problem('invitation.invalid');
  em.create(Person, {
    id: personId,
    name,
    ...sealPersonalValues(deps.crypto, { phone }),
    createdAt: now,
    updatedAt: now,
  });
  em.create(Account, {
    id: accountId,
    personId,
    provider: 'invitation',
    subject: personId,
    createdAt: now,
    lastSignInAt: now,
  });
  const fromDay = todayIn(deps.config.timeZone, now);
  em.create(Affiliation, { id: newId(now.getTime()), personId, kind: 'parent', fromDay });
  return { personId, accountId, firstMatterCode: firstCode(invitation) };
}
