import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Invitation } from '../invitation.entity.ts';
import { presentInvitation } from './invitation.presenter.ts';

/**
 * Takes an invitation back. It ends at once: a parent without another live one is signed out at their next request.
 * Doing it twice changes nothing. @throws `record.not-found` for an invitation that is not one's own
 */
export async function revokeInvitation(
  call: Call,
  id: string,
): Promise<Answer<typeof identityEndpoints.revokeInvitation>> {
  const { personId } = call.principal;
  return call.deps.runCommand(call, { name: 'identity.revoke-invitation' }, async (tx) => {
    const invitation = await tx.em.findOne(Invitation, { id, inviterId: personId ?? '' });
    if (invitation === null) throw problem('record.not-found');
    invitation.revokedAt ??= tx.now;
    const target = { type: 'invitation', id };
    tx.audit({ action: 'invitation.revoke', chain: `person:${invitation.inviterId}`, target, outcome: 'done' });
    return presentInvitation(invitation, tx.now);
  });
}
