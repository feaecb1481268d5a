import type { Call } from '../../../platform/endpoint/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { RoleGrant } from '../account.entity.ts';

/** Takes a grant back; it ends at its holder's next request. @throws `record.not-found`, also for one revoked before */
export async function revokeGrant(call: Call, id: string): Promise<undefined> {
  return call.deps.runCommand(call, { name: 'identity.revoke-grant' }, async (tx) => {
    const grant = await tx.em.findOne(RoleGrant, { id, revokedAt: null });
    if (grant === null) throw problem('record.not-found');
    grant.revokedAt = tx.now;
    grant.revokedBy = principalKey(tx.principal);
    const { personId, role, scopeKind, scopeId } = grant;
    tx.audit({
      action: 'grant.revoke',
      chain: `person:${personId}`,
      target: { type: 'grant', id },
      outcome: 'done',
      before: { role, scopeKind, scopeId },
    });
    return undefined;
  });
}
