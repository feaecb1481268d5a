import { slotOf, type ArrivalSlot } from '@yitang/domain/visit';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';

export interface CountedArrivals extends ArrivalSlot {
  readonly placeId: string;
  readonly value: number;
}

/** Visits that began at each place by month, weekday and hour; costs places and months, not visits. */
export async function findArrivals(
  em: Em,
  { first, last }: { readonly first: CivilMonth; readonly last: CivilMonth },
): Promise<CountedArrivals[]> {
  const rows = await em.execute<{ placeId: string; slot: string; value: number }[]>(
    `select place_id as placeId, slot, value from arrival_counters
      where slot >= ? and slot < ? and value <> 0 order by place_id, slot`,
    [`${first} `, `${last}!`],
  );
  return rows.map(({ placeId, slot, value }) => ({ placeId, value: Number(value), ...slotOf(slot) }));
}
