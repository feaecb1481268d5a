import { yearOf } from '@yitang/domain/calendar';
import {
  completeMonthsUntil,
  highFrequencySet,
  inheritVolumes,
  type HighFrequencySet,
} from '@yitang/domain/high-frequency';
import type { ScopeSet, TargetMatter } from '@yitang/domain/target';
import { settleVolumes, type SettledVolume } from '@yitang/domain/volume';
import type { CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { findFrozenSet } from '../frequency/frozen-sets.ts';
import { loadVolumeSources } from '../volume/index.ts';

/** The 高频事项 of a day with the volumes that they are taken from. */
export interface DayVolumes {
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  readonly total: number;
  /** Codes of the set of that day, or why there is none. */
  readonly current: ScopeSet;
  /** Cases of twelve complete months, by code. */
  readonly volumes: ReadonlyMap<string, number>;
}

const months = 12;

/**
 * The one place where targets ask for volumes: settled cases, ours and reported ones, of the twelve complete months before the day, over the matters
 * of that day, with what successors took over.
 */
export async function findDayVolumes(
  call: Pick<Call, 'deps' | 'em'>,
  day: CivilDate,
  matters: readonly TargetMatter[],
): Promise<DayVolumes> {
  const period = completeMonthsUntil(day, months);
  const [firstMonth, lastMonth] = [period.months[0] ?? '', period.months.at(-1) ?? ''];
  const { retired, matters: published } = call.deps.services.get(catalogKey).current();
  const codes = new Map([...published, ...retired, ...matters].map(({ id, code }) => [id, code]));
  const successors = retired.flatMap(({ code, successorCode }) =>
    successorCode === null ? [] : [[code, successorCode] as const],
  );
  const counted = (await settle(call, firstMonth, lastMonth)).flatMap(({ matterId, volume }) => {
    const code = codes.get(matterId);
    return code === undefined ? [] : [{ code, volume }];
  });
  const inherited = inheritVolumes(
    matters.map(({ code }) => code),
    counted,
    new Map(successors),
  );
  const set = highFrequencySet(inherited.volumes);
  return {
    firstMonth,
    lastMonth,
    total: set.total,
    current: set.isComputable ? codesOf(set) : 'no-cases',
    volumes: new Map(inherited.volumes.map(({ code, volume }) => [code, volume])),
  };
}

const codesOf = ({ rows }: HighFrequencySet): ReadonlySet<string> =>
  new Set(rows.filter(({ isHighFrequency }) => isHighFrequency).map(({ code }) => code));

async function settle({ em }: Pick<Call, 'em'>, first: CivilMonth, last: CivilMonth): Promise<SettledVolume[]> {
  return settleVolumes({ first, months, ...(await loadVolumeSources(em, { first, last })) });
}

/** The set that was frozen for the year before the day, or for the year itself on its last day; without one there is none. */
export async function findFrozenCodes({ em }: Pick<Call, 'em'>, day: CivilDate): Promise<ScopeSet> {
  const year = yearOf(day);
  const found =
    (day.endsWith('-12-31') ? await findFrozenSet(em, year) : undefined) ?? (await findFrozenSet(em, year - 1));
  if (found === undefined) return 'no-frozen-set';
  return codesOf(highFrequencySet(found.document.rows.map(({ code, volume }) => ({ code, volume }))));
}
