import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, isOpenOnline } from '../../catalog/index.ts';
import { Invitation, type InvitedMatter } from '../invitation.entity.ts';
import { presentInvitation } from './invitation.presenter.ts';

/** Own invitations, newest first, and the matters that one may invite for. */
export async function listInvitations(call: Call): Promise<Answer<typeof identityEndpoints.listInvitations>> {
  const { personId } = call.principal;
  if (personId === undefined) throw problem('access.sign-in-required');
  const options = { orderBy: { id: 'desc' }, limit: 100, disableIdentityMap: true } as const;
  const invitations = await call.em.find(Invitation, { inviterId: personId }, options);
  return {
    items: invitations.map((invitation) => presentInvitation(invitation, call.now)),
    invitableMatters: isStudent(call) ? listInvitableMatters(call.deps) : [],
  };
}

export const isStudent = ({ principal }: Call): boolean => principal.affiliations?.includes('student') === true;

/** Matters that ask for an invitation before a parent may apply, and that can be applied for now. */
export function listInvitableMatters(deps: Deps): InvitedMatter[] {
  const matters = deps.services.find(catalogKey)?.current().matters ?? [];
  return matters
    .filter((matter) => isOpenOnline(matter) && matter.preconditions.some(({ rule }) => rule.kind === 'invited'))
    .map(({ code, name }) => ({ code, name }));
}
