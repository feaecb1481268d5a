import { affectedRows, type Em } from '../../../database/index.ts';
import { markTrips } from '../visit/mark-trips.ts';
import { addToCounters } from './add-to-counters.ts';
import { FoldedElsewhere } from './folded-elsewhere.ts';

interface PendingEvent {
  id: string;
  case_id: string;
  matter_id: string;
  type: string;
  counted_on: string;
  recorded_on: string | null;
}

const batchSize = 1_000;

/** After these a case's trips are tallied again: arrivals before it are found, or it enters or leaves the figures. */
const tallied: ReadonlySet<string> = new Set(['submitted', 'approved', 'declined', 'voided', 'removed']);

/**
 * Adds events that wait to the counters, each once, and returns how many there were. Of two instances that take the
 * same events the later finds them marked, rolls back and leaves them to the other.
 */
export async function foldCounters(em: Em): Promise<number> {
  return em.transactional(async (tx) => {
    const events = await tx.execute<PendingEvent[]>(
      `select e.id, e.case_id, c.matter_id, e.type, e.counted_on, e.recorded_on from case_events e join cases c on c.id = e.case_id
        where e.pending = 1 limit ${batchSize}`,
    );
    if (events.length === 0) return 0;
    // In the order of the key, so that two folders wait for each other instead of meeting in a deadlock.
    const ids = events.map(({ id }) => id).sort();
    const marked = await affectedRows(
      tx,
      `update case_events set pending = null where id in (${ids.map(() => '?').join(', ')}) and pending = 1`,
      ids,
    );
    if (marked !== ids.length) throw new FoldedElsewhere();
    await addToCounters(tx, events.map(asSum));
    await markTrips(
      tx,
      events.filter(({ type }) => tallied.has(type)).map(({ case_id }) => case_id),
    );
    return events.length;
  });
}

function asSum({ matter_id, type, counted_on, recorded_on }: PendingEvent) {
  return { matterId: matter_id, month: counted_on.slice(0, 7), measure: type, recordedOn: recorded_on ?? '', sum: 1 };
}
