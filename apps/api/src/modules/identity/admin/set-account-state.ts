import type { adminEndpoints, Input } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Account } from '../account.entity.ts';

type Wanted = Input<typeof adminEndpoints.setAccountState>['body'];

/**
 * Disables or enables every account of a person. Disabled, they are signed out everywhere at their next request.
 * @throws `record.not-found` for whoever has no account, `access.denied` for oneself
 */
export async function setAccountState(
  call: Call,
  personId: string,
  { isDisabled, reason }: Wanted,
): Promise<undefined> {
  if (personId === call.principal.personId) throw problem('access.denied', { detail: '不能停用自己的账号。' });
  return call.deps.runCommand(call, { name: 'identity.set-account-state' }, async (tx) => {
    const disabledReason = isDisabled ? reason : null;
    const touched = await tx.em.nativeUpdate(Account, { personId }, { isDisabled, disabledReason });
    if (touched === 0) throw problem('record.not-found');
    if (isDisabled) await call.deps.sessions.endAll(tx.em, personId);
    tx.audit({
      action: isDisabled ? 'account.disable' : 'account.enable',
      chain: `person:${personId}`,
      target: { type: 'person', id: personId },
      outcome: 'done',
      after: { isDisabled, reason },
    });
    return undefined;
  });
}
