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

/** Decided cases of one matter by the trips that they really took. */
export interface TripFigures {
  readonly matterId: string;
  /** By bucket; `unknown` is beside the known ones, never among them. */
  readonly distribution: TripDistribution;
  /** Of the known cases, all trips together. */
  readonly trips: number;
  /** Cases with more trips than the guide that they were submitted under declared. */
  readonly over: number;
  /** Cases in which the applicant's answer and the records differ. */
  readonly disputed: number;
  /** Cases in which a kiosk or locker was used: shown apart. */
  readonly kiosk: number;
}

/** The same for a month and for the number that the guide of the cases declared (null: it stated none). */
export interface TripCell extends TripFigures {
  readonly month: CivilMonth;
  readonly declared: number | null;
}

interface Row {
  matterId: string;
  month: string;
  declared: number;
  measure: TripMeasure;
  value: number | string;
}

/** Per matter and month; costs the number of matters, not of cases, and is at most two seconds old. */
export async function findTripCells(
  em: Em,
  { first, last, definition, matterIds }: TripMonths & { definition: VisitDefinition; matterIds?: readonly string[] },
): Promise<TripCell[]> {
  if (matterIds?.length === 0) return [];
  const only = matterIds === undefined ? '' : `and matter_id in (${matterIds.map(() => '?').join(', ')})`;
  const rows = await em.execute<Row[]>(
    `select matter_id as matterId, month, declared, measure, value from trip_counters
      where month between ? and ? and value <> 0 ${only} order by matter_id, month, declared`,
    [first, last, ...(matterIds ?? [])],
  );
  const groups = Map.groupBy(rows, ({ matterId, month, declared }) => `${matterId} ${month} ${declared}`);
  return [...groups.values()].map((group) => cellOf(group, definition));
}

function cellOf(rows: readonly Row[], definition: VisitDefinition): TripCell {
  const { month = '', declared = 0 } = rows[0] ?? {};
  return { ...figuresOf(rows, definition), month, declared: declaredOf(declared) };
}

function figuresOf(
  rows: readonly Pick<Row, 'matterId' | 'measure' | 'value'>[],
  definition: VisitDefinition,
): TripFigures {
  const values = new Map(rows.map(({ measure, value }) => [measure, Number(value)]));
  const valueOf = (measure: TripMeasure): number => values.get(measure) ?? 0;
  const distribution = { ...noTrips } as Record<TripBucket, number>;
  for (const bucket of tripBuckets) distribution[bucket] = valueOf(`${definition}.${bucket}`);
  return {
    matterId: rows[0]?.matterId ?? '',
    distribution,
    trips: valueOf(`${definition}.sum`),
    over: valueOf(`${definition}.over`),
    disputed: valueOf('disputed'),
    kiosk: valueOf('kiosk'),
  };
}

/** Adds figures up, whatever they are of. */
export function addFigures(parts: readonly Omit<TripFigures, 'matterId'>[]): Omit<TripFigures, 'matterId'> {
  const total = (of: (part: Omit<TripFigures, 'matterId'>) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    distribution: addDistributions(parts.map(({ distribution }) => distribution)),
    trips: total(({ trips }) => trips),
    over: total(({ over }) => over),
    disputed: total(({ disputed }) => disputed),
    kiosk: total(({ kiosk }) => kiosk),
  };
}

/** Of each matter that had a decided case in these months. Matters are those that the cases were of: see `heirOf`. */
export async function findTripFigures(
  em: Em,
  asked: TripMonths & { readonly definition: VisitDefinition },
): Promise<TripFigures[]> {
  // Added up where they lie: the counters of a year are some thirty thousand rows, what is asked for a few hundred.
  const rows = await em.execute<Pick<Row, 'matterId' | 'measure' | 'value'>[]>(
    `select matter_id as matterId, measure, sum(value) as value from trip_counters
      where month between ? and ? group by matter_id, measure having sum(value) <> 0 order by matter_id, measure`,
    [asked.first, asked.last],
  );
  const groups = Map.groupBy(rows, ({ matterId }) => matterId);
  return [...groups.values()].map((group) => figuresOf(group, asked.definition));
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
