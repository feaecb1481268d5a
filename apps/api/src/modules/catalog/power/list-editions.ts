import type { Answer, powerEditionEndpoints } from '@yitang/contract';
import { decideEditionWithdrawal, editionStandings, type StandingEdition } from '@yitang/domain/power';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { PowerEdition } from './edition.entity.ts';
import { todayOf } from './enterable.ts';
import { presentEdition } from './read-power-list.ts';

/** All editions with those that were withdrawn, latest first. */
export async function findStandingEditions(em: Em): Promise<(PowerEdition & StandingEdition)[]> {
  const editions = await em.find(PowerEdition, {}, { orderBy: { number: 'desc' }, disableIdentityMap: true });
  return editions.map((edition) => ({ ...edition, isWithdrawn: edition.withdrawnAt instanceof Date }));
}

/** Editions as the reform office sees them: also those that are still to come and those that were withdrawn. */
export async function listConsoleEditions(
  call: Call,
): Promise<Answer<(typeof powerEditionEndpoints)['listConsoleEditions']>> {
  const editions = await findStandingEditions(call.em);
  const today = todayOf(call);
  const standings = editionStandings(editions, today);
  return {
    items: editions.map((edition) => ({
      ...presentEdition(edition),
      status: standings.get(edition.number) ?? 'replaced',
      withdrawnAt: edition.withdrawnAt?.toISOString() ?? null,
      withdrawnBy: edition.withdrawnBy ?? null,
      withdrawnReason: edition.withdrawnReason ?? null,
      isWithdrawable: decideEditionWithdrawal(edition.number, editions, today).ok,
    })),
  };
}
