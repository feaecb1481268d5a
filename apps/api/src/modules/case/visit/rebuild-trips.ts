import { slotAt, slotKey } from '@yitang/domain/visit';
import { affectedRows, asOfOneInstant, eachIdSpan, instantOf, type Em } from '../../../database/index.ts';
import { isRetryable } from '../../../platform/command/index.ts';
import { FoldedElsewhere } from '../counter/folded-elsewhere.ts';
import { Sums } from '../counter/sums.ts';
import { addToArrivalCounters, keyOfArrivals, type ArrivalSum } from './fold-arrivals.ts';
import { retallyCases } from './retally-cases.ts';
import { addToTripCounters, type TripSum } from './trip-counters.ts';
import type { WhichCases } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';
import { tripSides } from './trip-sides.ts';

const pageSize = 2_000;
const visitsAtOnce = 20_000;
const mostAttempts = 5;

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
  let cases = 0;
  await eachIdSpan({ fork, table: 'cases', rows: pageSize }, async (span, seen) => {
    cases += await againWhenFolded(() => recountPage(fork(), span, { rule, mends }));
    onProgress?.(seen);
  });
  await nameSlots(fork, rule.zone);
  return { cases, ...(await compareSides(fork(), mends)) };
}

/** Whoever meets the folder of the server that runs beside looks again at what that one has made of the page. */
async function againWhenFolded<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof FoldedElsewhere || isRetryable(error);
      if (!isPassing || attempt >= mostAttempts) throw error;
    }
  }
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
  const missing = await asOfOneInstant(em, async (tx, beside) => ({
    counters: await tripSides(tx, beside),
    arrivals: await arrivalSides(tx, beside),
  }));
  if (mends)
    await em.transactional(async (tx) => {
      await addToTripCounters(tx, missing.counters);
      await addToArrivalCounters(tx, missing.arrivals);
    });
  return missing;
}

// A slot that is not named yet is not counted yet.
const countVisits =
  'select place_id as placeId, slot, count(*) as sum from visits where id > ? and id <= ? and slot is not null group by place_id, slot';
// What waits to be folded is in neither sum.
const countedVisits = `
  select place_id as placeId, slot, -delta as sum from arrival_marks
  union all select place_id, slot, -value from arrival_counters`;

async function arrivalSides(tx: Em, beside: Em): Promise<ArrivalSum[]> {
  type Row = Omit<ArrivalSum, 'sum'> & { sum: number | string };
  const missing = new Sums(keyOfArrivals);
  const add = (rows: readonly Row[]): void => missing.add(rows.map((row) => ({ ...row, sum: Number(row.sum) })));
  add(await tx.execute(countedVisits));
  await eachIdSpan({ fork: () => beside, table: 'visits', rows: visitsAtOnce }, async ({ after, until }) =>
    add(await tx.execute(countVisits, [after, until])),
  );
  return missing.list();
}
