import type { TripMeasure } from '@yitang/domain/visit';
import { familyOfEm, type Em } from '../../../database/index.ts';

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

const keyOf = ({ matterId, month, declared, measure }: TripSum): string =>
  `${matterId} ${month} ${declaredKey(declared)} ${measure}`;

const atOnce = 400;

/** In the order of the keys, so that two writers lock the counters in the same order; sums of nothing are left out. */
export async function addToTripCounters(em: Em, parts: readonly TripSum[]): Promise<void> {
  const sums = new Map<string, TripSum>();
  for (const part of parts) {
    const key = keyOf(part);
    sums.set(key, { ...part, sum: part.sum + (sums.get(key)?.sum ?? 0) });
  }
  const sorted = [...sums]
    .filter(([, { sum }]) => sum !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
  for (let start = 0; start < sorted.length; start += atOnce) await add(em, sorted.slice(start, start + atOnce));
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
