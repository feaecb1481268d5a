import { familyOfEm, type Em } from '../../../database/index.ts';
import { Sums } from '../counter/sums.ts';
import { takeMarks } from './fold-trips.ts';

const batchSize = 1_000;

export interface ArrivalSum {
  readonly placeId: string;
  readonly slot: string;
  readonly sum: number;
}

/** Adds visits that wait to the counters of places and hours, each once; returns how many there were. */
export async function foldArrivals(em: Em): Promise<number> {
  return em.transactional(async (tx) => {
    const marks = await tx.execute<{ id: string; place_id: string; slot: string; delta: number }[]>(
      `select id, place_id, slot, delta from arrival_marks order by id limit ${batchSize}`,
    );
    if (marks.length === 0) return 0;
    await takeMarks(
      tx,
      'arrival_marks',
      marks.map(({ id }) => id),
    );
    await addToArrivalCounters(
      tx,
      marks.map(({ place_id, slot, delta }) => ({ placeId: place_id, slot, sum: Number(delta) })),
    );
    return marks.length;
  });
}

export const keyOfArrivals = ({ placeId, slot }: ArrivalSum): string => `${placeId} ${slot}`;

export async function addToArrivalCounters(em: Em, parts: readonly ArrivalSum[]): Promise<void> {
  const sums = new Sums(keyOfArrivals, parts).list();
  for (let start = 0; start < sums.length; start += 500) await add(em, sums.slice(start, start + 500));
}

async function add(em: Em, sums: readonly ArrivalSum[]): Promise<void> {
  const onPresent =
    familyOfEm(em) === 'sqlite'
      ? 'on conflict (place_id, slot) do update set value = value + excluded.value'
      : 'on duplicate key update value = value + values(value)';
  await em.execute(
    `insert into arrival_counters (place_id, slot, value) values ${sums.map(() => '(?, ?, ?)').join(', ')} ${onPresent}`,
    sums.flatMap(({ placeId, slot, sum }) => [placeId, slot, sum]),
    'run',
  );
}
