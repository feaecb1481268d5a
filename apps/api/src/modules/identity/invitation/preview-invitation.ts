import type { Answer, identityEndpoints } from '@yitang/contract';
import { maskName } from '@yitang/domain/person';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findPersonNames } from '../find-person.ts';
import { Invitation } from '../invitation.entity.ts';
import { isLive } from './invitation-state.ts';
import { hashInvitationToken } from './invitation-token.ts';

/** What a link is for, for whoever holds it. @throws `invitation.invalid`, `request.too-many` */
export async function previewInvitation(
  call: Call,
  token: string,
): Promise<Answer<typeof identityEndpoints.previewInvitation>> {
  await call.deps.limits.passSensitive('invitation', { address: call.principal.address });
  const invitation = await findLiveInvitation(call.em, token, call.now);
  const target = { type: 'invitation', id: invitation.id };
  await call.deps.audit.read(call, {
    action: 'invitation.preview',
    target,
    fields: ['studentNameMasked', 'inviteeName'],
  });
  const names = await findPersonNames(call.em, [invitation.inviterId]);
  return {
    studentNameMasked: maskName(names.get(invitation.inviterId) ?? ''),
    inviteeName: invitation.inviteeName,
    relation: invitation.relation,
    matters: invitation.matters.map(({ code, name }) => ({ code, name })),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

/** One answer for unknown, taken back and expired links, so that nothing is learned by trying. */
export async function findLiveInvitation(em: Em, token: string, now: Date): Promise<Invitation> {
  const invitation = await em.findOne(Invitation, { tokenHash: hashInvitationToken(token) });
  if (invitation === null || !isLive(invitation, now)) throw problem('invitation.invalid');
  return invitation;
}
