import type { TripMeasure } from '@yitang/domain/visit';
import { familyOfEm, type Em } from '../../../database/index.ts';
import { Sums } from '../counter/sums.ts';

/** What is to be added to one counter of trips. */
export interface TripSum {
  readonly matterId: string;
  readonly month: string;
  /** null: not stated. */
  readonly declared: number | null;
  readonly measure: TripMeasure;
  readonly sum: number;
}

/** How the key of a counter writes the declared number: a key takes no null. */
const declaredKey = (declared: number | null): number => (declared === null ? 0 : declared + 1);
export const declaredOf = (key: number): number | null => (Number(key) === 0 ? null : Number(key) - 1);

export const keyOfTrips = ({ matterId, month, declared, measure }: TripSum): string =>
  `${matterId} ${month} ${declaredKey(declared)} ${measure}`;

const atOnce = 400;

export async function addToTripCounters(em: Em, parts: readonly TripSum[]): Promise<void> {
  const sums = new Sums(keyOfTrips, parts).list();
  for (let start = 0; start < sums.length; start += atOnce) await add(em, sums.slice(start, start + atOnce));
}

async function add(em: Em, sums: readonly TripSum[]): Promise<void> {
  const onPresent =
    familyOfEm(em) === 'sqlite'
      ? 'on conflict (matter_id, month, declared, measure) do update set value = value + excluded.value'
      : 'on duplicate key update value = value + values(value)';
  await em.execute(
    `insert into trip_counters (matter_id, month, declared, measure, value)
     values ${sums.map(() => '(?, ?, ?, ?, ?)').join(', ')} ${onPresent}`,
    sums.flatMap(({ matterId, month, declared, measure, sum }) => [
      matterId,
      month,
      declaredKey(declared),
      measure,
      sum,
    ]),
    'run',
  );
}
