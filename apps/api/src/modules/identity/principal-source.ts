import { createHash } from 'node:crypto';
import type { Deps, PrincipalSource } from '../../platform/endpoint/index.ts';
import { MachineClient } from './account.entity.ts';
import { loadPrincipal } from './load-principal.ts';

export const hashClientKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Who a session or a key stands for, asked at every request. */
export function principalSource({ config }: Deps): PrincipalSource {
  return {
    loadPerson: (em, session, facts) => loadPrincipal(em, session, { ...facts, zone: config.timeZone }),
    loadMachine: async (em, key, { now: _now, ...facts }) => {
      const client = await em.findOne(MachineClient, { keyHash: hashClientKey(key) }, { disableIdentityMap: true });
      if (client === null || client.isDisabled) return undefined;
      const machine = { kind: 'machine', clientId: client.id, displayName: client.name } as const;
      return { ...machine, activeGrantId: null, grants: [], assurance: 'none', ...facts };
    },
  };
}
