import { asOfOneInstant, eachIdSpan, type Em } from '../../../database/index.ts';
import { addToCounters, keyOfCounter, type CounterSum } from './add-to-counters.ts';
import { Sums } from './sums.ts';

/** Told after each span how many events have been counted. */
type OnProgress = (events: number) => void;
type Row = Omit<CounterSum, 'sum'> & { sum: number | string };

const eventsAtOnce = 20_000;

/**
 * Counts all events again. Each entry is a counter that differs: `sum` is what it lacks (negative: has too much).
 * Empty when the counters are right. What waits to be folded is in neither sum.
 */
export async function compareCounters(em: Em, onProgress?: OnProgress): Promise<CounterSum[]> {
  return asOfOneInstant(em, async (tx, beside) => {
    const missing = new Sums(keyOfCounter);
    const add = (rows: readonly Row[]): void => missing.add(rows.map((row) => ({ ...row, sum: Number(row.sum) })));
    add(await tx.execute(countersTaken));
    const spans = { fork: () => beside, table: 'case_events', rows: eventsAtOnce };
    await eachIdSpan(spans, async ({ after, until }, seen) => {
      add(await tx.execute(countSpan, [after, until]));
      onProgress?.(seen);
    });
    return missing.list();
  });
}

// Along the ids, which events are stored by: no statement runs long, however many there are.
const countersTaken =
  'select matter_id as matterId, month, measure, recorded_on as recordedOn, -value as sum from case_counters';

const countSpan = `
  select c.matter_id as matterId, substr(e.counted_on, 1, 7) as month, e.type as measure,
         coalesce(e.recorded_on, '') as recordedOn, count(*) as sum
    from case_events e join cases c on c.id = e.case_id
   where e.id > ? and e.id <= ? and e.counted_on is not null and e.pending is null
   group by c.matter_id, substr(e.counted_on, 1, 7), e.type, coalesce(e.recorded_on, '')`;

/** Compares and mends; returns what differed. */
export async function rebuildCounters(em: Em, onProgress?: OnProgress): Promise<CounterSum[]> {
  const differences = await compareCounters(em, onProgress);
  await em.transactional((tx) => addToCounters(tx, differences));
  return differences;
}
