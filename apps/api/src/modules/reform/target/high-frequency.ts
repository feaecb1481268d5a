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
import { catalogKey } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
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

interface VolumeDay {
  readonly on: CivilDate;
  readonly matters: readonly TargetMatter[];
  /** Left out: as is known now. */
  readonly recordedUntil?: Date | undefined;
}

/**
 * The one place where targets ask for volumes: settled cases, ours and reported ones, of the twelve complete months before the day, over the matters
 * of that day, with what successors took over.
 */
export async function findDayVolumes(
  call: Pick<Asking, 'deps' | 'em'>,
  { on, matters, recordedUntil }: VolumeDay,
): Promise<DayVolumes> {
  const period = completeMonthsUntil(on, months);
  const [firstMonth, lastMonth] = [period.months[0] ?? '', period.months.at(-1) ?? ''];
  const { retired, matters: published } = call.deps.services.get(catalogKey).current();
  const codes = new Map([...published, ...retired, ...matters].map(({ id, code }) => [id, code]));
  const successors = retired.flatMap(({ code, successorCode }) =>
    successorCode === null ? [] : [[code, successorCode] as const],
  );
  const counted = (await settle(call, { first: firstMonth, last: lastMonth, recordedUntil })).flatMap(
    ({ matterId, volume }) => {
      const code = codes.get(matterId);
      return code === undefined ? [] : [{ code, volume }];
    },
  );
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

interface Range {
  readonly first: CivilMonth;
  readonly last: CivilMonth;
  readonly recordedUntil: Date | undefined;
}

async function settle({ em }: Pick<Asking, 'em'>, range: Range): Promise<SettledVolume[]> {
  return settleVolumes({ first: range.first, months, ...(await loadVolumeSources(em, range)) });
}

/** The set that was frozen for the year before the day, or for the year itself on its last day; without one there is none. */
export async function findFrozenCodes(
  { em }: Pick<Asking, 'em'>,
  day: CivilDate,
  frozenUntil?: Date,
): Promise<ScopeSet> {
  const year = yearOf(day);
  const found =
    (day.endsWith('-12-31') ? await findFrozenSet(em, year, frozenUntil) : undefined) ??
    (await findFrozenSet(em, year - 1, frozenUntil));
  if (found === undefined) return 'no-frozen-set';
  return codesOf(highFrequencySet(found.document.rows.map(({ code, volume }) => ({ code, volume }))));
}
