import {
  addDistributions,
  noTrips,
  tripBuckets,
  type TripBucket,
  type TripDistribution,
  type TripMeasure,
  type VisitDefinition,
} from '@yitang/domain/visit';
import type { CivilMonth, TripCause } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { declaredOf } from './trip-counters.ts';

export interface TripMonths {
  /** Both included; months of the decision. */
  readonly first: CivilMonth;
  readonly last: CivilMonth;
}

/** Decided cases of one matter, under guides that declared one number of trips, by the trips that they really took. */
export interface TripFigures {
  readonly matterId: string;
  /** Of the guide that the cases were submitted under; null: it stated none. */
  readonly declared: number | null;
  /** By bucket; `unknown` is beside the known ones, never among them. */
  readonly distribution: TripDistribution;
  /** Of the known cases, all trips together. */
  readonly trips: number;
  /** Cases with more trips than were declared. */
  readonly over: number;
  /** Cases in which the applicant's answer and the records differ. */
  readonly disputed: number;
  /** Cases in which a kiosk or locker was used: shown apart. */
  readonly kiosk: number;
}

/** The same for one month. */
export interface TripCell extends TripFigures {
  readonly month: CivilMonth;
}

/** What was read once, counted by each definition. */
export type ByDefinition<T> = Readonly<Record<VisitDefinition, readonly T[]>>;

interface Row {
  matterId: string;
  declared: number;
  measure: TripMeasure;
  value: number | string;
}

/** Per matter and month; costs the number of matters, not of cases, and is at most two seconds old. */
export async function findTripCells(
  em: Em,
  { first, last, matterIds }: TripMonths & { matterIds?: readonly string[] },
): Promise<ByDefinition<TripCell>> {
  if (matterIds?.length === 0) return byDefinition(() => []);
  const only = matterIds === undefined ? '' : `and matter_id in (${matterIds.map(() => '?').join(', ')})`;
  const rows = await em.execute<(Row & { month: CivilMonth })[]>(
    `select matter_id as matterId, month, declared, measure, value from trip_counters
      where month between ? and ? and value <> 0 ${only} order by matter_id, month, declared`,
    [first, last, ...(matterIds ?? [])],
  );
  const groups = [...Map.groupBy(rows, ({ matterId, month, declared }) => `${matterId} ${month} ${declared}`).values()];
  return byDefinition((definition) =>
    groups.map((group) => ({ ...figuresOf(group, definition), month: group[0]?.month ?? '' })),
  );
}

/** Over all these months. Matters are those that the cases were of: see `heirOf`. */
export async function findTripFigures(em: Em, { first, last }: TripMonths): Promise<ByDefinition<TripFigures>> {
  // Added up where they lie: the counters of a year are some thirty thousand rows, what is asked for a few hundred.
  const rows = await em.execute<Row[]>(
    `select matter_id as matterId, declared, measure, sum(value) as value from trip_counters
      where month between ? and ? group by matter_id, declared, measure having sum(value) <> 0
      order by matter_id, declared`,
    [first, last],
  );
  const groups = [...Map.groupBy(rows, ({ matterId, declared }) => `${matterId} ${declared}`).values()];
  return byDefinition((definition) => groups.map((group) => figuresOf(group, definition)));
}

const byDefinition = <T>(countBy: (definition: VisitDefinition) => readonly T[]): ByDefinition<T> => ({
  '2017': countBy('2017'),
  '2019': countBy('2019'),
});

function figuresOf(rows: readonly Row[], definition: VisitDefinition): TripFigures {
  const values = new Map(rows.map(({ measure, value }) => [measure, Number(value)]));
  const valueOf = (measure: TripMeasure): number => values.get(measure) ?? 0;
  const distribution = { ...noTrips } as Record<TripBucket, number>;
  for (const bucket of tripBuckets) distribution[bucket] = valueOf(`${definition}.${bucket}`);
  return {
    matterId: rows[0]?.matterId ?? '',
    declared: declaredOf(rows[0]?.declared ?? 0),
    distribution,
    trips: valueOf(`${definition}.sum`),
    over: valueOf(`${definition}.over`),
    disputed: valueOf('disputed'),
    kiosk: valueOf('kiosk'),
  };
}

export type TripTotal = Omit<TripFigures, 'matterId' | 'declared'>;

/** Adds figures up, whatever they are of. */
export function addFigures(parts: readonly TripTotal[]): TripTotal {
  const total = (of: (part: TripTotal) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    distribution: addDistributions(parts.map(({ distribution }) => distribution)),
    trips: total(({ trips }) => trips),
    over: total(({ over }) => over),
    disputed: total(({ disputed }) => disputed),
    kiosk: total(({ kiosk }) => kiosk),
  };
}

export interface TripCauseCount {
  readonly matterId: string;
  readonly month: CivilMonth;
  /** `unstated`: two trips or more, and nobody said why. */
  readonly cause: TripCause | 'unstated';
  readonly cases: number;
}

/** Why cases took more than one trip; a case counts once for each cause that it had. */
export async function findTripCauses(em: Em, { first, last }: TripMonths): Promise<TripCauseCount[]> {
  const rows = await em.execute<{ matterId: string; month: string; measure: string; cases: number | string }[]>(
    `select matter_id as matterId, month, measure, sum(value) as cases from trip_counters
      where month between ? and ? and measure like 'cause.%'
      group by matter_id, month, measure having sum(value) <> 0 order by matter_id, month, measure`,
    [first, last],
  );
  return rows.map(({ measure, cases, ...key }) => ({
    ...key,
    cause: measure.slice('cause.'.length) as TripCauseCount['cause'],
    cases: Number(cases),
  }));
}
