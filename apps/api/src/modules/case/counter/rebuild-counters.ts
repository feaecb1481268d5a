import type { Em } from '../../../database/index.ts';
import { addToCounters, type CounterSum } from './add-to-counters.ts';

// One statement, so that it sees events and counters as of one instant; what waits to be folded is in neither sum.
const compare = `
  select matter_id as matterId, month, measure, sum(n) as missing from (
    select c.matter_id, substr(e.counted_on, 1, 7) as month, e.type as measure, count(*) as n
      from case_events e join cases c on c.id = e.case_id
      where e.counted_on is not null and e.pending is null
      group by c.matter_id, substr(e.counted_on, 1, 7), e.type
    union all select matter_id, month, measure, -value from case_counters
  ) as sides group by matter_id, month, measure having sum(n) <> 0 order by matter_id, month, measure`;

/**
 * Counts all events again. Each entry is a counter that differs: `sum` is what it lacks (negative: has too much).
 * Empty when the counters are right.
 */
export async function compareCounters(em: Em): Promise<CounterSum[]> {
  const rows = await em.execute<(Omit<CounterSum, 'sum'> & { missing: number | string })[]>(compare);
  return rows.map(({ missing, ...key }) => ({ ...key, sum: Number(missing) }));
}

/** Compares and mends; returns what differed. */
export async function rebuildCounters(em: Em): Promise<CounterSum[]> {
  return em.transactional(async (tx) => {
    const differences = await compareCounters(tx);
    for (let start = 0; start < differences.length; start += 500) {
      await addToCounters(tx, differences.slice(start, start + 500));
    }
    return differences;
  });
}
