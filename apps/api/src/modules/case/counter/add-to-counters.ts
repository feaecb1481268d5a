import { familyOfEm, type Em } from '../../../database/index.ts';

/** What is to be added to one counter. */
export interface CounterSum {
  readonly matterId: string;
  readonly month: string;
  readonly measure: string;
  readonly sum: number;
}

const keyOf = ({ matterId, month, measure }: CounterSum): string => `${matterId} ${month} ${measure}`;

/** One statement for all, in the order of the keys, so that two writers lock the counters in the same order. */
export async function addToCounters(em: Em, sums: readonly CounterSum[]): Promise<void> {
  if (sums.length === 0) return;
  const sorted = [...sums].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const add =
    familyOfEm(em) === 'sqlite'
      ? 'on conflict (matter_id, month, measure) do update set value = value + excluded.value'
      : 'on duplicate key update value = value + values(value)';
  await em.execute(
    `insert into case_counters (matter_id, month, measure, value) values ${sorted.map(() => '(?, ?, ?, ?)').join(', ')} ${add}`,
    sorted.flatMap(({ matterId, month, measure, sum }) => [matterId, month, measure, sum]),
    'run',
  );
}

/** Adds up what belongs to one counter. */
export function sumByCounter(parts: readonly CounterSum[]): CounterSum[] {
  const sums = new Map<string, CounterSum>();
  for (const part of parts) {
    const key = keyOf(part);
    sums.set(key, { ...part, sum: part.sum + (sums.get(key)?.sum ?? 0) });
  }
  return [...sums.values()];
}
