import {
  countByMatter,
  highFrequencySet,
  type HighFrequencyRow,
  type JointRule,
  type MatterVolume,
} from '@yitang/domain/high-frequency';
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
  /** How cases of a 一件事 count; left out: by component. */
  readonly joint?: JointRule | undefined;
  /** What was recorded until then; left out: what is known now. */
  readonly recordedUntil?: Date | undefined;
}

export interface ComputedRow extends HighFrequencyRow {
  readonly matter: PublishedMatter;
  /** Of the volume, what our own counters counted and what was reported, inherited volumes included. */
  readonly own: number;
  readonly reported: number;
  /** Of the volume, what came from matters that this one took over. */
  readonly inherited: number;
  /** Of the volume, what came as a part of a 一件事; below 0 for the 一件事, whose cases count for its components. */
  readonly joint: number;
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
  /** Cases of matters that are paused that day; neither these nor the matters are in the set (handbook: active ones). */
  readonly paused: number;
  /** The matters of both sums that had cases, most first. */
  readonly leftOut: readonly LeftOut[];
  readonly openMonths: number;
  readonly rows: readonly ComputedRow[];
}

export interface LeftOut extends MatterVolume {
  readonly name: string;
  readonly departmentId: string;
  readonly why: 'retired' | 'paused';
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
    loaded === undefined ? await loadVolumeSources(call, { ...range, recordedUntil }) : sourcesWithin(loaded, range);
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

type Wanted = Pick<FrequencyQuery, 'audiences' | 'withoutInstant' | 'joint'>;
type Ranked = Pick<
  ComputedSet,
  'total' | 'setSize' | 'isComputable' | 'retired' | 'paused' | 'leftOut' | 'openMonths' | 'rows'
>;

function rank(day: CatalogDay, settled: readonly SettledVolume[], query: Wanted): Ranked {
  const { volumes, retired, partsOf } = countMatters(day, settled, query.joint);
  const matters = new Map(day.matters.map((matter) => [matter.code, matter]));
  const isPaused = ({ code }: { code: string }) => matters.get(code)?.paused !== null;
  const paused = volumes.filter(isPaused);
  const counted = highFrequencySet(volumes.filter((one) => !isPaused(one) && isWanted(matters.get(one.code), query)));
  const rows = counted.rows.flatMap((row): ComputedRow[] => {
    const matter = matters.get(row.code);
    return matter === undefined ? [] : [{ ...row, ...partsOf(row.code), matter }];
  });
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  return {
    ...counted,
    rows,
    retired: sum(retired.map(({ volume }) => volume)),
    paused: sum(paused.map(({ volume }) => volume)),
    leftOut: [...leftOut(retired, 'retired', day.retired), ...leftOut(paused, 'paused', day.matters)],
    openMonths: sum(rows.map(({ openMonths }) => openMonths)),
  };
}

type Named = Pick<PublishedMatter, 'code' | 'name' | 'departmentId'>;

function leftOut(volumes: readonly MatterVolume[], why: LeftOut['why'], named: readonly Named[]): LeftOut[] {
  const matters = new Map(named.map((matter) => [matter.code, matter]));
  return volumes
    .filter(({ volume }) => volume !== 0)
    .sort((a, b) => b.volume - a.volume || (a.code < b.code ? -1 : 1))
    .flatMap(({ code, volume }) => {
      const matter = matters.get(code);
      return matter === undefined ? [] : [{ code, volume, name: matter.name, departmentId: matter.departmentId, why }];
    });
}

type Parts = Pick<ComputedRow, 'own' | 'reported' | 'inherited' | 'joint' | 'openMonths'>;

interface CountedMatters {
  readonly volumes: readonly MatterVolume[];
  readonly retired: readonly MatterVolume[];
  /** What the volume of a matter is made of. */
  readonly partsOf: (code: string) => Parts;
}

/** The cases of all matters of the day, those of their forebears and of 一件事 where they belong. */
function countMatters(
  day: CatalogDay,
  settled: readonly SettledVolume[],
  joint: JointRule = 'components',
): CountedMatters {
  const codes = codesOf(day);
  const known = settled.flatMap((one) => {
    const code = codes.get(one.matterId);
    return code === undefined ? [] : [{ ...one, code }];
  });
  const catalog = {
    published: day.matters.map(({ code }) => code),
    retired: day.retired,
    componentsOf: new Map(day.matters.map(({ code, guide }) => [code, guide.componentCodes ?? []])),
  };
  const count = (of: (one: SettledVolume) => number) =>
    countByMatter(
      known.map((one) => ({ code: one.code, volume: of(one) })),
      catalog,
      joint,
    );
  const byCode = (volumes: readonly MatterVolume[]) => new Map(volumes.map(({ code, volume }) => [code, volume]));
  const all = count(({ volume }) => volume);
  const [volume, inherited] = [byCode(all.volumes), byCode(all.inherited)];
  const [own, open] = [count(({ own: cases }) => cases), count(({ openMonths }) => openMonths)].map((one) =>
    byCode(one.volumes),
  );
  const direct = new Map(known.map((one) => [one.code, one.volume]));
  return {
    volumes: all.volumes,
    retired: all.retired,
    partsOf(code) {
      const of = (counts: ReadonlyMap<string, number> | undefined) => counts?.get(code) ?? 0;
      const [whole, beforeJoint, ownCases] = [of(volume), of(inherited), of(own)];
      return {
        own: ownCases,
        reported: whole - ownCases,
        inherited: beforeJoint - of(direct),
        joint: whole - beforeJoint,
        openMonths: of(open),
      };
    },
  };
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
