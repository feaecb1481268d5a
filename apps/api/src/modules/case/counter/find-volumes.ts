import type { CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import { instantOrNull, type Em } from '../../../database/index.ts';

export interface Volume {
  readonly matterId: string;
  readonly month: CivilMonth;
  readonly value: number;
}

export interface VolumesQuery {
  /** Both months included. */
  readonly first: CivilMonth;
  readonly last: CivilMonth;
  /** As it was known at the end of that day, which is not before the last month; left out: as it is known now. */
  readonly knownOn?: CivilDate | undefined;
}

/**
 * Accepted cases of each matter and month, without those that were struck out later. Reads counters: it costs the number of
 * matters, not of cases, and is at most two seconds old.
 */
export async function findVolumes(em: Em, { first, last, knownOn }: VolumesQuery): Promise<Volume[]> {
  const rows = await em.execute<Volume[]>(
    `select matter_id as matterId, month, sum(case when measure = 'accepted' then value else -value end) as value
       from case_counters
      where measure in ('accepted', 'voided', 'removed') and month between ? and ?${knownOn === undefined ? '' : ' and recorded_on <= ?'}
      group by matter_id, month order by matter_id, month`,
    [first, last, ...(knownOn === undefined ? [] : [knownOn])],
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
