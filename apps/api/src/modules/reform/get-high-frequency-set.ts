import { civilDateAt } from '@yitang/domain/calendar';
import { completeMonthsUntil, highFrequencySet } from '@yitang/domain/high-frequency';
import type { HighFrequencySetData } from '@yitang/contract';
import type { Call } from '../../platform/endpoint/index.ts';
import { findVolumes } from '../case/index.ts';
import { catalogKey } from '../catalog/index.ts';

export interface PeriodQuery {
  /** Civil date; today where it is left out. */
  readonly asOf?: string | undefined;
  readonly months: number;
}

export function periodOf(
  call: Call,
  { asOf, months }: PeriodQuery,
): { asOf: string; months: readonly string[]; first: string; last: string } {
  const day = asOf ?? civilDateAt(call.now, call.deps.config.timeZone);
  const period = completeMonthsUntil(day, months);
  return { asOf: day, months: period.months, first: period.months[0] ?? '', last: period.months.at(-1) ?? '' };
}

/** 高频事项 by the counters: accepted cases of complete months over the matters that are published now. */
export async function getHighFrequencySet(call: Call, query: PeriodQuery): Promise<HighFrequencySetData> {
  const { asOf, first, last } = periodOf(call, query);
  const snapshot = call.deps.services.get(catalogKey).current();
  const volumes = new Map<string, number>();
  for (const { matterId, value } of await findVolumes(call.em, { first, last })) {
    // What was counted of a retired matter passes on to the one that took over.
    const heir = snapshot.heirOf(matterId);
    volumes.set(heir, (volumes.get(heir) ?? 0) + value);
  }
  const counted = highFrequencySet(snapshot.matters.map(({ id, code }) => ({ code, volume: volumes.get(id) ?? 0 })));
  return {
    asOf,
    firstMonth: first,
    lastMonth: last,
    total: counted.total,
    setSize: counted.setSize,
    matters: counted.rows.length,
    isComputable: counted.isComputable,
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
    rows: counted.rows.flatMap((row) => {
      const entry = snapshot.findEntry(row.code);
      if (entry === undefined) return [];
      const { name, department, visitsOnSite, isOnline } = entry.card;
      return [{ ...row, name, department: department.name, visitsOnSite, isOnline }];
    }),
  };
}
