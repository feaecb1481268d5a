import type { DatedState } from '@yitang/domain/catalog';
import type { Em } from '../../../database/index.ts';
import { AddressOutage } from './address-outage.entity.ts';

/** Addresses that did not answer when they were last asked, each with what came instead. */
export async function findDeadAddresses(em: Em): Promise<Map<string, string>> {
  const rows = await em.find(AddressOutage, { endedOn: null }, { disableIdentityMap: true });
  return new Map(rows.map(({ address, found }) => [address, found]));
}

/** By address the days on which it did not answer, today and ever before. */
export async function loadOutages(em: Em): Promise<ReadonlyMap<string, readonly DatedState[]>> {
  const rows = await em.find(AddressOutage, {}, { disableIdentityMap: true });
  return Map.groupBy(
    rows.map(({ address, startedOn, endedOn }) => ({ address, startedOn, endedOn: endedOn ?? null })),
    ({ address }) => address,
  );
}
