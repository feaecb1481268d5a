import type { Answer, identityEndpoints, Input } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Invitation, type InvitedMatter } from '../invitation.entity.ts';
import { hashInvitationToken, newInvitationToken } from './invitation-token.ts';
import { presentInvitation } from './invitation.presenter.ts';
import { isStudent, listInvitableMatters } from './list-invitations.ts';

type Wanted = Input<typeof identityEndpoints.createInvitation>['body'];

const dayMs = 86_400_000;
const maxLive = 20;

/**
 * A student invites a parent for named matters. The link is in this answer and nowhere else.
 * @throws `access.denied` for whoever is no student, `request.invalid` for matters that nobody is invited for
 */
export async function createInvitation(
  call: Call,
  wanted: Wanted,
): Promise<Answer<typeof identityEndpoints.createInvitation>> {
  const { personId } = call.principal;
  if (personId === undefined || !isStudent(call)) throw problem('access.denied');
  const matters = chooseMatters(call, wanted.matterCodes);
  const token = newInvitationToken();
  return call.deps.runCommand(call, { name: 'identity.create-invitation' }, async (tx) => {
    const live = await tx.em.count(Invitation, { inviterId: personId, revokedAt: null, expiresAt: { $gt: tx.now } });
    if (live >= maxLive)
      throw problem('request.too-many', { detail: `有效的邀请最多 ${maxLive} 个，请先撤回不再需要的。` });
    const invitation = tx.em.create(Invitation, {
      id: newId(tx.now.getTime()),
      inviterId: personId,
      inviteeName: wanted.inviteeName,
      relation: wanted.relation,
      matters,
      tokenHash: hashInvitationToken(token),
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + wanted.days * dayMs),
    });
    tx.audit({
      action: 'invitation.create',
      chain: `person:${personId}`,
      target: { type: 'invitation', id: invitation.id },
      outcome: 'done',
      after: { relation: wanted.relation, matters: matters.map(({ code }) => code), days: wanted.days },
      personal: { personId, values: { inviteeName: wanted.inviteeName } },
    });
    return {
      invitation: presentInvitation(invitation, tx.now),
      link: `${call.deps.config.origin}/invitation#${token}`,
    };
  });
}

function chooseMatters(call: Call, codes: readonly string[]): InvitedMatter[] {
  const invitable = new Map(listInvitableMatters(call.deps).map((matter) => [matter.code, matter]));
  const issues = codes.flatMap((code, index) =>
    invitable.has(code)
      ? []
      : [
          {
            field: `body.matterCodes.${index}`,
            code: 'matter.not-invitable',
            message: '这个事项不能由家长代办，或已暂停办理。',
          },
        ],
  );
  if (issues.length > 0) throw problem('request.invalid', { issues });
  return [...new Set(codes)].flatMap((code) => invitable.get(code) ?? []);
}
