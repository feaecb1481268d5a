import { randomBytes } from 'node:crypto';
import type { adminEndpoints, Answer } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { MachineClient } from '../account.entity.ts';
import { hashClientKey } from '../principal-source.ts';

/** A program that may call, with a key that is shown in this answer only. */
export async function createMachineClient(
  call: Call,
  name: string,
): Promise<Answer<typeof adminEndpoints.createMachineClient>> {
  const key = `yt_${randomBytes(32).toString('base64url')}`;
  return call.deps.runCommand(call, { name: 'identity.create-machine-client' }, async (tx) => {
    const id = newId(tx.now.getTime());
    const createdBy = principalKey(tx.principal);
    tx.em.create(MachineClient, { id, name, keyHash: hashClientKey(key), createdBy, createdAt: tx.now });
    const target = { type: 'machine-client', id };
    tx.audit({
      action: 'machine-client.create',
      chain: `machine-client:${id}`,
      target,
      outcome: 'done',
      after: { name },
      startsChain: true,
    });
    return { id, name, key };
  });
}
