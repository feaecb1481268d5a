import type { Em } from '../../../database/index.ts';
import { Invitation } from '../invitation.entity.ts';

export interface LiveInvitation {
  readonly id: string;
  readonly studentId: string;
  readonly relation: string;
  readonly matterCodes: readonly string[];
}

/** Invitations that this parent accepted and that are neither taken back nor run out, newest first. */
async function listLiveInvitations(em: Em, parentId: string, now: Date): Promise<LiveInvitation[]> {
  const where = { acceptedById: parentId, revokedAt: null, expiresAt: { $gt: now } };
  const invitations = await em.find(Invitation, where, { orderBy: { id: 'desc' }, disableIdentityMap: true });
  return invitations.map(({ id, inviterId, relation, matters }) => ({
    id,
    studentId: inviterId,
    relation,
    matterCodes: matters.map(({ code }) => code),
  }));
}

/** The invitation under which a parent may handle this matter, with the student whom it is about. */
export async function findLiveInvitation(
  em: Em,
  parentId: string,
  { matterCode, now }: { matterCode: string; now: Date },
): Promise<LiveInvitation | undefined> {
  const live = await listLiveInvitations(em, parentId, now);
  return live.find(({ matterCodes }) => matterCodes.includes(matterCode));
}
