import type { ReformResultsData, ResultMatterData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { completeMonthsUntil } from '@yitang/domain/high-frequency';
import { publicShare } from '@yitang/domain/results';
import type { TargetMatter } from '@yitang/domain/target';
import { addDistributions } from '@yitang/domain/visit';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { findTripFigures } from '../../case/index.ts';
import { findLastSurvey } from '../../feedback/index.ts';
import type { Asking } from '../asking.ts';
import { departmentNames } from '../frequency/department-names.ts';
import { factsOn, loadTargetSource } from '../target/day-facts.ts';
import { loadTargets } from '../target/load-targets.ts';
import { catalogOn, type CatalogDay } from '../../catalog/index.ts';
import { byHeir } from '../trip/by-heir.ts';
import { mergeLists, type Behind, type NamedMatter } from './figure-lists.ts';
import { resultReduction } from './result-reduction.ts';
import { resultSet } from './result-set.ts';
import { resultTargets } from './result-targets.ts';
import { resultTrips, type TripSides } from './result-trips.ts';

/** Everything that the public page, its lists and its open data are made from, live or frozen. */
export interface Standing {
  readonly results: ReformResultsData;
  /** By code: all matters of the day, and those behind a figure that are no longer among them. */
  readonly rows: readonly ResultMatterData[];
}

export interface Moment {
  readonly asOf: CivilDate;
  /** As it was recorded until then; left out: as it is known now. */
  readonly recordedUntil?: Date | undefined;
}

/** What the reform has reached on a day, without anything that points to a person. Costs matters and months, not cases. */
export async function computeResults(call: Asking, { asOf, recordedUntil }: Moment): Promise<Standing> {
  const source = await loadTargetSource(call, { on: [asOf], recordedUntil });
  const facts = factsOn(call, source, asOf);
  const matters = facts.matters ?? [];
  const sides = await findTripSides(call, asOf);
  const parts = {
    targets: resultTargets(await loadTargets(call.em, recordedUntil), facts, source.today),
    trips: resultTrips(matters, sides),
    highFrequency: await resultSet(call, recordedUntil),
    reduction: await resultReduction(call, source.days.firstDay, asOf),
  };
  const { config } = call.deps;
  return {
    results: {
      ...{ university: config.university.name, asOf, matters: matters.length },
      targets: parts.targets.value,
      trips: parts.trips.value,
      highFrequency: parts.highFrequency.value,
      reduction: parts.reduction.value,
      survey: await surveyUntil(call, recordedUntil),
      countedAt: call.now.toISOString(),
      isDemo: config.mode !== 'production',
    },
    rows: rowsOf(call, { day: await catalogOn(call, asOf), matters, behind: Object.values(parts), sides }),
  };
}

async function findTripSides(call: Asking, asOf: CivilDate): Promise<TripSides> {
  const { months } = completeMonthsUntil(asOf, 12);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return { firstMonth: first, lastMonth: last, measured: await findTripFigures(call.em, { first, last }) };
}

async function surveyUntil(call: Asking, recordedUntil: Date | undefined): Promise<ReformResultsData['survey']> {
  const found = await findLastSurvey(call.em, recordedUntil ?? call.now);
  if (found === undefined) return null;
  const { closedAt, ...survey } = found;
  return { ...survey, closedOn: civilDateAt(closedAt, call.deps.config.timeZone) };
}

interface RowSource {
  readonly day: CatalogDay;
  readonly matters: readonly TargetMatter[];
  readonly behind: readonly Behind[];
  readonly sides: TripSides;
}

function rowsOf(call: Asking, { day, matters, behind, sides }: RowSource): ResultMatterData[] {
  const figures = mergeLists(behind);
  const nameOf = departmentNames(call);
  const made = byHeir(day, sides.measured['2019']);
  const offered = matters.map((matter): ResultMatterData => {
    const { id, code, name, visits, isOnline, depth, isMobile } = matter;
    const distribution = addDistributions((made.get(id) ?? []).map((one) => one.distribution));
    const measuredShare = publicShare(distribution);
    return {
      ...{ code, name, visits, isOnline, depth, isMobile, measuredShare },
      department: nameOf(matter.departmentId),
      isOffered: true,
      figures: [...(figures.get(code) ?? []), ...(measuredShare === null ? [] : ['measured'])],
    };
  });
  const known = new Set(offered.map(({ code }) => code));
  const others = new Map(behind.flatMap(({ others: named }) => named.map((one) => [one.code, one] as const)));
  const gone = [...others.values()].filter(({ code }) => !known.has(code) && figures.has(code));
  return [...offered, ...gone.map((one) => goneRow(one, figures.get(one.code) ?? []))].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}

const goneRow = (named: NamedMatter, figures: string[]): ResultMatterData => ({
  ...named,
  ...{ visits: null, isOnline: false, depth: null, isMobile: false, measuredShare: null, isOffered: false, figures },
});
