import type { adminEndpoints, Answer, Input } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { MachineClient } from '../account.entity.ts';
import { findPersonNames } from '../find-person.ts';

/** Programs that may or might call, newest first, the revoked ones too: what one did stays in the audit trail. */
export async function listMachineClients(
  { em }: Call,
  { after, limit }: Input<typeof adminEndpoints.listMachineClients>['query'],
): Promise<Answer<typeof adminEndpoints.listMachineClients>> {
  const found = await em.find(MachineClient, after === undefined ? {} : { id: { $lt: after } }, {
    orderBy: { id: 'desc' },
    limit: limit + 1,
    disableIdentityMap: true,
  });
  const clients = found.slice(0, limit);
  const names = await findPersonNames(
    em,
    clients.flatMap(({ createdBy }) => personIn(createdBy) ?? []),
  );
  const last = clients.at(-1);
  return {
    items: clients.map(({ id, name, createdBy, createdAt, lastUsedAt, revokedAt }) => ({
      id,
      name,
      createdBy: names.get(personIn(createdBy) ?? '') ?? null,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
    ...(found.length > limit && last !== undefined && { next: last.id }),
  };
}

const personIn = (principal: string): string | undefined => /^person:(.+)$/.exec(principal)?.[1];

/** The program that was given a key under this name and may still call; undefined: none, or several. */
export async function findClientId(em: Em, name: string): Promise<string | undefined> {
  const found = await em.find(MachineClient, { name, revokedAt: null }, { fields: ['id'], disableIdentityMap: true });
  return found.length === 1 ? found[0]?.id : undefined;
}
