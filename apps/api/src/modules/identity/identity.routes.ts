import { identityEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { acceptInvitation } from './invitation/accept-invitation.ts';
import { createInvitation } from './invitation/create-invitation.ts';
import { listInvitations } from './invitation/list-invitations.ts';
import { previewInvitation } from './invitation/preview-invitation.ts';
import { revokeInvitation } from './invitation/revoke-invitation.ts';
import { getMe } from './me/get-me.ts';
import { greet } from './me/greet.ts';
import { endMySession, endOtherSessions, listMySessions } from './me/my-sessions.ts';
import { switchRole } from './me/switch-role.ts';

export const identityRoutes = routes(identityEndpoints, {
  getMe: (_input, call) => getMe(call),
  getGreeting: (_input, call) => greet(call),
  switchRole: ({ body }, call) => switchRole(call, body.grantId),
  listMySessions: (_input, call) => listMySessions(call),
  endMySession: ({ params }, call) => endMySession(call, params.id),
  endOtherSessions: (_input, call) => endOtherSessions(call),
  listInvitations: (_input, call) => listInvitations(call),
  createInvitation: ({ body }, call) => createInvitation(call, body),
  revokeInvitation: ({ params }, call) => revokeInvitation(call, params.id),
  previewInvitation: ({ body }, call) => previewInvitation(call, body.token),
  acceptInvitation: ({ body }, call) => acceptInvitation(call, body),
});
