import type { Em } from '../../../database/index.ts';
import { AddressCheck } from './address-check.entity.ts';

/** Addresses that did not answer when they were last asked, each with what came instead. */
export async function findDeadAddresses(em: Em): Promise<Map<string, string>> {
  const rows = await em.find(AddressCheck, { isDead: true }, { disableIdentityMap: true });
  return new Map(rows.map(({ address, found }) => [address, found]));
}
