import { slotAt, slotKey } from '@yitang/domain/visit';
import { affectedRows, instantOf, type Em } from '../../../database/index.ts';
import { addToArrivalCounters, type ArrivalSum } from './fold-arrivals.ts';
import { retallyCases } from './retally-cases.ts';
import { addToTripCounters, declaredOf, type TripSum } from './trip-counters.ts';
import type { WhichCases } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';
import { tripSides } from './trip-sides.ts';

const pageSize = 2_000;

export interface TripRecount {
  readonly rule: TripRule;
  readonly mends: boolean;
  readonly onProgress?: ((cases: number) => void) | undefined;
}

export interface TripDifferences {
  /** Cases whose tally was not what their records give. */
  readonly cases: number;
  readonly counters: readonly TripSum[];
  readonly arrivals: readonly ArrivalSum[];
}

/** A recount that only looks leaves nothing behind: its transaction ends with this. */
class Looked extends Error {
  readonly differing: number;
  constructor(differing: number) {
    super('only looked');
    this.differing = differing;
  }
}

/**
 * Tallies every case again, page by page in transactions of their own, so that the hall goes on meanwhile and memory stays
 * bounded; then holds the counters against the tallies as of one instant. With `mends`, what differs is put right.
 */
export async function recountTrips(fork: () => Em, { rule, mends, onProgress }: TripRecount): Promise<TripDifferences> {
  let [cases, seen, after] = [0, 0, ''];
  for (;;) {
    const [page] = await fork().execute<{ n: number | string; last: string | null }[]>(
      `select count(*) as n, max(id) as last from (select id from cases where id > ? order by id limit ${pageSize}) as page`,
      [after],
    );
    const until = page?.last ?? null;
    if (until === null) break;
    cases += await recountPage(fork(), { after, until }, { rule, mends });
    seen += Number(page?.n);
    onProgress?.(seen);
    after = until;
  }
  await nameSlots(fork, rule.zone);
  return { cases, ...(await compareSides(fork(), mends)) };
}

async function recountPage(em: Em, span: WhichCases, { rule, mends }: TripRecount): Promise<number> {
  try {
    return await em.transactional(async (tx) => {
      const differing = await retallyCases(tx, span, rule);
      if (!mends && differing > 0) throw new Looked(differing);
      return differing;
    });
  } catch (error) {
    if (error instanceof Looked) return error.differing;
    throw error;
  }
}

/** Visits that were recorded before slots were kept. */
async function nameSlots(fork: () => Em, zone: string): Promise<void> {
  for (;;) {
    const rows = await fork().execute<{ id: string; started_at: unknown }[]>(
      `select id, started_at from visits where slot is null order by id limit ${pageSize}`,
    );
    if (rows.length === 0) return;
    await fork().transactional(async (tx) => {
      for (const { id, started_at } of rows) {
        const slot = slotKey(slotAt(instantOf(started_at), zone));
        await affectedRows(tx, 'update visits set slot = ? where id = ?', [slot, id]);
      }
    });
  }
}

async function compareSides(em: Em, mends: boolean): Promise<Omit<TripDifferences, 'cases'>> {
  return em.transactional(async (tx) => {
    const rows =
      await tx.execute<
        { matterId: string; month: string; declared: number; measure: TripSum['measure']; missing: number | string }[]
      >(tripSides);
    const counters = rows.map(({ missing, declared, ...key }) => ({
      ...key,
      declared: declaredOf(declared),
      sum: Number(missing),
    }));
    const arrivals = (await tx.execute<(Omit<ArrivalSum, 'sum'> & { missing: number | string })[]>(arrivalSides)).map(
      ({ missing, ...key }) => ({ ...key, sum: Number(missing) }),
    );
    if (mends) {
      await addToTripCounters(tx, counters);
      await addToArrivalCounters(tx, arrivals);
    }
    return { counters, arrivals };
  });
}

// What waits to be folded is in neither sum. A slot that is not named yet is not counted yet.
const arrivalSides = `
  select place_id as placeId, slot, sum(n) as missing from (
    select place_id, slot, count(*) as n from visits where slot is not null group by place_id, slot
    union all select place_id, slot, -delta from arrival_marks
    union all select place_id, slot, -value from arrival_counters
  ) as sides group by place_id, slot having sum(n) <> 0 order by place_id, slot`;
