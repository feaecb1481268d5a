import { isLate } from '@yitang/domain/power';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { PowerFiling, PowerRound } from './round.entity.ts';

export interface FilingCount {
  readonly departmentId: string;
  readonly roundId: string;
  readonly title: string;
  readonly isInTime: boolean;
}

/** What departments owed in the rounds that were due in a time, both days included, and whether they filed it in time. */
export async function countFilings(
  em: Em,
  { first, last, today }: { readonly first: CivilDate; readonly last: CivilDate; readonly today: CivilDate },
): Promise<FilingCount[]> {
  const rounds = await em.find(
    PowerRound,
    { dueOn: { $gte: first, $lte: last } },
    { orderBy: { dueOn: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  const byId = new Map(rounds.map((round) => [round.id, round]));
  if (byId.size === 0) return [];
  const filings = await em.find(PowerFiling, { roundId: { $in: [...byId.keys()] } }, { disableIdentityMap: true });
  return filings.flatMap(({ departmentId, roundId, firstFiledOn }) => {
    const round = byId.get(roundId);
    if (round === undefined) return [];
    const isInTime = !isLate(round, firstFiledOn ?? null, today);
    return [{ departmentId, roundId, title: round.title, isInTime }];
  });
}
