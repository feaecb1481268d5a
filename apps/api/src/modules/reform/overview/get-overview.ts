import { addDistributions, bucketOf, noTrips, rateOf, visitDefinitions, type TripBucket } from '@yitang/domain/visit';
import type { ReformOverviewData } from '@yitang/contract';
import { findTripFigures, type TripFigures } from '../../case/index.ts';
import type { PublishedMatter } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { loadFrequencyFacts, rankMatters } from '../frequency/compute-high-frequency-set.ts';
import { requirePeriod } from '../require-period.ts';
import { evaluateBoard, loadBoard } from '../target/evaluate-targets.ts';
import { onlineOn } from '../target/online-on.ts';
import { byHeir } from '../trip/by-heir.ts';
import { rememberUndated, type VolumeSources } from '../volume/index.ts';
import { departmentFigures } from './department-figures.ts';
import { volumeHeat } from './volume-heat.ts';

export interface OverviewQuery {
  /** Civil day; today where it is left out. */
  readonly asOf?: string | undefined;
  /** Complete months that end on or before it. */
  readonly months: number;
  /** Volumes, targets and sets as they were recorded until then; left out: as they are known now. */
  readonly recordedUntil?: Date | undefined;
}

/**
 * How the reform stands. What guides declare and what people really made stand beside each other and are never mixed.
 * Costs the number of matters and months, not of cases.
 * @throws `request.invalid` for a day to come
 */
export async function getOverview(call: Asking, query: OverviewQuery): Promise<ReformOverviewData> {
  const { asOf, firstMonth, lastMonth } = requirePeriod(call, query);
  const months = { first: firstMonth, last: lastMonth };
  // Volumes are loaded once for everything on the page.
  const board = await loadBoard(call, { asOf, also: months, recordedUntil: query.recordedUntil });
  const { recordedUntil } = query;
  const { day, set, heat } = await rememberUndated(call, ['overview', asOf, months], {
    recordedUntil,
    load: () => volumesOf(call, query, board.evaluation.source.volumes.sources),
  });
  const { rows, total, setSize, isComputable } = set;
  const trips = await findTripFigures(call.em, months);
  const matters = rows.map(({ matter }) => matter);
  return {
    ...{ asOf, firstMonth, lastMonth, total, setSize, isComputable },
    matters: matters.length,
    targets: evaluateBoard(board).filter(({ isRetired }) => !isRetired),
    declared: declaredSpread(matters),
    measured: visitDefinitions.toReversed().map((definition) => measuredOf(definition, trips[definition])),
    heat,
    departments: departmentFigures(call, {
      ...{ rows, trips: byHeir(day, trips['2019']) },
      isOnline: await onlineOn(call, asOf),
    }),
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** All on the page that rests on volumes alone. */
async function volumesOf(call: Asking, query: OverviewQuery, loaded: VolumeSources) {
  const facts = await loadFrequencyFacts(call, query, loaded);
  const { day, months, sources } = facts;
  const set = rankMatters(facts, {});
  return { day, set, heat: volumeHeat({ day, months, sources, rows: set.rows }) };
}

function declaredSpread(matters: readonly PublishedMatter[]): ReformOverviewData['declared'] {
  const spread: Record<TripBucket, number> = { ...noTrips };
  for (const { guide } of matters) spread[bucketOf(guide.visitsOnSite)] += 1;
  return spread;
}

function measuredOf(
  definition: ReformOverviewData['measured'][number]['definition'],
  figures: readonly TripFigures[],
): ReformOverviewData['measured'][number] {
  const spread = addDistributions(figures.map(({ distribution }) => distribution));
  const { onceOrLess, known, finished } = rateOf(spread);
  return { definition, spread: { ...spread }, rate: { onceOrLess, known, finished } };
}
