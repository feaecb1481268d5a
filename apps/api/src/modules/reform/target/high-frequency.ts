import { yearOf } from '@yitang/domain/calendar';
import {
  completeMonthsUntil,
  countByMatter,
  highFrequencySet,
  type FrozenDocument,
  type HighFrequencySet,
} from '@yitang/domain/high-frequency';
import type { ScopeSet, TargetMatter } from '@yitang/domain/target';
import { settleVolumes } from '@yitang/domain/volume';
import type { CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import { catalogKey } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { findFrozenSets } from '../frequency/frozen-sets.ts';
import { loadVolumeSources, rememberUndated, type MonthSpan, type VolumeSources } from '../volume/index.ts';

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

/** Volumes of all months that some days ask for. */
interface SpanVolumes {
  /** undefined: no day asked. */
  readonly span: MonthSpan | undefined;
  readonly sources: VolumeSources;
  /** What was computed from them, each day once. */
  readonly byDay: Map<CivilDate, DayVolumes>;
}

/** The same and the sets that were frozen before these days. */
export interface LoadedVolumes extends SpanVolumes {
  /** By year. */
  readonly frozen: ReadonlyMap<number, ScopeSet>;
}

interface VolumeDays {
  readonly days: readonly CivilDate[];
  /** Months that whoever asks needs besides. */
  readonly also?: MonthSpan | undefined;
  /** Left out: as is known now. */
  readonly recordedUntil?: Date | undefined;
}

const nothing: VolumeSources = { counted: [], reported: [], choices: [] };

/** The one place where targets ask for volumes: once, whatever number of days they look at. */
export async function loadVolumes(call: Asking, { days, also, recordedUntil }: VolumeDays): Promise<LoadedVolumes> {
  const span = spanOf([...days.map(monthsBefore), ...(also === undefined ? [] : [also])]);
  const years = days.map(yearOf).flatMap((year) => [year - 1, year]);
  const sets = await findFrozenSets(call.em, years, recordedUntil);
  const load = async (): Promise<SpanVolumes> => ({
    span,
    sources: span === undefined ? nothing : await loadVolumeSources(call, { ...span, recordedUntil }),
    byDay: new Map(),
  });
  return {
    ...(await rememberUndated(call, ['volumes of days', span], { recordedUntil, load })),
    frozen: new Map([...sets].map(([year, { document }]) => [year, setOf(document.rows)])),
  };
}

/** The twelve complete months whose volumes count on a day. */
function monthsBefore(on: CivilDate): MonthSpan {
  const { months: counted } = completeMonthsUntil(on, months);
  return { first: counted[0] ?? '', last: counted.at(-1) ?? '' };
}

function spanOf(spans: readonly MonthSpan[]): MonthSpan | undefined {
  const months = spans.flatMap(({ first, last }) => [first, last]).sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

interface VolumeDay {
  readonly on: CivilDate;
  readonly matters: readonly TargetMatter[];
}

/**
 * Settled cases, ours and reported ones, of the twelve complete months before the day, over the matters of that day, with
 * what successors took over and components of a 一件事 were given.
 * @throws RangeError for a day whose months were not loaded
 */
export function dayVolumes(call: Pick<Asking, 'deps'>, loaded: LoadedVolumes, asked: VolumeDay): DayVolumes {
  const known = loaded.byDay.get(asked.on) ?? computeVolumes(call, loaded, asked);
  loaded.byDay.set(asked.on, known);
  return known;
}

function computeVolumes(
  call: Pick<Asking, 'deps'>,
  { span, sources }: SpanVolumes,
  { on, matters }: VolumeDay,
): DayVolumes {
  const { first: firstMonth, last: lastMonth } = monthsBefore(on);
  if (span === undefined || firstMonth < span.first || lastMonth > span.last)
    throw new RangeError(`the volumes of ${on} were not loaded`);
  const { retired, matters: published } = call.deps.services.get(catalogKey).current();
  const codes = new Map([...published, ...retired, ...matters].map(({ id, code }) => [id, code]));
  const counted = settleVolumes({ first: firstMonth, months, ...sources }).flatMap(({ matterId, volume }) => {
    const code = codes.get(matterId);
    return code === undefined ? [] : [{ code, volume }];
  });
  const catalog = {
    published: matters.map(({ code }) => code),
    retired,
    componentsOf: new Map(matters.map(({ code, componentCodes }) => [code, componentCodes])),
  };
  const { volumes } = countByMatter(counted, catalog, 'components');
  const set = highFrequencySet(volumes);
  return {
    firstMonth,
    lastMonth,
    total: set.total,
    current: set.isComputable ? codesOf(set) : 'no-cases',
    volumes: new Map(volumes.map(({ code, volume }) => [code, volume])),
  };
}

const setOf = (rows: FrozenDocument['rows']): ReadonlySet<string> =>
  codesOf(highFrequencySet(rows.map(({ code, volume }) => ({ code, volume }))));

const codesOf = ({ rows }: HighFrequencySet): ReadonlySet<string> =>
  new Set(rows.filter(({ isHighFrequency }) => isHighFrequency).map(({ code }) => code));

/** The set that was frozen for the year before the day, or for the year itself on its last day; without one there is none. */
export function frozenCodesOn({ frozen }: LoadedVolumes, day: CivilDate): ScopeSet {
  const year = yearOf(day);
  const ownYear = day.endsWith('-12-31') ? frozen.get(year) : undefined;
  return ownYear ?? frozen.get(year - 1) ?? 'no-frozen-set';
}
