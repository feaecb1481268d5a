import { civilDateAt } from '@yitang/domain/calendar';
import { isEnterable } from '@yitang/domain/power';
import type { Em } from '../../../database/index.ts';
import { affectedRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { mayIn } from '../draft/draft-access.ts';
import { PowerFiling, PowerRound } from './round.entity.ts';

export const todayOf = ({ deps, now }: Pick<Call, 'deps' | 'now'>): string => civilDateAt(now, deps.config.timeZone);

/** Filings of rounds that are open and have begun, which are with their departments: id by department. */
export async function findEnterable(call: Call, em: Em): Promise<ReadonlyMap<string, string>> {
  const filings = await em.find(PowerFiling, { openKey: { $ne: null } }, { disableIdentityMap: true });
  if (filings.length === 0) return new Map();
  const roundIds = [...new Set(filings.map(({ roundId }) => roundId))];
  const rounds = new Map(
    (await em.find(PowerRound, { id: { $in: roundIds } }, { disableIdentityMap: true })).map((one) => [one.id, one]),
  );
  return new Map(
    filings.flatMap(({ id, departmentId, roundId, status }) => {
      const round = rounds.get(roundId);
      return round !== undefined && isEnterable(round, status, todayOf(call)) ? [[departmentId, id]] : [];
    }),
  );
}

/** Ids of the departments whose open filing is not accepted yet. */
export async function findStillFiling(em: Em): Promise<ReadonlySet<string>> {
  const filings = await em.find(
    PowerFiling,
    { openKey: { $ne: null }, status: { $ne: 'accepted' } },
    { disableIdentityMap: true },
  );
  return new Set(filings.map(({ departmentId }) => departmentId));
}

/**
 * Offices enter and change entries while a filing is with them; the reform office always does. The filing stays locked
 * until the end of the transaction, so that nothing slips in after it was filed.
 * @throws `power.not-editable`
 */
export async function requireEnterable(call: Call, tx: Tx, departmentIds: readonly string[]): Promise<void> {
  const office = departmentIds.filter((id) => !mayIn(call, 'catalog.review', id));
  if (office.length === 0) return;
  const enterable = await findEnterable(call, tx.em);
  for (const departmentId of new Set(office)) {
    const locked = await affectedRows(
      tx.em,
      "update power_filings set updated_at = ? where id = ? and status in ('open', 'returned') and open_key is not null",
      [tx.now, enterable.get(departmentId) ?? ''],
    );
    if (locked !== 1) throw problem('power.not-editable');
  }
}
