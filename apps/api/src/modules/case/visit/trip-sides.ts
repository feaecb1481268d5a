import { eachIdSpan, type Em } from '../../../database/index.ts';
import { Sums } from '../counter/sums.ts';
import { sumsOf, tallyIn, type TallyRow } from './retally-cases.ts';
import { declaredOf, keyOfTrips, type TripSum } from './trip-counters.ts';

const talliesAtOnce = 20_000;

/** Held against the tallies of all cases: what each counter of trips lacks (negative: has too much). @param beside looks ahead */
export async function tripSides(tx: Em, beside: Em): Promise<TripSum[]> {
  const missing = new Sums<TripSum>(keyOfTrips);
  const counters = await tx.execute<(Omit<TripSum, 'declared'> & { declared: number; sum: number | string })[]>(
    'select matter_id as matterId, month, declared, measure, -value as sum from trip_counters',
  );
  missing.add(counters.map((row) => ({ ...row, declared: declaredOf(row.declared), sum: Number(row.sum) })));
  await eachIdSpan({ fork: () => beside, table: 'case_trips', rows: talliesAtOnce }, async ({ after, until }) => {
    const alike = await tx.execute<(TallyRow & { matter_id: string; n: number | string })[]>(
      `select matter_id, month, declared, trips2017, trips2019, is_disputed, used_kiosk, causes, count(*) as n
         from case_trips where id > ? and id <= ?
        group by matter_id, month, declared, trips2017, trips2019, is_disputed, used_kiosk, causes`,
      [after, until],
    );
    for (const row of alike) missing.add(sumsOf({ matterId: row.matter_id, tally: tallyIn(row) }, Number(row.n)));
  });
  return missing.list();
}
