import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { getMe } from './get-me.ts';

/** Acts in another role from the next request on; null is acting for oneself. @throws `record.not-found` */
export async function switchRole(
  call: Call,
  grantId: string | null,
): Promise<Answer<typeof identityEndpoints.switchRole>> {
  const { deps, principal } = call;
  const { personId, sessionId } = principal;
  if (personId === undefined || sessionId === undefined) throw problem('access.sign-in-required');
  if (grantId !== null && !principal.grants.some(({ id }) => id === grantId)) throw problem('record.not-found');
  await deps.runCommand(call, { name: 'identity.switch-role' }, async (tx) => {
    await deps.sessions.setActiveGrant(tx.em, sessionId, grantId);
    tx.audit({
      action: 'identity.switch-role',
      chain: `person:${personId}`,
      target: { type: 'session', id: sessionId },
      outcome: 'done',
      before: { grantId: principal.activeGrantId },
      after: { grantId },
    });
  });
  return getMe(call, { ...principal, activeGrantId: grantId });
}
