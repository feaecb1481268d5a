import { highFrequencySet, inheritVolumes, type HighFrequencyRow } from '@yitang/domain/high-frequency';
import { settleVolumes, type SettledVolume } from '@yitang/domain/volume';
import type { Audience, CivilDate, CivilMonth } from '@yitang/domain/vocabulary';
import { catalogOn, type CatalogDay, type PublishedMatter } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { requirePeriod, type Period } from '../require-period.ts';
import { findFirstMonth, loadVolumeSources, sourcesWithin, type VolumeSources } from '../volume/index.ts';

export interface FrequencyQuery {
  /** Civil day; today where it is left out. Matters are those that were published then. */
  readonly asOf?: CivilDate | undefined;
  /** Complete months that end on or before that day. */
  readonly months: number;
  /** Only matters for one of these; left out or empty: for anybody. */
  readonly audiences?: readonly Audience[] | undefined;
  /** Leaves 即办件 out of the set and of the total. */
  readonly withoutInstant?: boolean | undefined;
  /** Reports and choices as they were recorded until then. Our own counters have no recording time and are as of now. */
  readonly recordedUntil?: Date | undefined;
}

export interface ComputedRow extends HighFrequencyRow {
  readonly matter: PublishedMatter;
  /** Of the volume, what our own counters counted and what was reported, inherited volumes included. */
  readonly own: number;
  readonly reported: number;
  /** Of the volume, what came from matters that this one took over. */
  readonly inherited: number;
  /** Months in which several sources stand against each other and nobody has chosen. */
  readonly openMonths: number;
}

/**
 * Why there is no set. `before-data`: the period ends before the first month of which anything is known. `no-matters`:
 * nothing was published on that day.
 */
export type NotComputable = 'no-cases' | 'no-matters' | 'before-data';

export interface ComputedSet {
  readonly asOf: CivilDate;
  readonly firstMonth: CivilMonth;
  readonly lastMonth: CivilMonth;
  readonly months: readonly CivilMonth[];
  readonly total: number;
  readonly setSize: number;
  readonly isComputable: boolean;
  /** null: there is a set. */
  readonly whyNot: NotComputable | null;
  /** The first month of which anything is known, where the period begins before it: the set then rests on fewer months. */
  readonly knownSince: CivilMonth | null;
  /** Cases of retired matters without a successor; they are not in the total. */
  readonly retired: number;
  readonly openMonths: number;
  readonly rows: readonly ComputedRow[];
}

/**
 * 高频事项 of any period by what our counters and other systems have: for pages, targets, filing and the frozen sets of
 * years. Costs the number of matters and months, not of cases.
 * @throws `request.invalid` for a day to come
 */
export async function computeHighFrequencySet(call: Asking, query: FrequencyQuery): Promise<ComputedSet> {
  return rankMatters(await loadFrequencyFacts(call, query), query);
}

/** What a set is computed from, to be ranked in several ways. */
export interface FrequencyFacts extends Period {
  readonly day: CatalogDay;
  /** What `settled` was added up from, month by month. */
  readonly sources: VolumeSources;
  readonly settled: readonly SettledVolume[];
  /** The first month of which anything is known. */
  readonly known: CivilMonth | undefined;
}

/**
 * Of volumes that are loaded already, the months of the period are taken from them.
 * @throws `request.invalid` for a day to come
 */
export async function loadFrequencyFacts(
  call: Asking,
  query: Pick<FrequencyQuery, 'asOf' | 'months' | 'recordedUntil'>,
  loaded?: VolumeSources,
): Promise<FrequencyFacts> {
  const period = requirePeriod(call, query);
  const range = { first: period.firstMonth, last: period.lastMonth };
  const { recordedUntil } = query;
  const day = await catalogOn(call, period.asOf);
  const sources =
    loaded === undefined ? await loadVolumeSources(call.em, { ...range, recordedUntil }) : sourcesWithin(loaded, range);
  const settled = settleVolumes({ first: period.firstMonth, months: period.months.length, ...sources });
  return { ...period, day, sources, settled, known: await findFirstMonth(call.em) };
}

/** The set of those matters that are asked for, out of facts that are there. */
export function rankMatters(facts: FrequencyFacts, wanted: Wanted): ComputedSet {
  const { day, settled, known, asOf, firstMonth, lastMonth, months } = facts;
  const period = { asOf, firstMonth, lastMonth, months };
  const ranked = rank(day, settled, wanted);
  const isBefore = known === undefined || known > period.lastMonth;
  return {
    ...period,
    ...ranked,
    isComputable: ranked.isComputable && !isBefore,
    knownSince: !isBefore && known > period.firstMonth ? known : null,
    whyNot: isBefore
      ? 'before-data'
      : day.matters.length === 0
        ? 'no-matters'
        : ranked.isComputable
          ? null
          : 'no-cases',
  };
}

type Wanted = Pick<FrequencyQuery, 'audiences' | 'withoutInstant'>;
type Ranked = Pick<ComputedSet, 'total' | 'setSize' | 'isComputable' | 'retired' | 'openMonths' | 'rows'>;

function rank(day: CatalogDay, settled: readonly SettledVolume[], query: Wanted): Ranked {
  const codes = codesOf(day);
  const known = settled.flatMap((one) => {
    const code = codes.get(one.matterId);
    return code === undefined ? [] : [{ ...one, code }];
  });
  const successors = new Map(
    day.retired.flatMap(({ code, successorCode }) => (successorCode === null ? [] : [[code, successorCode]])),
  );
  const published = day.matters.map(({ code }) => code);
  const inherit = (of: (one: SettledVolume) => number) =>
    inheritVolumes(
      published,
      known.map((one) => ({ code: one.code, volume: of(one) })),
      successors,
    );
  const volumes = inherit(({ volume }) => volume);
  const [own, open] = [inherit(({ own: cases }) => cases), inherit(({ openMonths }) => openMonths)].map(
    (inherited) => new Map(inherited.volumes.map(({ code, volume }) => [code, volume])),
  );
  const direct = new Map(known.map(({ code, volume }) => [code, volume]));
  const matters = new Map(day.matters.map((matter) => [matter.code, matter]));
  const counted = highFrequencySet(volumes.volumes.filter(({ code }) => isWanted(matters.get(code), query)));
  const rows = counted.rows.flatMap((row): ComputedRow[] => {
    const matter = matters.get(row.code);
    if (matter === undefined) return [];
    const counts = { own: own?.get(row.code) ?? 0, openMonths: open?.get(row.code) ?? 0 };
    const inherited = row.volume - (direct.get(row.code) ?? 0);
    return [{ ...row, ...counts, inherited, reported: row.volume - counts.own, matter }];
  });
  return { ...counted, rows, retired: volumes.retired, openMonths: rows.reduce((sum, row) => sum + row.openMonths, 0) };
}

/** Of matters in force that day and of those that had been retired. */
function codesOf({ matters, retired }: CatalogDay): Map<string, string> {
  return new Map([...retired, ...matters].map(({ id, code }) => [id, code]));
}

function isWanted(matter: PublishedMatter | undefined, { audiences = [], withoutInstant }: Wanted): boolean {
  if (matter === undefined) return false;
  if (withoutInstant === true && matter.guide.projectType === 'instant') return false;
  return audiences.length === 0 || matter.summary.audiences.some((audience) => audiences.includes(audience));
}
