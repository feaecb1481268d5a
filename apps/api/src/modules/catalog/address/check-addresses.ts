import { civilDateAt } from '@yitang/domain/calendar';
import { addressesOf } from '@yitang/domain/consistency';
import { inPieces } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { publishedContents } from '../consistency/rule-facts.ts';
import { rowsAtOnce } from '../matter-places.ts';
import { raiseRevision } from '../publish-matters.ts';
import { AddressOutage } from './address-outage.entity.ts';
import { askAddress, isAllowed, type AddressAnswer } from './ask-address.ts';

/** So many at a time, so that the university's own servers do not notice. */
const atOnce = 4;

/**
 * Each night: asks the addresses that stand in published guides, those alone that lie on configured hosts, and keeps which of
 * them do not answer. Without configured hosts nothing is asked and nothing is known to be dead.
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
    await write(tx, answers, civilDateAt(tx.now, deps.config.timeZone));
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

/**
 * An address that answers ends its outage, and so does one that is not in a guide any more or not asked any more: nothing is
 * known of it. Every instance takes the catalog anew where something changed, and with it what targets remember of it.
 */
async function write(tx: Tx, answers: ReadonlyMap<string, AddressAnswer>, today: string): Promise<void> {
  const running = await tx.em.find(AddressOutage, { endedOn: null }, { disableIdentityMap: true });
  const ended = running.filter(({ address }) => answers.get(address)?.isDead !== true).map(({ id }) => id);
  const known = new Set(running.map(({ address }) => address));
  const begun = [...answers]
    .filter(([address, { isDead }]) => isDead && !known.has(address))
    .map(([address, { found }]) => ({ id: newId(), address, found, startedOn: today, endedOn: null }));
  for (const ids of inPieces(ended, rowsAtOnce))
    await tx.em.nativeUpdate(AddressOutage, { id: { $in: [...ids] } }, { endedOn: today });
  for (const rows of inPieces(begun, rowsAtOnce)) await tx.em.insertMany(AddressOutage, [...rows]);
  if (ended.length + begun.length > 0) await raiseRevision(tx.em);
}
