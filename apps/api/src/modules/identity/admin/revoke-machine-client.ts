import type { Call } from '../../../platform/endpoint/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { MachineClient } from '../account.entity.ts';

/** Ends a program's key at its next request. @throws `record.not-found`, also for one revoked before */
export async function revokeMachineClient(call: Call, id: string): Promise<undefined> {
  return call.deps.runCommand(call, { name: 'identity.revoke-machine-client' }, async (tx) => {
    const client = await tx.em.findOne(MachineClient, { id, revokedAt: null });
    if (client === null) throw problem('record.not-found');
    client.revokedAt = tx.now;
    client.revokedBy = principalKey(tx.principal);
    tx.audit({
      action: 'machine-client.revoke',
      chain: `machine-client:${id}`,
      target: { type: 'machine-client', id },
      outcome: 'done',
      before: { name: client.name },
    });
    return undefined;
  });
}
