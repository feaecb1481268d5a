import type { Audience } from '@yitang/domain/vocabulary';
import type { HighFrequencyRowData, HighFrequencySetData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { departmentNames } from './department-names.ts';
import { isOpenOnline } from '../../catalog/index.ts';
import type { ComputedRow, ComputedSet } from './compute-high-frequency-set.ts';
import { rememberedSides } from './remembered-sets.ts';

export interface SetQuery {
  /** Civil date; today where it is left out. */
  readonly asOf?: string | undefined;
  readonly months: number;
  readonly audience?: Audience | undefined;
  readonly instant?: 'with' | 'without' | undefined;
}

/** 高频事项 of a period for a page, and how many there are when 即办件 are left out. */
export async function getHighFrequencySet(call: Call, query: SetQuery): Promise<HighFrequencySetData> {
  const { asOf, months, audience, instant } = query;
  const audiences = audience === undefined ? [] : [audience];
  const sides = await rememberedSides(call, { asOf, months, audiences });
  const set = instant === 'without' ? sides.withoutInstant : sides.all;
  return {
    ...factsOf(call, set),
    sides: { all: sideOf(sides.all), withoutInstant: sideOf(sides.withoutInstant) },
    rows: presentRows(call, set.rows),
  };
}

const sideOf = ({ total, setSize, rows }: ComputedSet) => ({ total, setSize, matters: rows.length });

function factsOf(call: Call, set: ComputedSet): Omit<HighFrequencySetData, 'rows' | 'sides'> {
  const { asOf, firstMonth, lastMonth, total, setSize, isComputable, whyNot, knownSince, retired, openMonths } = set;
  return {
    ...{ asOf, firstMonth, lastMonth, total, setSize, isComputable, whyNot, knownSince, retired, openMonths },
    matters: set.rows.length,
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

export function presentRows(call: Call, rows: readonly ComputedRow[]): HighFrequencyRowData[] {
  const nameOf = departmentNames(call);
  return rows.map(({ matter, ...row }) => ({
    ...row,
    name: matter.name,
    department: nameOf(matter.departmentId),
    visitsOnSite: matter.guide.visitsOnSite,
    isOnline: isOpenOnline(matter),
    isInstant: matter.guide.projectType === 'instant',
  }));
}
