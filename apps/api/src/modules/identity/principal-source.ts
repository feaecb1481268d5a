import { createHash } from 'node:crypto';
import type { Deps, PrincipalSource } from '../../platform/endpoint/index.ts';
import { MachineClient } from './account.entity.ts';
import { findPrincipal } from './find-principal.ts';

export const hashClientKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Whether a key is in use is told to within so many milliseconds, so that hardly a request writes. */
const noteUseEvery = 5 * 60_000;

/** Who a session or a key stands for, asked at every request. */
export function principalSource({ config }: Deps): PrincipalSource {
  return {
    findPerson: (em, tokenHash, facts) => findPrincipal(em, tokenHash, { ...facts, zone: config.timeZone }),
    loadMachine: async (em, key, { now, ...facts }) => {
      const wanted = { keyHash: hashClientKey(key), revokedAt: null };
      const client = await em.findOne(MachineClient, wanted, { disableIdentityMap: true });
      if (client === null) return undefined;
      if (now.getTime() - (client.lastUsedAt?.getTime() ?? 0) >= noteUseEvery)
        await em.nativeUpdate(MachineClient, { id: client.id }, { lastUsedAt: now });
      const machine = { kind: 'machine', clientId: client.id, displayName: client.name } as const;
      return { ...machine, activeGrantId: null, grants: [], assurance: 'none', ...facts };
    },
  };
}
