import { addressesOf } from '@yitang/domain/consistency';
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { publishedContents } from '../consistency/rule-facts.ts';
import { AddressCheck } from './address-check.entity.ts';
import { askAddress, isAllowed, type AddressAnswer } from './ask-address.ts';

/** So many at a time, so that the university's own servers do not notice. */
const atOnce = 4;

/**
 * Each night: asks the addresses that stand in published guides, those alone that lie on configured hosts, and keeps how they
 * answered. Without configured hosts nothing is asked and nothing is known to be dead.
 */
export async function checkAddresses({ deps, caller }: JobRun): Promise<void> {
  const hosts = deps.config.linkHosts;
  const known = new Set(publishedContents({ deps }).flatMap(addressesOf));
  const addresses = [...known].filter((address) => isAllowed(address, hosts)).sort();
  const answers = new Map<string, AddressAnswer>();
  for (let start = 0; start < addresses.length; start += atOnce) {
    const piece = addresses.slice(start, start + atOnce);
    const asked = await Promise.all(piece.map((address) => askAddress(address, { hosts })));
    for (const [index, address] of piece.entries()) answers.set(address, asked[index]!);
  }
  await deps.runCommand(caller, { name: 'catalog.check-addresses' }, async (tx) => {
    await write(tx, answers);
    tx.audit({
      action: 'catalog.check-addresses',
      chain: 'addresses',
      target: { type: 'addresses', id: 'guides' },
      outcome: 'done',
      after: { asked: answers.size, dead: [...answers.values()].filter(({ isDead }) => isDead).length },
    });
    return null;
  });
}

/** What is not in a guide any more, or not asked any more, is not known any more. */
async function write(tx: Tx, answers: ReadonlyMap<string, AddressAnswer>): Promise<void> {
  const before = await tx.em.find(AddressCheck, {}, { disableIdentityMap: true });
  const since = new Map(before.map(({ address, deadSince }) => [address, deadSince ?? null]));
  await tx.em.nativeDelete(AddressCheck, {});
  const rows = [...answers].map(([address, { isDead, found }]) => ({
    id: createHash('sha256').update(address).digest('hex'),
    ...{ address, isDead, found, checkedAt: tx.now },
    deadSince: isDead ? (since.get(address) ?? tx.now) : null,
  }));
  for (let start = 0; start < rows.length; start += 200)
    await tx.em.insertMany(AddressCheck, rows.slice(start, start + 200));
}
