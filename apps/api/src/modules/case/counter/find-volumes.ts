import type { CivilMonth } from '@yitang/domain/vocabulary';
import { instantOrNull, type Em } from '../../../database/index.ts';

export interface Volume {
  readonly matterId: string;
  readonly month: CivilMonth;
  readonly value: number;
}

/**
 * Accepted cases of each matter and month, both months included, without those that were struck out later. Reads
 * counters: it costs the number of matters, not of cases, and is at most two seconds old.
 */
export async function findVolumes(em: Em, months: { first: CivilMonth; last: CivilMonth }): Promise<Volume[]> {
  const rows = await em.execute<Volume[]>(
    `select matter_id as matterId, month, sum(case when measure = 'accepted' then value else -value end) as value
       from case_counters
      where measure in ('accepted', 'voided', 'removed') and month between ? and ?
      group by matter_id, month order by matter_id, month`,
    [months.first, months.last],
  );
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}

/**
 * As of when the counters stand: every event before that instant has been taken in. Now, where none waits; a folder that
 * stands still shows here.
 */
export async function findCountedUntil(em: Em, now: Date): Promise<Date> {
  const [row] = await em.execute<{ at: unknown }[]>('select min(at) as at from case_events where pending = 1');
  return instantOrNull(row?.at ?? null) ?? now;
}
