import type { Invitation as InvitationView } from '@yitang/contract';
import type { z } from 'zod';
import type { Invitation } from '../invitation.entity.ts';
import { stateOf } from './invitation-state.ts';

export const presentInvitation = (invitation: Invitation, now: Date): z.input<typeof InvitationView> => ({
  id: invitation.id,
  inviteeName: invitation.inviteeName,
  relation: invitation.relation,
  matters: invitation.matters.map(({ code, name }) => ({ code, name })),
  state: stateOf(invitation, now),
  createdAt: invitation.createdAt.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
});
